/// The words by which properties and what they validate are named, in the languages of real designs.
enum DesignWords {
  private static let properties = words([
    "correctness property", "property", "属性", "プロパティ", "propiedad", "propriedade",
    "propriété", "eigenschaft", "свойство", "Свойство", "속성",
  ])

  private static let validations = words([
    "validates", "validated by requirements", "validating", "validate", "验证需求", "验证", "驗證需求",
    "驗證", "検証要件", "検証", "valida", "valide", "validiert", "проверяет", "Проверяет", "검증",
  ])

  /// Skips the word for a property.
  static func skipProperty(_ cursor: inout Cursor) -> Bool {
    switch cursor.current {
    case UInt8(ascii: "P"), UInt8(ascii: "p"), UInt8(ascii: "C"), UInt8(ascii: "E"), 0xC3...:
      return properties.skip(&cursor) != nil
    default: return false
    }
  }

  /// The list behind `Validates:`; `nil` for other text.
  static func validated(_ cursor: Cursor) -> Range<Int>? {
    switch cursor.current {
    case UInt8(ascii: "V"), UInt8(ascii: "v"), 0xC3...: break
    default: return nil
    }
    var cursor = cursor
    guard validations.skip(&cursor) != nil else { return nil }
    while cursor.current.isEmphasis || cursor.current.isBlank { cursor.position += 1 }
    guard cursor.skipColon() else { return nil }
    while cursor.current.isEmphasis || cursor.current.isBlank { cursor.position += 1 }
    return cursor.rest
  }

  private static func words(_ words: [String]) -> WordList<Bool> {
    WordList(words.map { ($0, true) }, order: .asGiven)
  }
}
