/// The line tables of an outcome's files, each built when it is first asked for.
package struct LineTables: Sendable {
  private let sources: [String: SourceFile]
  private var tables: [String: LineTable] = [:]

  package init(of outcome: Outcome) {
    sources = outcome.sources
  }

  /// The file at a path and its lines; `nil` when the outcome does not hold the file.
  package mutating func source(at path: String) -> (file: SourceFile, lines: LineTable)? {
    guard let file = sources[path] else { return nil }
    if let table = tables[path] { return (file, table) }
    let table = LineTable(file.bytes)
    tables[path] = table
    return (file, table)
  }

  /// The position of an offset in the file at a path; `nil` when the outcome lacks the file.
  package mutating func position(of offset: Offset, in path: String) -> Position? {
    source(at: path)?.lines.position(of: offset)
  }

  /// A place as people write it: `path:line:column`, or the path alone where nothing more is known.
  package mutating func place(_ range: Range<Offset>?, in path: String) -> String {
    guard let range, let position = position(of: range.lowerBound, in: path) else { return path }
    return "\(path):\(position.line):\(position.column)"
  }

  /// The lines and columns of a range; `nil` where there is no range or the outcome lacks the file.
  package mutating func region(_ range: Range<Offset>?, in path: String) -> Region? {
    guard let range, let lines = source(at: path)?.lines else { return nil }
    return Region(
      start: lines.position(of: range.lowerBound), end: lines.position(of: range.upperBound))
  }
}

/// A range as people count.
package struct Region: Hashable, Sendable {
  package var start: Position
  /// Behind the last scalar.
  package var end: Position

  /// The last line that something of the range stands on.
  package var lastLine: Int {
    end.column == 1 && end.line > start.line ? end.line - 1 : end.line
  }

  /// The place for formats that want one for everything: before the first scalar of a file.
  package static let startOfFile = Region(
    start: Position(line: 1, column: 1), end: Position(line: 1, column: 1))
}
