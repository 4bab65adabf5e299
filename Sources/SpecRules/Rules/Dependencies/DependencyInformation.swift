import Diagnostics
import SpecModel

extension Rule {
  static let noDependencies = Rule(
    id: "no-dependencies", group: .dependencies,
    summary: "A task list says of no task what it waits for.",
    rationale:
      "It is planned in the order written; declared dependencies let tasks run side by side.",
    severity: .note,
    // Others order their tasks by phases, and say so in prose.
    profiles: Profile.threeDocuments,
    passing: [.tasks("- [ ] 1. A\n- [ ] 2. B\n  - _Depends: 1_\n"), .tasks("- [ ] 1. A\n")],
    failing: [.tasks("→- [ ] 1. A\n- [ ] 2. B\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks, document.tasks.count > 1,
        !document.declaresAnyDependency
      else { return }
      report(
        Finding(
          "no task says what it waits for, so they are planned in the order written",
          in: document.path, at: document.tasks[0].range,
          help: "write '- _Depends: 1.1_' below a task, or 'None'"))
    })

  static let forwardDependency = Rule(
    id: "forward-dependency", group: .dependencies,
    summary: "A task waits for one that is written further down.",
    rationale: "It is legal, but often a number was mistyped.",
    severity: .note,
    passing: [
      .tasks("- [ ] 1. A\n- [ ] 2. B\n  - _Depends: 1_\n"),
      // A cycle is a fault of its own.
      .tasks("- [ ] 1. A\n  - _Depends: 2_\n- [ ] 2. B\n  - _Depends: 1_\n"),
    ],
    failing: [.tasks("- [ ] 1. A\n  - _Depends: →2_\n- [ ] 2. B\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks, let index = context.taskIndex else { return }
      for position in document.tasks.indices {
        let written = [
          document.tasks[position].dependencies, document.tasks[position].inlineDependencies,
        ]
        for reference in written.joined() {
          guard case .tasks(let targets) = index.resolve(reference, at: position),
            let later = targets.first(where: { $0 > position }),
            !index.leaves(of: position).contains(later),
            !context.isFaulty(reference.range)
          else { continue }
          report(
            Finding(
              "task '\(document.tasks[position].id)' waits for '\(document.tasks[later].id)', which is written later",
              in: document.path, at: reference.range))
        }
      }
    })
}

extension FeatureContext {
  /// Whether an edge that is written at a place is part of what is wrong with the dependencies.
  fileprivate func isFaulty(_ range: Range<Offset>) -> Bool {
    dependencyFaults.contains { fault in
      fault.range == range || fault.notes.contains { $0.range == range }
    }
  }
}
