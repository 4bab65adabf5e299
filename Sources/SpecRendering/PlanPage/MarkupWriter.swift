import Diagnostics

/// Writes HTML and SVG piece by piece, always the same bytes for the same pieces.
///
/// Names are written in the program; texts and values of attributes may be anything and can become
/// neither an element nor an attribute. Controls and marks that turn or hide text stand there in their
/// visible form (``Swift/Unicode/Scalar/visibleForm``).
struct MarkupWriter {
  /// What was written so far, in UTF-8.
  private(set) var bytes: [UInt8] = []

  /// The same as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The start of an element.
  mutating func open(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) {
    start(name, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  /// The end of an element.
  mutating func close(_ name: StaticString) {
    append("</")
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// An element that holds nothing: closed in itself, as SVG has it.
  mutating func shape(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
    start(name, attributes)
    append("/>")
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

  /// Text in which the ends of lines mean what they do: code.
  mutating func write(lines content: String) {
    append(escaped: content, keepsLines: true)
  }

  /// The end of a line in the file, which means nothing.
  mutating func endLine() {
    bytes.append(0x0A)
  }

  /// A part of the page that is written in the program, as it is.
  mutating func verbatim(_ part: String) {
    bytes += part.utf8
  }

  private mutating func start(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for (name, value) in attributes where !value.isEmpty {
      bytes.append(UInt8(ascii: " "))
      append(name)
      append("=\"")
      append(escaped: value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func append(_ part: StaticString) {
    part.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Runs of bytes that stand for themselves are copied as they are; the rest is looked at one by one.
  private mutating func append(escaped value: String, keepsLines: Bool = false) {
    var value = value
    value.withUTF8 { source in
      var copied = 0
      var position = 0
      while position < source.count {
        let byte = source[position]
        guard Self.isSpecial[Int(byte)], !(keepsLines && (byte == 0x0A || byte == 0x09)) else {
          position += 1
          continue
        }
        let width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        if let form = Self.form(source[position..<position + width]) {
          bytes.append(contentsOf: source[copied..<position])
          bytes.append(contentsOf: form.utf8)
          copied = position + width
        }
        position += width
      }
      bytes.append(contentsOf: source[copied...])
    }
  }

  /// The bytes with which a character can begin that does not stand for itself: marks of HTML, controls,
  /// and the first bytes of what ``Swift/Unicode/Scalar/visibleForm`` replaces.
  private static let isSpecial: [Bool] = (0...255).map { byte in
    switch byte {
    case 0x00...0x1F, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF0, 0xF3: true
    default: "&<>\"'".utf8.contains(UInt8(byte))
    }
  }

  /// What stands in the page for a character; `nil` for one that stands for itself.
  private static func form(_ character: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first else {
      return nil
    }
    return switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    // No characters of XML.
    case "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
    default: scalar.visibleForm
    }
  }
}
