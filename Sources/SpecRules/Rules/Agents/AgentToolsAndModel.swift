import Diagnostics
import SpecModel

extension Rule {
  static let unknownTool = Rule(
    id: "unknown-tool", group: .agents,
    summary: "An agent lists a tool that Claude Code does not have.",
    rationale: "The agent works without the tool and does not say so.",
    severity: .warning,
    passing: [
      .agent(
        "---\nname: tester\ndescription: Tests\ntools: Read, Bash(git:*), mcp__github__get\n---\n")
    ],
    failing: [
      .agent("---\nname: tester\ndescription: Tests\ntools: Read, →Reed, →grep\n---\n")
    ],
    check: .agent { agent, _, report in
      for tool in agent.tools ?? [] where !ClaudeTools.knows(tool.value) {
        report(
          Finding(
            "there is no tool '\(tool.value)'", in: agent.file.path, at: tool.range,
            help: ClaudeTools.nearest(tool.value).map { "did you mean '\($0)'?" }))
      }
    })

  static let emptyTools = Rule(
    id: "empty-tools", group: .agents,
    summary: "An agent's list of tools is empty.",
    rationale: "Some readers take it for no tools, others for all.",
    severity: .note,
    passing: [.agent("---\nname: tester\ndescription: Tests\n---\nTest.\n")],
    failing: [.agent("→---\nname: tester\ndescription: Tests\ntools:\n---\n")],
    check: .agent { agent, _, report in
      guard let tools = agent.tools, tools.isEmpty else { return }
      report(
        Finding(
          "agent '\(agent.identity)' has an empty list of tools", in: agent.file.path,
          at: Range(0, 3), help: "leave 'tools' out to allow all of them"))
    })

  static let unknownModel = Rule(
    id: "unknown-model", group: .agents,
    summary: "An agent asks for a model that is not known.",
    rationale: "The agent fails when it is started, or runs on another model.",
    severity: .warning,
    passing: [
      .agent("---\nname: tester\ndescription: Tests\nmodel: sonnet\n---\n"),
      .agent("---\nname: tester\ndescription: Tests\nmodel: claude-opus-4-1\n---\n"),
    ],
    failing: [.agent("---\nname: tester\ndescription: Tests\nmodel: →sonet\n---\n")],
    check: .agent { agent, _, report in
      guard let model = agent.model, !ClaudeTools.knowsModel(model.value) else { return }
      report(
        Finding(
          "there is no model '\(model.value)'", in: agent.file.path, at: model.range,
          help: nearMiss(to: model.value, among: ClaudeTools.models).map { "did you mean '\($0)'?" }
            ?? "use sonnet, opus, haiku, inherit or a full model id"))
    })
}

/// What Claude Code offers to agents, as its documentation of sub-agents and settings lists it.
private enum ClaudeTools {
  static let models = ["sonnet", "opus", "haiku", "inherit", "opusplan", "default"]

  private static let tools: Set<String> = [
    "Agent", "AskUserQuestion", "Bash", "BashOutput", "Edit", "EnterPlanMode", "ExitPlanMode",
    "EnterWorktree", "ExitWorktree", "Glob", "Grep", "KillBash", "KillShell", "ListMcpResources",
    "ListMcpResourcesTool", "LS", "LSP", "MultiEdit", "NotebookEdit", "NotebookRead", "Read",
    "ReadMcpResource", "ReadMcpResourceTool", "Skill", "SlashCommand", "Task", "TaskCreate",
    "TaskGet", "TaskList", "TaskOutput", "TaskStop", "TaskUpdate", "TodoRead", "TodoWrite",
    "ToolSearch", "WebFetch", "WebSearch", "Write", "Monitor", "PowerShell", "SendMessage",
    "CronCreate", "CronDelete", "CronList",
  ]

  /// Whether a tool can be listed: a known one, with or without a pattern, any of an MCP server, or all.
  static func knows(_ tool: String) -> Bool {
    let name = tool.prefix { $0 != "(" }
    return tool == "*" || tool.isEmpty || name.hasPrefix("mcp__") || tools.contains(String(name))
  }

  static func nearest(_ tool: String) -> String? {
    nearMiss(to: tool, among: tools.sorted())
  }

  static func knowsModel(_ model: String) -> Bool {
    let base = model.prefix { $0 != "[" }
    return models.contains(String(base)) || base.contains("claude-") || model.contains("/")
      || model.contains(":")
  }
}
