import Diagnostics
import YAMLSyntax

extension ValidationSettings {
  private static let severityWords = ["error", "warning", "note", "off"]

  init(_ section: YAMLEntry, with reader: inout FieldReader) {
    self.init()
    for field in reader.entries(section) {
      switch field.name {
      case "rules":
        for rule in reader.entries(field) {
          guard let severity = Self.severity(rule, with: &reader) else { continue }
          severities.append(RuleSeverity(rule: rule.locatedName, severity: severity))
        }
      case "fail_on": failOn = reader.word(field, as: Severity.self)
      default: reader.unknown(field, in: "validation", known: ["rules", "fail_on"])
      }
    }
  }

  private static func severity(
    _ rule: YAMLEntry, with reader: inout FieldReader
  ) -> Located<Severity?>? {
    guard let word = reader.text(rule) else { return nil }
    if word.value == "off" { return Located(nil, at: word.range) }
    if let severity = Severity(rawValue: word.value) { return Located(severity, at: word.range) }
    reader.unknownWord(word, of: rule.name, allowed: severityWords)
    return nil
  }
}

extension PlanningSettings {
  private static let orders = ["document", "declared"]

  init(_ section: YAMLEntry, with reader: inout FieldReader) {
    self.init()
    for field in reader.entries(section) {
      switch field.name {
      case "order":
        guard let word = reader.text(field) else { continue }
        if Self.orders.contains(word.value) {
          order = word
        } else {
          reader.unknownWord(word, of: field.name, allowed: Self.orders)
        }
      case "default_agent": defaultAgent = reader.text(field)
      default: reader.unknown(field, in: "planning", known: ["order", "default_agent"])
      }
    }
  }
}
