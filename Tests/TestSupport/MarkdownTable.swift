/// A table in a document that tests hold the numbers of.
package struct MarkdownTable {
  package let titles: [String]
  package let rows: [[String]]

  /// The first table whose heading row has a title; `nil` without one.
  package init?(with title: String, in text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let heading = lines.firstIndex(where: { Self.cells($0).contains(title) }) else {
      return nil
    }
    titles = Self.cells(lines[heading])
    rows = lines[(heading + 1)...].prefix { $0.hasPrefix("|") }.dropFirst().map(Self.cells)
  }

  /// The cell of a row below a title.
  package func cell(_ title: String, _ row: [String]) -> String? {
    titles.firstIndex(of: title).flatMap { row.indices.contains($0) ? row[$0] : nil }
  }

  private static func cells(_ line: Substring) -> [String] {
    guard line.hasPrefix("|") else { return [] }
    return line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
      .map { cell in
        var cell = cell.drop { $0 == " " }
        while cell.last == " " { cell.removeLast() }
        return String(cell)
      }
  }
}
