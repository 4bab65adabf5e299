/// What people are told about a rule.
package struct RuleRecord: Hashable, Sendable {
  /// Kebab-case, and the name of the fault.
  package var id: String
  /// The part of the catalogue it stands in, such as `tasks`.
  package var group: String
  /// One sentence with a full stop that says what is wrong.
  package var summary: String
  /// Why it matters.
  package var rationale: String
  /// The severity when the configuration says nothing; `nil` when the rule is off by default.
  package var severity: Severity?

  package init(
    id: String, group: String, summary: String, rationale: String, severity: Severity?
  ) {
    self.id = id
    self.group = group
    self.summary = summary
    self.rationale = rationale
    self.severity = severity
  }
}
