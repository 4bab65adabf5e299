import Diagnostics
import SpecModel

extension Rule {
  static let agentWithoutName = Rule(
    id: "agent-without-name", group: .agents,
    summary: "An agent has no name.",
    rationale: "The name is how the registry, the configuration and Claude Code call it.",
    severity: .error,
    passing: [.agent("---\nname: tester\ndescription: Tests\n---\nTest.\n")],
    failing: [.agent("→---\ndescription: Tests\n---\nTest.\n")],
    check: .agent { agent, _, report in
      guard agent.isReadable, agent.name?.value.isEmpty ?? true else { return }
      report(
        Finding(
          "agent '\(agent.baseName)' has no name", in: agent.file.path,
          at: agent.name?.range ?? Range(0, 3), help: "write 'name: \(agent.baseName)'"))
    })

  static let agentWithoutDescription = Rule(
    id: "agent-without-description", group: .agents,
    summary: "An agent has no description.",
    rationale: "Claude Code decides by the description when to use the agent.",
    severity: .error,
    passing: [.agent("---\nname: tester\ndescription: Tests\n---\nTest.\n")],
    failing: [.agent("→---\nname: tester\n---\nTest.\n")],
    check: .agent { agent, _, report in
      guard agent.isReadable, agent.summary?.value.isEmpty ?? true else { return }
      report(
        Finding(
          "agent '\(agent.identity)' has no description", in: agent.file.path,
          at: agent.summary?.range ?? Range(0, 3),
          help: "write 'description: \"…\"' that says when to use the agent"))
    })

  static let agentNameMismatch = Rule(
    id: "agent-name-mismatch", group: .agents,
    summary: "An agent's name is not that of its file.",
    rationale: "Who looks for the agent by one of the two does not find it by the other.",
    severity: .warning,
    passing: [.agent("---\nname: tester\ndescription: Tests\n---\nTest.\n")],
    failing: [.agent("---\nname: →reviewer\ndescription: Tests\n---\nTest.\n")],
    check: .agent { agent, _, report in
      guard let name = agent.name, !name.value.isEmpty, name.value != agent.baseName else { return }
      report(
        Finding(
          "the agent is named '\(name.value)', its file '\(agent.baseName).md'",
          in: agent.file.path, at: name.range, help: "rename one of them"))
    })

  static let agentNameForm = Rule(
    id: "agent-name-form", group: .agents,
    summary: "An agent's name is not in kebab-case.",
    rationale: "Claude Code wants lower-case letters and dashes.",
    severity: .note,
    passing: [.agent("---\nname: tester\ndescription: Tests\n---\nTest.\n")],
    failing: [
      .agent("---\nname: →Code_Reviewer\ndescription: Tests\n---\n", named: "Code_Reviewer")
    ],
    check: .agent { agent, _, report in
      guard let name = agent.name, !name.value.isEmpty, !AgentFile.isKebabCase(name.value) else {
        return
      }
      report(
        Finding(
          "the name '\(name.value)' is not in kebab-case", in: agent.file.path, at: name.range))
    })

  static let duplicateAgent = Rule(
    id: "duplicate-agent", group: .agents,
    summary: "Two agents have the same name.",
    rationale: "Only one of them is used, and which one is not said anywhere.",
    severity: .warning,
    passing: [.agent("---\nname: tester\ndescription: Tests\n---\nTest.\n")],
    failing: [
      .agent(
        "---\nname: tester\ndescription: Tests\n---\n",
        with: [(".claude/agents/zz/tester.md", "---\nname: →tester\ndescription: Tests\n---\n")])
    ],
    check: .workspace { context, report in
      for agent in context.workspace.agents {
        guard let name = agent.name, let first = context.agentFiles[name.value],
          first.file.path != agent.file.path
        else { continue }
        report(
          Finding(
            "there is another agent '\(name.value)'", in: agent.file.path, at: name.range,
            notes: [Finding.Note("here", in: first.file.path, at: first.name?.range)]))
      }
    })
}

extension AgentFile {
  /// Whether there is front matter and it was understood.
  fileprivate var isReadable: Bool {
    frontMatter == .strict || frontMatter == .tolerant
  }
}
