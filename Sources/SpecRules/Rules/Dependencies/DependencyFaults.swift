import Diagnostics
import SpecPlanning

extension Rule {
  static let unknownDependency = Rule(
    id: "unknown-dependency", group: .dependencies,
    summary: "A task waits for one that does not exist.",
    rationale: "The plan cannot be made: what should come first is not known.",
    severity: .error,
    passing: [
      .tasks("- [ ] 1. A\n- [ ] 2. B\n  - _Depends: 1_\n"),
      .tasks("- [ ] 1. A\n  - **Dependencies**: None\n- [ ] 2. B\n  - Dependencies: express 4\n"),
    ],
    failing: [
      .tasks("- [ ] T8 A\n- [ ] T3 Write rows (after all)\n  - _Depends: →T9_\n"),
      .tasks("- [ ] 1. é😀\n  - _Depends: 2, →1.4_\n- [ ] 2. B\n"),
    ],
    check: .feature { context, report in
      context.reportDependencyFaults("unknown-dependency", to: &report)
    })

  static let selfDependency = Rule(
    id: "self-dependency", group: .dependencies,
    summary: "A task waits for itself.",
    rationale: "It could never start.",
    severity: .error,
    passing: [.tasks("- [ ] 1. A\n- [ ] 2. B\n  - _Depends: 1_\n")],
    failing: [.tasks("- [ ] 1. A\n  - _Depends: →1_\n")],
    check: .feature { context, report in
      context.reportDependencyFaults("self-dependency", to: &report)
    })

  static let dependencyCycle = Rule(
    id: "dependency-cycle", group: .dependencies,
    summary: "Tasks wait for each other in a circle.",
    rationale: "None of them could ever start.",
    severity: .error,
    passing: [.tasks("- [ ] 1. A\n- [ ] 2. B\n  - _Depends: 1_\n")],
    failing: [.tasks("- [ ] 1. A\n  - _Depends: →2_\n- [ ] 2. B\n  - _Depends: 1_\n")],
    check: .feature { context, report in
      context.reportDependencyFaults("dependency-cycle", to: &report)
    })

  static let unknownFeatureDependency = Rule(
    id: "unknown-feature-dependency", group: .dependencies,
    summary: "A feature waits for one that does not exist.",
    rationale: "The order of the features cannot be found.",
    severity: .error,
    passing: [.registry("features:\n  a: {}\n  b: {depends_on: [a]}\n")],
    failing: [.registry("features:\n  alpha: {}\n  b: {depends_on: [→alpa]}\n")],
    check: .workspace { context, report in
      context.reportFeatureFaults("unknown-feature-dependency", to: &report)
    })

  static let featureCycle = Rule(
    id: "feature-cycle", group: .dependencies,
    summary: "Features wait for each other in a circle.",
    rationale: "None of them could ever start.",
    severity: .error,
    passing: [.registry("features:\n  a: {}\n  b: {depends_on: [a]}\n")],
    failing: [.registry("features:\n  a: {depends_on: [→b]}\n  b: {depends_on: [a]}\n")],
    check: .workspace { context, report in
      context.reportFeatureFaults("feature-cycle", to: &report)
    })
}

extension FeatureContext {
  fileprivate func reportDependencyFaults(_ rule: String, to report: inout RuleReport) {
    for finding in dependencyFaults where finding.rule == rule { report(finding) }
  }
}

extension WorkspaceContext {
  fileprivate func reportFeatureFaults(_ rule: String, to report: inout RuleReport) {
    for finding in FeatureDependencyFaults.find(in: workspace) where finding.rule == rule {
      report(finding)
    }
  }
}
