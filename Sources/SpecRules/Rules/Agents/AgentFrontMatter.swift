import Diagnostics
import SpecModel

extension Rule {
  static let agentWithoutFrontMatter = Rule(
    id: "agent-without-front-matter", group: .agents,
    summary: "An agent has no front matter.",
    rationale: "Without a name and a description no tool finds the agent.",
    severity: .error,
    passing: [.agent("---\nname: tester\ndescription: Tests\n---\nTest.\n")],
    failing: [
      .agent("→# Tester\n\nTests.\n"),
      .agent("# Tester\n\n→---\nname: tester\ndescription: Tests\n---\n"),
    ],
    check: .agent { agent, _, report in
      switch agent.frontMatter {
      case .missing where !agent.isDocument:
        report(
          Finding(
            "agent '\(agent.baseName)' has no front matter", in: agent.file.path, at: Range(0, 0),
            help: "begin the file with '---', 'name:', 'description:' and '---'"))
      case .late:
        report(
          Finding(
            "the front matter does not stand at the top of the file", in: agent.file.path,
            at: agent.latePlace, help: "move it to the first line"))
      default: break
      }
    })

  static let documentAmongAgents = Rule(
    id: "document-among-agents", group: .agents,
    summary: "A document that is no agent lies among the agents.",
    rationale: "Tools try to read it as an agent.",
    severity: .note,
    passing: [.agent("---\nname: tester\ndescription: Tests\n---\nTest.\n")],
    failing: [.agent("→# How to use the agents\n", named: "README")],
    check: .agent { agent, _, report in
      guard agent.isDocument else { return }
      report(Finding("this is no agent", in: agent.file.path, at: Range(0, 0)))
    })

  static let unreadableFrontMatter = Rule(
    id: "unreadable-front-matter", group: .agents,
    summary: "The front matter of an agent cannot be read.",
    rationale: "No tool finds the agent.",
    severity: .error,
    passing: [.agent("---\nname: tester\ndescription: Tests\n---\nTest.\n")],
    failing: [.agent("---\nname: tester\ntools: →[Read\n---\n")],
    check: .agent { agent, _, report in
      for problem in agent.problems where problem.kind == .unreadable {
        report(Finding(problem, in: agent.file.path))
      }
    })

  static let unquotedValue = Rule(
    id: "unquoted-value", group: .agents,
    summary: "The front matter of an agent is readable only by guessing.",
    rationale:
      "A colon or a special sign in an unquoted value makes it invalid YAML, which strict tools refuse.",
    severity: .warning,
    passing: [.agent("---\nname: tester\ndescription: \"Use when: always\"\n---\n")],
    failing: [.agent("---\nname: tester\ndescription: →Use when: always\n---\n")],
    check: .agent { agent, _, report in
      for problem in agent.problems where problem.kind == .tolerated {
        report(Finding(problem, in: agent.file.path))
      }
    })

  static let duplicateAgentKey = Rule(
    id: "duplicate-agent-key", group: .agents,
    summary: "A key is written twice in the front matter of an agent.",
    rationale: "Which value counts differs between tools.",
    severity: .warning,
    passing: [.agent("---\nname: tester\ndescription: Tests\nmodel: opus\n---\n")],
    failing: [.agent("---\nname: tester\ndescription: Tests\nmodel: opus\n→model: haiku\n---\n")],
    check: .agent { agent, _, report in
      for problem in agent.problems where problem.kind == .duplicateKey {
        report(Finding(problem, in: agent.file.path))
      }
    })
}

extension AgentFile {
  /// The `---` line of front matter that stands too far down.
  fileprivate var latePlace: Range<Offset> {
    let bytes = file.bytes
    var start = body.lowerBound.utf8
    if let name { start = name.range.lowerBound.utf8 }
    while start > 3 {
      start -= 1
      if bytes[start] == UInt8(ascii: "-"), bytes[start - 1] == UInt8(ascii: "-"),
        bytes[start - 2] == UInt8(ascii: "-"), start < 3 || bytes[start - 3] == 0x0A
      {
        return Range(start - 2, start + 1)
      }
    }
    return Range(0, 0)
  }
}
