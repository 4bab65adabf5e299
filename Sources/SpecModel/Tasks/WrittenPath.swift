/// Reads one path without the place in the file that stands behind it.
enum WrittenPath {
  /// The length in bytes of the longest path that is taken for one.
  static let longest = 400

  /// The path that a span of bytes without blanks is, if it is one; only `{a, b}` may have blanks in it.
  static func read(_ bytes: ByteView, _ span: Range<Int>) -> String? {
    var span = unwrapped(bytes, span)
    while span.count > 2, bytes[span.lowerBound] == UInt8(ascii: "."),
      bytes[span.lowerBound + 1] == UInt8(ascii: "/")
    {
      span = span.lowerBound + 2..<span.upperBound
    }
    var lastSlash = -1
    var lastDot = -1
    var depth = 0
    var isPlain = true
    for index in span {
      switch bytes[index] {
      case UInt8(ascii: "/"): lastSlash = index
      case UInt8(ascii: "."): lastDot = index
      case UInt8(ascii: ":"):
        let next = index + 1 < span.upperBound ? bytes[index + 1] : 0
        if next == UInt8(ascii: "/") { return nil }
        // `src/a.ts:10-20` names lines of a file, `a.ts:load` and `a.py::load` something in it.
        if index > span.lowerBound, next.isDigit || isExtension(bytes, from: lastDot, to: index) {
          return read(bytes, span.lowerBound..<index)
        }
      case UInt8(ascii: "#") where isExtension(bytes, from: lastDot, to: index):
        return read(bytes, span.lowerBound..<index)
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: " "):
        guard depth > 0 else { return nil }
        isPlain = false
      case UInt8(ascii: "\\"): isPlain = false
      default: break
      }
    }
    guard span.count <= longest, span.count > 1 else { return nil }
    let text =
      isPlain
      ? String(decoding: bytes[span], as: UTF8.self)
      : String(decoding: unescaped(bytes[span]), as: UTF8.self)
    if lastSlash >= 0 {
      return isNamed(bytes, span) ? text : nil
    }
    if lastDot >= 0, isExtension(bytes, lastDot + 1..<span.upperBound) { return text }
    return knownNames.contains(text) ? text : nil
  }

  /// A path without the quotes, or the brackets of a link, around it.
  private static func unwrapped(_ bytes: ByteView, _ span: Range<Int>) -> Range<Int> {
    guard span.count > 2 else { return span }
    let inside = span.lowerBound + 1..<span.upperBound - 1
    switch (bytes[span.lowerBound], bytes[span.upperBound - 1]) {
    case (UInt8(ascii: "\""), UInt8(ascii: "\"")), (UInt8(ascii: "'"), UInt8(ascii: "'")):
      return inside
    case (UInt8(ascii: "["), UInt8(ascii: "]")):
      // `[id]/[name]` are folders.
      return bytes[inside].contains(UInt8(ascii: "[")) ? span : inside
    default: return span
    }
  }

  /// Bytes without blanks and without the marks that keep Markdown from seeing emphasis: `\*`, `\_`.
  private static func unescaped(_ bytes: Slice<ByteView>) -> [UInt8] {
    var text: [UInt8] = []
    var wasEscape = false
    for byte in bytes where byte != UInt8(ascii: " ") {
      if wasEscape, byte != UInt8(ascii: "*"), byte != UInt8(ascii: "_") {
        text.append(UInt8(ascii: "\\"))
      }
      wasEscape = byte == UInt8(ascii: "\\")
      if !wasEscape { text.append(byte) }
    }
    if wasEscape { text.append(UInt8(ascii: "\\")) }
    return text
  }

  /// Whether there is more than slashes and dots, and it is not `N/A`.
  private static func isNamed(_ bytes: ByteView, _ span: Range<Int>) -> Bool {
    if span.count == 3, bytes[span.lowerBound].lowercased == UInt8(ascii: "n"),
      bytes[span.lowerBound + 1] == UInt8(ascii: "/"),
      bytes[span.lowerBound + 2].lowercased == UInt8(ascii: "a")
    {
      return false
    }
    return bytes[span].contains { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") }
  }

  /// Names of files that are known to be files though they have neither a folder nor an extension.
  private static let knownNames: Set<String> = [
    "Makefile", "Dockerfile", "README", "LICENSE", "Gemfile", "Procfile",
  ]

  private static func isExtension(_ bytes: ByteView, from dot: Int, to end: Int) -> Bool {
    dot >= 0 && dot < end && isExtension(bytes, dot + 1..<end)
  }

  private static func isExtension(_ bytes: ByteView, _ span: Range<Int>) -> Bool {
    (1...12).contains(span.count)
      && bytes[span].allSatisfy {
        $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "}")
      }
  }
}
