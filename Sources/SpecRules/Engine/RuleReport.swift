package import Diagnostics

/// Collects what rules find and stamps it with the rule and its severity.
package struct RuleReport: Sendable {
  /// In the order in which they were reported.
  package private(set) var findings: [Finding] = []
  /// The rule whose findings come now.
  private(set) var rule = ""
  private var severity = Severity.error
  private var origin: String?

  package init() {}

  /// Names the rule whose findings come next.
  mutating func begin(_ rule: String, _ setting: RuleSelection.Setting) {
    self.rule = rule
    severity = setting.severity
    origin = setting.origin
  }

  /// Adds a finding of the current rule.
  package mutating func callAsFunction(_ finding: Finding) {
    var finding = finding
    finding.rule = rule
    finding.severity = severity
    finding.severityOrigin = origin
    findings.append(finding)
  }
}
