import Diagnostics

/// Where in a YAML document somebody writes, told by lines and their indentation alone.
///
/// While a line is being written the document is often no YAML, so that no tree can tell it.
struct YAMLPlace: Sendable, Hashable {
  /// The keys above, from the outermost.
  private(set) var parents: [String] = []
  /// The key whose value is written, be it behind the colon or as an element of its list; `nil`
  /// where a key is written.
  private(set) var key: String?

  /// Linear in the lines above.
  init(_ map: PositionMap, _ before: LineBefore) {
    let own = Line(before.text)
    key = own.key
    // Keys left of this column are those above.
    var column = own.dash ?? own.column
    // The key of a list may stand in the column of the dashes.
    var isInList = own.dash != nil
    var isOwner = own.key == nil && own.dash != nil
    for number in (0..<before.line).reversed() {
      guard column > 0 || isInList else { break }
      let text = map.lines.range(ofLine: number)
      guard text.length <= Self.longestLine else { continue }
      let line = Line(String(decoding: map.bytes[text.indices], as: UTF8.self))
      guard let name = line.key else { continue }
      if line.column < column || isInList && line.dash == nil && line.column == column {
        if isOwner {
          key = name
          isOwner = false
        } else {
          parents.append(name)
        }
        column = line.dash ?? line.column
        isInList = line.dash != nil
      } else if let dash = line.dash, line.column == column, !isInList {
        // The first key of the element that this one stands in.
        column = dash
        isInList = true
      }
    }
    parents.reverse()
  }

  /// Longer lines are text, not keys.
  private static let longestLine = 4096

  /// A line as far as it was written.
  private struct Line {
    /// Where the text begins, behind a dash.
    var column = 0
    /// Where the dash of an element stands.
    var dash: Int?
    /// What stands before the first colon.
    var key: String?

    init(_ text: String) {
      let bytes = Array(text.utf8)
      func skipBlanks(_ column: inout Int) {
        while column < bytes.count, bytes[column] == UInt8(ascii: " ") { column += 1 }
      }
      skipBlanks(&column)
      while column < bytes.count, bytes[column] == UInt8(ascii: "-"),
        column + 1 == bytes.count || bytes[column + 1] == UInt8(ascii: " ")
      {
        dash = dash ?? column
        column += 1
        skipBlanks(&column)
      }
      guard column < bytes.count, bytes[column] != UInt8(ascii: "#"),
        let colon = bytes[column...].firstIndex(of: UInt8(ascii: ":")),
        colon + 1 == bytes.count || bytes[colon + 1] == UInt8(ascii: " ")
      else { return }
      let quotes: Set<UInt8> = [UInt8(ascii: "'"), UInt8(ascii: "\"")]
      key = String(
        decoding: bytes[column..<colon].filter { !quotes.contains($0) }, as: UTF8.self)
    }
  }
}
