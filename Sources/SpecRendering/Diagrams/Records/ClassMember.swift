/// A field or a method of a class.
struct ClassMember {
  var text: String
  /// Whether a parenthesis follows its name: `+sum(a, b)`, but not `+limits: (1, 2)`.
  var isMethod: Bool

  init(_ given: Substring) {
    text = Self.withAngles(String(given))
    let head = text.prefix { $0 != "(" }
    isMethod = head.endIndex < text.endIndex && !head.contains(":") && !head.contains("=")
    if isMethod { text = Self.withColon(text) }
  }

  /// `sum(a, b) int` as `sum(a, b) : int`.
  private static func withColon(_ text: String) -> String {
    guard let end = text.lastIndex(of: ")") else { return text }
    let result = text[text.index(after: end)...].trimmed
    guard let first = result.first, first.isLetter || first == "_" else { return text }
    return "\(text[...end]) : \(result)"
  }

  /// `List~Map~A~~` as `List<Map<A>>`.
  static func withAngles(_ text: String) -> String {
    guard text.utf8.count(where: { $0 == UInt8(ascii: "~") }) > 1 else { return text }
    var result = ""
    var depth = 0
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      guard character == "~" else {
        result.append(character)
        continue
      }
      // A name on both sides means that it opens.
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      if depth == 0 || (next.isLetter && index > 0 && characters[index - 1] != "~") {
        result.append("<")
        depth += 1
      } else {
        result.append(">")
        depth -= 1
      }
    }
    return result
  }
}
