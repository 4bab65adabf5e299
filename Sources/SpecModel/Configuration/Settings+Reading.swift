import Diagnostics
import YAMLSyntax

extension ValidationSettings {
  /// What a rule can be set to.
  package static let severityWords = ["error", "warning", "note", "off"]

  static let table = SettingsTable<ValidationSettings>([
    .map(
      "rules", of: .rule, to: .choice(severityWords), \.severities,
      "the severities of [rules](rules.md) that are to have another one"
    ) { rule, reader in severity(rule, with: &reader) },
    .word(
      "fail_on", \.failOn,
      "the least severity that makes `validate` exit with 1; `--fail-on` comes first"
    ).standard("error"),
    .word(
      "profile", \.profile,
      "the [profile](profiles.md) of every feature, in place of the one that it is found to have; "
        + "`--profile` comes first"),
    .map(
      "paths", of: .pattern, to: .map(.choice(severityWords), of: .rule), \.paths,
      "severities in some paths and all below them; `*` stands for any part of a name, `**` for any "
        + "folders; of several patterns the last one counts"
    ) { entry, reader in
      PathSettings(
        pattern: entry.locatedName,
        severities: reader.entries(entry).compactMap { severity($0, with: &reader) })
    },
    .texts(
      "ignore", \.ignored, "patterns of paths in which nothing is reported", of: .name(.pattern)
    ).such(as: "[\".claude/specs/drafts\"]"),
    .text(
      "baseline", \.baseline,
      "the file of known findings that are not reported; `--baseline` comes first"
    ).such(as: ".claude/specctl-baseline.yaml"),
    .key(
      "vague_words", VagueWordChanges.table.type,
      "the words that [`vague-word`](ears.md#vague-words) looks for"
    ) { settings, entry, reader in
      var changes = VagueWordChanges()
      VagueWordChanges.table.read(
        reader.entries(entry), in: "validation.vague_words", into: &changes, with: &reader)
      settings.addedVagueWords = changes.added
      settings.removedVagueWords = changes.removed
      changes.reportNeedless(to: &reader)
    },
  ])

  init(_ section: YAMLEntry, with reader: inout FieldReader) {
    self.init()
    Self.table.read(reader.entries(section), in: "validation", into: &self, with: &reader)
  }

  private static func severity(
    _ rule: YAMLEntry, with reader: inout FieldReader
  ) -> RuleSeverity? {
    reader.choice(rule, of: severityWords).map {
      RuleSeverity(rule: rule.locatedName, severity: $0.map(Severity.init(rawValue:)))
    }
  }
}

/// `validation.vague_words`.
private struct VagueWordChanges {
  var added: [Located<String>] = []
  var removed: [Located<String>] = []

  static let table = SettingsTable<VagueWordChanges>([
    .texts("add", \.added, "further words").such(as: "[snappy]"),
    .texts("remove", \.removed, "words that are not to be looked for").such(as: "[robust]"),
  ])

  func reportNeedless(to reader: inout FieldReader) {
    for word in removed where !VagueWords.standard.contains(word.value.lowercased()) {
      reader.problems.append(
        DocumentProblem(
          .wrongValue, "'remove' has '\(word.value)', which is no vague word to begin with",
          at: word.range,
          help: nearMiss(to: word.value, among: VagueWords.standard).map { "did you mean '\($0)'?" }
        ))
    }
  }
}
