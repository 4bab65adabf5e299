import Diagnostics
import SpecModel

extension Rule {
  static let unknownTaskAgent = Rule(
    id: "unknown-task-agent", group: .tasks,
    summary: "A task names an agent that does not exist.",
    rationale: "Nobody would do the task, or somebody else than was meant.",
    severity: .error,
    passing: [
      .tasks("- [ ] 1. A\n  - _Agent: tester_\n", with: [tester]),
      .tasks("- [ ] 1. A\n  - **Owner**: Maria\n", with: [tester]),
    ],
    failing: [.tasks("- [ ] 1. A\n  - _Agent: →testr_\n", with: [tester])],
    check: .feature { context, report in
      guard let document = context.feature.tasks, !context.workspace.agentNames.isEmpty else {
        return
      }
      let names = context.workspace.agentNames
      var search = NearMissSearch(names.sorted())
      for index in document.tasks.indices where !document.tasks[index].values.isEmpty {
        guard let agent = document.tasks[index].agent,
          !names.contains(agent.value)
        else {
          continue
        }
        let candidates = search.candidates()
        report(
          Finding(
            "there is no agent '\(agent.value)'", in: document.path, at: agent.range,
            help: nearMiss(to: agent.value, among: candidates).map {
              "did you mean '\($0)'?"
            } ?? "'specctl agents' lists the agents",
            fix: .renaming(agent, among: candidates, in: document.text.file)))
      }
    })

  private static let tester = (
    path: ".claude/agents/tester.md", text: "---\nname: tester\ndescription: Tests\n---\nTest.\n"
  )
}
