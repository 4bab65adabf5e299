import Diagnostics
import SpecModel

extension Rule {
  static let incompleteServer = Rule(
    id: "incomplete-server", group: .capabilities,
    summary: "An MCP server has neither a command nor an address.",
    rationale: "It can be neither started nor reached, so its tools are missing.",
    severity: .warning,
    passing: [
      .servers(#"{"mcpServers": {"a": {"command": "npx", "args": ["a"]}}}"#),
      .servers(#"{"mcpServers": {"a": {"type": "http", "url": "https://example.com/mcp"}}}"#),
    ],
    failing: [.servers(#"{"mcpServers": {→"a": {"args": ["a"]}}}"#)],
    check: .workspace { context, report in
      context.workspace.reportCapabilityProblems(.incomplete, to: &report)
    })

  static let unexpandedVariable = Rule(
    id: "unexpanded-variable", group: .capabilities,
    summary: "A reference to the environment has a form that MCP clients do not read.",
    rationale: "The server gets the text itself in place of the value.",
    severity: .warning,
    passing: [
      .servers(#"{"mcpServers": {"a": {"command": "x", "env": {"A": "${A:-none}"}}}}"#),
      .servers(#"{"mcpServers": {"a": {"command": "x", "env": {"PRICE": "$5"}}}}"#),
    ],
    failing: [
      .servers(#"{"mcpServers": {"a": {"command": "x", "env": {"A": →"$A_TOKEN"}}}}"#),
      .servers(#"{"mcpServers": {"a": {"command": "x", "args": [→"${HOME/é"]}}}"#),
    ],
    check: .workspace { context, report in
      context.workspace.reportCapabilityProblems(.variable, to: &report)
    })

  static let unknownServer = Rule(
    id: "unknown-server", group: .capabilities,
    summary: "An agent lists a tool of an MCP server that the project does not define.",
    rationale: "The tool is there only for people who have defined the server for themselves.",
    severity: .note,
    passing: [
      .agent(toolList("mcp__github__get"), with: [servers]),
      .agent(toolList("mcp__github__get")),
    ],
    failing: [.agent(toolList("Read, →mcp__githb__get"), with: [servers])],
    check: .workspace { context, report in
      let files = context.workspace.capabilities.filter { $0.kind == .mcp && !$0.isForeign }
      guard !files.isEmpty, !files.contains(where: { $0.root == nil }) else { return }
      let known = Set(files.flatMap(\.servers).map { ServerName.inTools($0.value) })
      // Agents share servers, and one finding for each says all there is to do.
      var found: [String: (agents: Set<String>, path: String, place: Range<Offset>)] = [:]
      for agent in context.workspace.agents {
        for tool in agent.tools ?? [] {
          guard let server = ServerName.of(tool.value), !known.contains(server) else { continue }
          found[server, default: ([], agent.file.path, tool.range)].agents.insert(agent.file.path)
        }
      }
      var search = NearMissSearch(known.sorted())
      for (server, use) in found.sorted(by: { $0.key < $1.key }) {
        let count = use.agents.count
        report(
          Finding(
            "the server '\(server)' of this tool is not defined", in: use.path, at: use.place,
            help: search.nearMiss(to: server).map { "did you mean '\($0)'?" }
              ?? "'\(files[0].file.path)' defines the servers"
              + (count > 1 ? "; \(count) agents list tools of this one" : "")))
      }
    })

  private static let servers = (
    path: ".mcp.json", text: #"{"mcpServers": {"github": {"command": "npx"}}}"#
  )

  private static func toolList(_ tools: String) -> String {
    "---\nname: tester\ndescription: Tests\ntools: \(tools)\n---\nTest.\n"
  }
}

/// The part of a tool's name that says which server it is of.
private enum ServerName {
  /// `github` of `mcp__github__get_issue`; `nil` of other tools, of patterns and of plugins' servers.
  static func of(_ tool: String) -> String? {
    let prefix = "mcp__"
    guard tool.hasPrefix(prefix) else { return nil }
    let rest = tool.dropFirst(prefix.count)
    let name = rest.firstRange(of: "__").map { rest[..<$0.lowerBound] } ?? rest
    guard !name.isEmpty, !name.contains("*"), !name.hasPrefix("plugin_"),
      !name.hasPrefix("claude_ai_")
    else { return nil }
    return String(name)
  }

  /// A server's name as it stands in the names of its tools.
  static func inTools(_ name: String) -> String {
    String(
      name.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-" || $0 == "_" ? $0 : "_" })
  }
}
