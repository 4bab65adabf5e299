package import Diagnostics

/// `validation:`: what specctl's own checks do.
package struct ValidationSettings: Sendable {
  /// `rules:` by id: `error`, `warning`, `note` or `off`.
  package var severities: [RuleSeverity] = []
  package var failOn: Located<Severity>?

  package init() {}
}

/// The severity that the configuration gives a rule; `nil` for `off`.
package struct RuleSeverity: Sendable {
  package var rule: Located<String>
  package var severity: Located<Severity?>

  package init(rule: Located<String>, severity: Located<Severity?>) {
    self.rule = rule
    self.severity = severity
  }
}
