import Diagnostics

/// One name in a list of what a module or layer builds on.
enum SpecificationName {
  /// What a span without a remark names; `nil` for sentences and for words that name nothing.
  static func reference(_ bytes: ByteView, _ span: Range<Int>) -> ModuleReference? {
    var span = stripped(bytes, span)
    guard !span.isEmpty, span.count <= 80 else { return nil }
    if ModuleName.isAgent(ArraySlice(bytes[span])) { return reference(.agent, bytes, span) }
    let hasBlank = bytes[span].contains(where: \.isBlank)
    if !hasBlank, bytes[span].contains(UInt8(ascii: "/")) { return path(bytes, span) }
    var form = ModuleReference.Form.word
    for ending in ["module", "agent", "layer", "orchestrator"] {
      guard let cut = dropping(ending, bytes, span) else { continue }
      if ending != "layer", ending != "orchestrator" { form = .module }
      span = stripped(bytes, cut)
    }
    let words = bytes[span].split(whereSeparator: \.isBlank).count
    guard (1...4).contains(words) else { return nil }
    let text = String(decoding: bytes[span], as: UTF8.self)
    return silence.contains(text.lowercased())
      ? nil : ModuleReference(form, text, at: Range(span.lowerBound, span.upperBound))
  }

  /// Whether a span says that there is nothing.
  static func isNothing(_ bytes: ByteView, _ span: Range<Int>) -> Bool {
    let span = stripped(bytes, span)
    guard span.count <= 8 else { return false }
    return nothing.contains(String(decoding: bytes[span], as: UTF8.self).lowercased())
  }

  private static let nothing: Set<String> = ["none", "nothing", "n/a", "no", "-"]
  /// What stands at the head of a column.
  private static let silence: Set<String> = nothing.union([
    "module", "modules", "dependency", "name", "layer",
  ])

  private static func reference(
    _ form: ModuleReference.Form, _ bytes: ByteView, _ span: Range<Int>
  ) -> ModuleReference {
    ModuleReference(
      form, String(decoding: bytes[span], as: UTF8.self),
      at: Range(span.lowerBound, span.upperBound))
  }

  /// `core/events` and `engine/core/events.py`.
  private static func path(_ bytes: ByteView, _ span: Range<Int>) -> ModuleReference? {
    guard let file = FileMentions.find(in: bytes, Range(span.lowerBound, span.upperBound)).first
    else { return nil }
    var name = file.path[...]
    if let dot = name.lastIndex(of: "."), dot > (name.lastIndex(of: "/") ?? name.startIndex) {
      name = name[..<dot]
    }
    return ModuleReference(
      .path(members: [], isRelative: false), String(name),
      at: Range(span.lowerBound, span.upperBound))
  }

  /// A span without a word at its end; `nil` where it does not end so.
  private static func dropping(_ word: String, _ bytes: ByteView, _ span: Range<Int>) -> Range<Int>?
  {
    let count = word.utf8.count
    guard span.count > count + 1, bytes[span.upperBound - count - 1].isBlank,
      zip(word.utf8, bytes[span.suffix(count)]).allSatisfy({ $0 == $1.lowercased })
    else { return nil }
    return span.lowerBound..<span.upperBound - count - 1
  }

  /// A span without emphasis, quotes and brackets around it.
  private static func stripped(_ bytes: ByteView, _ span: Range<Int>) -> Range<Int> {
    var (lower, upper) = (span.lowerBound, span.upperBound)
    func isAround(_ byte: UInt8) -> Bool {
      byte.isBlank || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`")
        || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\"")
        || byte == UInt8(ascii: ".")
    }
    while lower < upper, isAround(bytes[lower]) { lower += 1 }
    while upper > lower, isAround(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }
}
