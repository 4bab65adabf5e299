package import Diagnostics

/// `validation:`: what specctl's own checks do.
package struct ValidationSettings: Sendable {
  /// `rules:` by id: `error`, `warning`, `note` or `off`.
  package var severities: [RuleSeverity] = []
  /// The least severity that makes `validate` exit with 1; `nil` stands for `error`.
  package var failOn: Located<Severity>?
  /// `profile:` that of every feature, in place of the one that it is found to have.
  package var profile: Located<Profile>?
  /// `paths:` in the order written; of several that a path matches, the last one with a rule counts.
  package var paths: [PathSettings] = []
  /// `ignore:` patterns of paths in which nothing is reported.
  package var ignored: [Located<FileGlob>] = []
  /// `baseline:` the file of findings that are known, relative to the root.
  package var baseline: Located<String>?
  /// `vague_words.add`: further words that ``VagueWords`` looks for.
  package var addedVagueWords: [Located<String>] = []
  /// `vague_words.remove`: words that it looks for otherwise.
  package var removedVagueWords: [Located<String>] = []

  package init() {}
}

/// What the configuration says of the rules in some paths.
package struct PathSettings: Sendable {
  /// The paths; what lies below them counts too.
  package var glob: Located<FileGlob>
  /// In the order written; in these paths they win over ``ValidationSettings/severities``.
  package var severities: [RuleSeverity]
}

/// The severity that the configuration gives a rule; `nil` for `off`.
package struct RuleSeverity: Sendable {
  /// The id as written, even where there is no such rule.
  package var rule: Located<String>
  package var severity: Located<Severity?>

  package init(rule: Located<String>, severity: Located<Severity?>) {
    self.rule = rule
    self.severity = severity
  }
}
