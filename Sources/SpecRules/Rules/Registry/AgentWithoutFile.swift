import Diagnostics
import SpecModel

extension Rule {
  static let agentWithoutFile = Rule(
    id: "agent-without-file", group: .configuration,
    summary: "An agent of the configuration has no file.",
    rationale: "Claude Code knows only agents that have one.",
    severity: .note,
    passing: [
      .configuration(
        "agents:\n  quality: [tester]\n",
        with: [(".claude/agents/tester.md", "---\nname: tester\ndescription: Tests\n---\n")])
    ],
    failing: [
      .configuration(
        "agents:\n  quality: [tester, →reviewer]\n",
        with: [(".claude/agents/tester.md", "---\nname: tester\ndescription: Tests\n---\n")])
    ],
    check: .workspace { context, report in
      guard let configuration = context.workspace.configuration, !context.agentFiles.isEmpty else {
        return
      }
      let baseNames = Set(context.agentFiles.values.map(\.baseName))
      for agent in configuration.agents
      where context.agentFiles[agent.name.value] == nil && !baseNames.contains(agent.name.value) {
        report(
          Finding(
            "agent '\(agent.name.value)' has no file", in: configuration.file.path,
            at: agent.name.range, help: "write '.claude/agents/\(agent.name.value).md'"))
      }
    })
}
