import Diagnostics
import SpecModel

extension Rule {
  static let unknownRule = Rule(
    id: "unknown-rule", group: .configuration,
    summary: "The configuration sets the severity of a rule that does not exist.",
    rationale: "The rule that was meant keeps its severity.",
    severity: .warning,
    passing: [.configuration("validation:\n  rules:\n    number-gap: off\n")],
    failing: [
      .configuration("validation:\n  rules:\n    →number-gaps: off\n"),
      .configuration("validation:\n  paths:\n    docs/**:\n      →number-gaps: off\n"),
    ],
    check: .workspace { context, report in
      guard let configuration = context.workspace.configuration else { return }
      let known = Rule.catalogue.map(\.id)
      let validation = configuration.validation
      let severities = validation.severities + validation.paths.flatMap(\.severities)
      for entry in severities where !known.contains(entry.rule.value) {
        report(
          Finding(
            "there is no rule '\(entry.rule.value)'", in: configuration.file.path,
            at: entry.rule.range,
            help: nearMiss(to: entry.rule.value, among: known).map { "did you mean '\($0)'?" }
              ?? "'specctl explain' lists the rules"))
      }
    })
}
