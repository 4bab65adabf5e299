import Diagnostics
import YAMLSyntax

/// Items of lists such as `- complexity: low -> use: haiku`, which look like text and are no YAML.
enum UnquotedItems {
  /// What to say instead of a fault that such an item led to, with the quotes that mend all of them.
  ///
  /// Linear in the bytes.
  static func problem(_ error: YAMLError, in file: SourceFile) -> DocumentProblem? {
    let items = find(in: file.bytes)
    guard
      let item = items.first(where: {
        $0.lowerBound <= error.range.lowerBound.utf8 && error.range.lowerBound.utf8 <= $0.upperBound
      })
    else { return nil }
    let text = String(decoding: file.bytes[item], as: UTF8.self)
    let count = items.count - 1
    return DocumentProblem(
      .unreadable, "the item holds ': ' twice, so it is neither text nor a mapping",
      at: Range(item.lowerBound, item.upperBound),
      help: "put it in quotes: - \(YAMLText.quoted(text))"
        + (count > 0 ? ", as well as \(count == 1 ? "another one" : "\(count) others")" : ""),
      fix: Fix(
        "put items that hold ': ' twice in quotes",
        edits: items.map {
          TextEdit(
            replacing: Range($0.lowerBound, $0.upperBound),
            with: YAMLText.quoted(String(decoding: file.bytes[$0], as: UTF8.self)))
        }))
  }

  /// The texts of unquoted items with two `: ` and an arrow, without comments.
  private static func find(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(where: \.isLineBreak) ?? bytes.count
      if let item = item(bytes, start..<end) { found.append(item) }
      start = end + 1
    }
    return found
  }

  private static func item(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    let dash = line.first { !bytes[$0].isBlank } ?? line.upperBound
    guard dash < line.upperBound, bytes[dash] == UInt8(ascii: "-") else { return nil }
    let start = (dash + 1..<line.upperBound).first { !bytes[$0].isBlank } ?? line.upperBound
    guard start > dash + 1, start < line.upperBound,
      !"\"'[{|>&*!#%@`".utf8.contains(bytes[start])
    else { return nil }
    var colons = 0
    var hasArrow = false
    var end = line.upperBound
    for index in start..<line.upperBound where bytes[index].isBlank {
      switch bytes[index - 1] {
      case UInt8(ascii: ":"): colons += 1
      case UInt8(ascii: ">") where index >= start + 2 && bytes[index - 2] == UInt8(ascii: "-"):
        hasArrow = true
      default: break
      }
      if index + 1 < line.upperBound, bytes[index + 1] == UInt8(ascii: "#") {
        end = index
        break
      }
    }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return colons == 2 && hasArrow ? start..<end : nil
  }
}
