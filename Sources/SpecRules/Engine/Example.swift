/// A small workspace in which a rule reports, or does not.
package struct Example: Sendable {
  /// The files by path, in the order given; `→` marks where the rule reports.
  package let files: [(path: String, text: String)]
  /// Where the example stands in the sources, so that a failing test points at it.
  package let line: Int

  /// A folder of the example feature.
  package static let folder = ".claude/specs/example"

  package init(_ files: [(path: String, text: String)], line: Int = #line) {
    self.files = files
    self.line = line
  }

  /// A task list, with any further files.
  package static func tasks(
    _ text: String, with others: [(path: String, text: String)] = [], line: Int = #line
  ) -> Example {
    Example([("\(folder)/tasks.md", text)] + others, line: line)
  }

  /// A requirements document, with any further files.
  package static func requirements(
    _ text: String, with others: [(path: String, text: String)] = [], line: Int = #line
  ) -> Example {
    Example([("\(folder)/requirements.md", text)] + others, line: line)
  }

  /// A design, with any further files.
  package static func design(
    _ text: String, with others: [(path: String, text: String)] = [], line: Int = #line
  ) -> Example {
    Example([("\(folder)/design.md", text)] + others, line: line)
  }

  /// A registry, with any further files.
  package static func registry(
    _ text: String, with others: [(path: String, text: String)] = [], line: Int = #line
  ) -> Example {
    Example([(".claude/feature_registry.yaml", text)] + others, line: line)
  }

  /// A configuration, with any further files.
  package static func configuration(
    _ text: String, with others: [(path: String, text: String)] = [], line: Int = #line
  ) -> Example {
    Example([(".claude/config.yaml", text)] + others, line: line)
  }

  /// The settings of a capability, `.claude/orchestrator/<name>_config.yaml`, with any further files.
  package static func capability(
    _ name: String, _ text: String, with others: [(path: String, text: String)] = [],
    line: Int = #line
  ) -> Example {
    Example([(".claude/orchestrator/\(name)_config.yaml", text)] + others, line: line)
  }

  /// The MCP servers of the project, `.claude/orchestrator/mcp_config.json`.
  package static func servers(_ text: String, line: Int = #line) -> Example {
    Example([(".claude/orchestrator/mcp_config.json", text)], line: line)
  }

  /// A specification of Spec Kit, `specs/001-example/spec.md`, with its task list where there is one.
  package static func specKit(
    _ text: String = "", tasks: String? = nil, line: Int = #line
  ) -> Example {
    Example(
      [("specs/001-example/spec.md", text)]
        + [tasks].compactMap { $0 }.map { ("specs/001-example/tasks.md", $0) }, line: line)
  }

  /// The specification `openspec/specs/example/spec.md` of OpenSpec, with any further files.
  package static func openSpec(
    _ text: String, with others: [(path: String, text: String)] = [], line: Int = #line
  ) -> Example {
    Example([("openspec/specs/example/spec.md", text)] + others, line: line)
  }

  /// What the change `openspec/changes/one` does to the capability `example`, with any further files.
  package static func delta(
    _ text: String, with others: [(path: String, text: String)] = [], line: Int = #line
  ) -> Example {
    Example([("openspec/changes/one/specs/example/spec.md", text)] + others, line: line)
  }

  /// The module `.claude/layers/core/modules/<NAME>_AGENT.md`, with any further files.
  package static func module(
    _ text: String, named name: String = "CLOCK",
    with others: [(path: String, text: String)] = [], line: Int = #line
  ) -> Example {
    Example([(".claude/layers/core/modules/\(name)_AGENT.md", text)] + others, line: line)
  }

  /// An agent file `.claude/agents/<name>.md`, with any further files.
  package static func agent(
    _ text: String, named name: String = "tester",
    with others: [(path: String, text: String)] = [], line: Int = #line
  ) -> Example {
    Example([(".claude/agents/\(name).md", text)] + others, line: line)
  }
}
