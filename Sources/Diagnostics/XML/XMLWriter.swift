/// Writes XML piece by piece, always the same bytes for the same pieces.
///
/// Names are the caller's and must be names of XML; texts may be anything. What XML 1.0 forbids, and
/// all else that must not reach a terminal, stands there in its visible form
/// (``Swift/Unicode/Scalar/visibleForm``), or as U+FFFD where it has none.
struct XMLWriter {
  private var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  /// An element with others in it.
  mutating func element(
    _ name: String, _ attributes: [(name: String, value: String)], _ body: (inout XMLWriter) -> Void
  ) {
    start(name, attributes)
    text += ">\n"
    depth += 1
    body(&self)
    depth -= 1
    indent()
    text += "</\(name)>\n"
  }

  /// An element with nothing but text in it, or nothing at all.
  mutating func element(
    _ name: String, _ attributes: [(name: String, value: String)], text content: String = ""
  ) {
    start(name, attributes)
    if content.isEmpty {
      text += "/>\n"
    } else {
      text += ">"
      escape(content, keepsLines: true)
      text += "</\(name)>\n"
    }
  }

  /// Moves what has been written to a stream; the next piece follows it there.
  mutating func flush(to output: inout some TextOutputStream) {
    output.write(text)
    text.removeAll(keepingCapacity: true)
  }

  private mutating func start(_ name: String, _ attributes: [(name: String, value: String)]) {
    indent()
    text += "<\(name)"
    for attribute in attributes {
      text += " \(attribute.name)=\""
      escape(attribute.value, keepsLines: false)
      text += "\""
    }
  }

  private mutating func indent() {
    for _ in 0..<depth { text += "  " }
  }

  private mutating func escape(_ value: String, keepsLines: Bool) {
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      // Everywhere, so that no `]]>` is left.
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n" where keepsLines: text += "\n"
      case "\n": text += "&#10;"
      case "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default:
        if let form = scalar.visibleForm {
          text += form
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
  }
}
