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
      let severities = reader.entries(entry).compactMap { severity($0, with: &reader) }
      return reader.glob(entry.locatedName, of: "paths").map { glob in
        if glob.value.isExclusion { reportExclusion(glob, to: &reader) }
        return PathSettings(glob: glob, severities: severities)
      }
    },
    .key(
      "ignore", .list(.name(.pattern)),
      "patterns of paths in which nothing is reported; one with `!` in front takes paths out of the others"
    ) { settings, entry, reader in
      settings.ignored = reader.texts(entry).compactMap { reader.glob($0, of: entry.name) }
    }.such(as: "[\".claude/specs/drafts\"]"),
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

  /// There is nothing that a pattern of `paths` could take paths out of.
  private static func reportExclusion(
    _ glob: Located<FileGlob>, to reader: inout FieldReader
  ) {
    reader.problems.append(
      DocumentProblem(
        .wrongValue, "'paths' has '\(glob.value.pattern)', and '!' means nothing here",
        at: glob.range, help: "name the paths that are to have these severities"))
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
