import Diagnostics
import SpecModel

extension Rule {
  static let unknownAgent = Rule(
    id: "unknown-agent", group: .registry,
    summary: "The registry or the configuration names an agent that does not exist.",
    rationale: "Work that is given to it is done by nobody.",
    severity: .error,
    passing: [
      .registry("features:\n  a:\n    primary_agent: tester\n", with: [tester]),
      .registry("features:\n  a:\n    primary_agent: anybody\n"),
    ],
    failing: [
      .registry("features:\n  a:\n    primary_agent: →testr\n", with: [tester]),
      .configuration(
        "agents:\n  quality: [tester]\n  timeouts:\n    →ui-tester: 60\n", with: [tester]),
      .configuration("agents:\n  quality: [tester]\n  priority_groups:\n    high: [→rules]\n"),
      .configuration(
        "workflows:\n  release:\n    steps:\n      build: {agent: tester}\n"
          + "      é: {agent: →coder}\n", with: [tester]),
    ],
    check: .workspace { context, report in
      guard !context.agentNames.isEmpty else { return }
      var search = NearMissSearch(context.agentNames.sorted())
      if let registry = context.workspace.registry {
        for agent in registry.agentReferences where !context.agentNames.contains(agent.value) {
          report(.unknownAgent(agent, in: registry.file, &search))
        }
      }
      if let configuration = context.workspace.configuration, !configuration.isForeign {
        for agent in configuration.agentReferences
        where !context.agentNames.contains(agent.value) {
          report(.unknownAgent(agent, in: configuration.file, &search))
        }
      }
    })

  private static let tester = (
    path: ".claude/agents/tester.md", text: "---\nname: tester\ndescription: Tests\n---\nTest.\n"
  )
}

extension Finding {
  private static func remedy(_ name: String) -> String {
    WorkerKind(rawValue: name) == nil
      ? "'specctl agents' lists the agents" : "for a kind of worker write 'worker: \(name)'"
  }

  fileprivate static func unknownAgent(
    _ agent: Located<String>, in file: SourceFile, _ search: inout NearMissSearch
  ) -> Finding {
    let names = search.candidates()
    return Finding(
      "there is no agent '\(agent.value)'", in: file.path, at: agent.range,
      help: nearMiss(to: agent.value, among: names).map {
        "did you mean '\($0)'?"
      } ?? remedy(agent.value),
      fix: .renaming(agent, among: names, in: file))
  }
}
