import Diagnostics
import YAMLSyntax

extension ValidationSettings {
  /// What a rule can be set to.
  package static let severityWords = ["error", "warning", "note", "off"]

  init(_ section: YAMLEntry, with reader: inout FieldReader) {
    self.init()
    for field in reader.entries(section) {
      switch field.name {
      case "rules": severities = Self.severities(field, with: &reader)
      case "fail_on": failOn = reader.word(field, as: Severity.self)
      case "paths": paths = Self.paths(field, with: &reader)
      case "ignore": ignored = reader.texts(field)
      case "profile": profile = reader.word(field, as: Profile.self)
      case "baseline": baseline = reader.text(field)
      case "vague_words": readVagueWords(field, with: &reader)
      default:
        reader.unknown(
          field, in: "validation",
          known: [
            "rules", "fail_on", "profile", "paths", "ignore", "baseline", "vague_words",
          ])
      }
    }
  }

  private mutating func readVagueWords(_ section: YAMLEntry, with reader: inout FieldReader) {
    for field in reader.entries(section) {
      switch field.name {
      case "add": addedVagueWords = reader.texts(field)
      case "remove":
        removedVagueWords = reader.texts(field)
        for word in removedVagueWords
        where !VagueWords.standard.contains(word.value.lowercased()) {
          reader.problems.append(
            DocumentProblem(
              .wrongValue, "'remove' has '\(word.value)', which is no vague word to begin with",
              at: word.range,
              help: nearMiss(to: word.value, among: VagueWords.standard).map {
                "did you mean '\($0)'?"
              }))
        }
      default: reader.unknown(field, in: "validation.vague_words", known: ["add", "remove"])
      }
    }
  }

  private static func severities(
    _ section: YAMLEntry, with reader: inout FieldReader
  ) -> [RuleSeverity] {
    reader.entries(section).compactMap { rule in
      severity(rule, with: &reader).map {
        RuleSeverity(rule: rule.locatedName, severity: $0)
      }
    }
  }

  /// A mapping from patterns to severities by rule.
  private static func paths(
    _ section: YAMLEntry, with reader: inout FieldReader
  ) -> [PathSettings] {
    reader.entries(section).map { entry in
      PathSettings(
        pattern: entry.locatedName, severities: severities(entry, with: &reader))
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
