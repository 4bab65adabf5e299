import Diagnostics
import SpecModel

extension Rule {
  static let unknownKey = Rule(
    id: "unknown-key", group: .configuration,
    summary: "A key means nothing to specctl.",
    rationale: "It may belong to another tool, or be misspelt.",
    severity: .note,
    passing: [.configuration("agents:\n  max_parallel:\n    high: 5\n")],
    failing: [
      .configuration("agents:\n  →max_paralel:\n    high: 5\n"),
      .registry("features:\n  a:\n    →qa_agent: [tester]\n"),
      .capability("events", "events:\n  →webhoks: {enabled: true}\n"),
      .agent("---\nname: tester\ndescription: Tests\n→favourite: blue\n---\n"),
    ],
    check: .workspace { context, report in
      let workspace = context.workspace
      if let registry = workspace.registry {
        for key in registry.unknownKeys + registry.features.flatMap(\.unknownKeys) {
          report(.unknownKey(key, in: registry.file.path))
        }
      }
      if let configuration = workspace.configuration {
        for key in configuration.unknownKeys {
          report(.unknownKey(key, in: configuration.file.path))
        }
      }
      for capability in workspace.capabilities {
        for key in capability.unknownKeys {
          report(.unknownKey(key, in: capability.file.path))
        }
      }
      for agent in workspace.agents {
        for key in agent.unknownKeys { report(.unknownKey(key, in: agent.file.path)) }
      }
    })
}

extension Finding {
  fileprivate static func unknownKey(_ key: UnknownKey, in path: String) -> Finding {
    Finding(
      "the key '\(key.key.value)' is not known\(key.container.isEmpty ? "" : " in '\(key.container)'")",
      in: path, at: key.key.range,
      help: nearMiss(to: key.key.value, among: key.known).map { "did you mean '\($0)'?" })
  }
}
