/// A text with places to fill in, written `{{name}}`.
package struct Template: Sendable, Hashable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// The text with every known place filled in; unknown ones stay as they are.
  ///
  /// Values are not looked at again, so `{{…}}` in a value stays. Linear in the text.
  package func filled(with values: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let opening = rest.firstRange(of: "{{") {
      let after = rest[opening.upperBound...]
      guard let closing = after.firstRange(of: "}}") else { break }
      let name = after[..<closing.lowerBound]
      if let value = values[String(name)] {
        result += rest[..<opening.lowerBound] + value
        rest = after[closing.upperBound...]
      } else {
        result += rest[..<opening.upperBound]
        rest = after
      }
    }
    return result + rest
  }
}
