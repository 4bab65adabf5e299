import Diagnostics
import SpecModel

extension Rule {
  static let statisticsMismatch = Rule(
    id: "statistics-mismatch", group: .registry,
    summary: "A number in 'stats' is not what the workspace holds.",
    rationale: "Numbers that are kept by hand go stale, and people decide by them.",
    severity: .warning,
    passing: [.registry("features:\n  a: {}\nstats:\n  total_features: 1\n  owner: me\n")],
    failing: [
      .registry("features:\n  a: {}\nstats:\n  total_features: →2\n"),
      .registry("features:\n  a: {pages: [x.py]}\nstats:\n  total_pages: →3\n"),
      .registry("features:\n  a: {}\nstats:\n  spec_coverage: →100%\n"),
    ],
    check: .workspace { context, report in
      guard let registry = context.workspace.registry else { return }
      let actual = WorkspaceStatistics(context, registry)
      for statistic in registry.statistics {
        guard let (value, meaning) = actual.value(of: statistic.name.value),
          value != statistic.value.value
        else { continue }
        report(
          Finding(
            "'\(statistic.name.value)' says \(statistic.value.value), but \(meaning)",
            in: registry.file.path, at: statistic.value.range, help: "write \(value)",
            fix: .writing(value, over: statistic.value, in: registry.file)))
      }
    })
}
