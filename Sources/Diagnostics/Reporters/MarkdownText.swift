/// Text of documents inside Markdown of GitHub and GitLab.
package enum MarkdownText {
  /// A text that means itself in a paragraph, an item or a cell of a table; its lines are kept.
  ///
  /// Nothing in it becomes markup, a link, a mention of a person or a reference to an issue. The limit is
  /// that of its bytes before escaping, at least 3; escaped they are at most twelve times as many.
  package static func inline(_ text: String, byteLimit: Int = 600) -> String {
    if text.utf8.count <= byteLimit, text.utf8.allSatisfy(meansItself) { return text }
    var result = ""
    let scalars = text.limited(to: byteLimit).unicodeScalars
    var place = scalars.startIndex
    while place < scalars.endIndex {
      let scalar = scalars[place]
      place = scalars.index(after: place)
      append(scalar, before: place < scalars.endIndex ? scalars[place] : nil, to: &result)
    }
    return result
  }

  /// What shows nothing and keeps what is before it from being read together with what is behind it:
  /// marks of mentions and references work behind a backslash too.
  private static let separator = "<!-- -->"

  /// Whether a byte means itself whatever stands beside it; most texts have no others.
  private static func meansItself(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || " ,-/()".utf8.contains(byte)
  }

  private static func append(
    _ scalar: Unicode.Scalar, before next: Unicode.Scalar?, to result: inout String
  ) {
    switch scalar {
    case "\n": result += "<br>"
    case "@": result += "@" + separator
    case "!" where next?.isDigit ?? false, "%" where next?.isDigit ?? false:
      result += "\\\(scalar)" + separator
    case "#", "~", "$", "&":
      result += "\\\(scalar)"
      if next?.isDigit ?? false { result += separator }
    case "." where result.utf8.suffix(3).elementsEqual("www".utf8):
      result += separator + "."
    case ":" where next ?? " " == " ":
      // Neither an address nor the name of a picture goes on with a blank.
      result += ":"
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", ":":
      result += "\\\(scalar)"
    default:
      if let form = scalar.visibleForm {
        // The form of a scalar may have a backslash and braces of its own.
        result += form.replacing("\\", with: "\\\\")
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { "0"..."9" ~= self }
}
