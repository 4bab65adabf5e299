import Diagnostics
import SpecModel

extension Rule {
  static let ambiguousDependency = Rule(
    id: "ambiguous-dependency", group: .dependencies,
    summary: "A dependency on a bare number could mean a task or a phase.",
    rationale: "The task is taken to be meant; whoever meant the phase gets another plan.",
    severity: .note,
    passing: [
      .tasks("## Phase 1: A\n- [ ] 1.1 B\n- [ ] 1.2 C\n  - _Depends: 1.1_\n"),
      .tasks("## 2. A\n- [ ] 2. B\n- [ ] 3. C\n  - _Depends: 2_\n"),
      .tasks("## Phase 1: A\n- [ ] 1. B\n- [ ] 2. C\n  - _Depends: Task 1_\n"),
    ],
    failing: [
      .tasks(
        "## Phase 1: é\n- [ ] 1. B\n- [ ] 2. C\n## Phase 2: D\n- [ ] 3. E\n  - _Depends: →1_\n")
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks, !context.dependencyLinks.isEmpty else { return }
      var phases: [String: Int] = [:]
      for index in document.groups.indices where !document.groups[index].word.isEmpty {
        guard let id = document.groups[index].id, phases[id] == nil else { continue }
        phases[id] = index
      }
      guard !phases.isEmpty else { return }
      for link in context.dependencyLinks where link.reference.word.isEmpty {
        guard case .identifier(let id) = link.reference.kind, let phase = phases[id],
          document.firstByID[id] != nil
        else { continue }
        let group = document.groups[phase]
        let leaves = group.tasks.filter { document.tasks[$0].isLeaf }
        guard leaves != link.targets, !leaves.isEmpty else { continue }
        report(
          Finding(
            "'\(id)' is taken for task '\(id)', but there is a \(group.word) \(id) as well",
            in: document.path, at: link.reference.range,
            help: "write 'Task \(id)' or '\(group.word.capitalizedFirst) \(id)'",
            notes: [Finding.Note("the \(group.word)", in: document.path, at: group.range)]))
      }
    })
}

extension String {
  fileprivate var capitalizedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }
}
