import Diagnostics

/// Writes HTML and SVG piece by piece, always the same bytes for the same pieces.
///
/// Names are written in the program; texts and values of attributes may be anything and can become
/// neither an element nor an attribute. Controls and marks that turn or hide text stand there in their
/// visible form (``Swift/Unicode/Scalar/visibleForm``).
struct MarkupWriter {
  private(set) var text = ""

  /// The start of an element.
  mutating func open(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) {
    start(name, attributes)
    text += ">"
  }

  /// The end of an element.
  mutating func close(_ name: StaticString) {
    text += "</\(name)>"
  }

  /// An element that holds nothing: closed in itself, as SVG has it.
  mutating func shape(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
    start(name, attributes)
    text += "/>"
  }

  /// An element of HTML that has no end.
  mutating func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
    open(name, attributes)
  }

  /// An element with nothing but text.
  mutating func element(_ name: StaticString, _ content: String) {
    element(name, [:], content)
  }

  /// An element with text in it.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ content: String
  ) {
    open(name, attributes)
    write(content)
    close(name)
  }

  /// An element with others in it.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>,
    _ body: (inout MarkupWriter) -> Void
  ) {
    open(name, attributes)
    body(&self)
    close(name)
  }

  /// Text, escaped.
  mutating func write(_ content: String) {
    append(escaped: content)
  }

  /// The end of a line in the file, which means nothing.
  mutating func endLine() {
    text += "\n"
  }

  /// A part of the page that is written in the program, as it is.
  mutating func verbatim(_ part: String) {
    text += part
  }

  private mutating func start(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) {
    text += "<\(name)"
    for (name, value) in attributes where !value.isEmpty {
      text += " \(name)=\""
      append(escaped: value)
      text += "\""
    }
  }

  private mutating func append(escaped value: String) {
    let isPlain = value.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        false
      default: byte >= 0x20 && byte < 0x7F
      }
    }
    if isPlain {
      text += value
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      // No characters of XML.
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
