/// The files of a new workspace.
package struct WorkspaceScaffold: Sendable {
  /// Which of the built-in agents a workspace starts with.
  package enum Roster: String, Sendable, CaseIterable {
    /// All 45.
    case all
    /// The fourteen that look after specs.
    case spec
    case none
  }

  package let roster: Roster

  package init(roster: Roster) {
    self.roster = roster
  }

  /// Configuration, registry, templates of documents and agents, in the order of their paths.
  package var files: [ScaffoldFile] {
    (settings + templates + agents).sorted { $0.path < $1.path }
  }

  private var settings: [ScaffoldFile] {
    let configuration =
      switch roster {
      case .all: "config-all.yaml"
      case .spec: "config.yaml"
      case .none: "config-none.yaml"
      }
    return [
      ("config.yaml", "workspace/\(configuration)"),
      ("feature_registry.yaml", "workspace/feature_registry.yaml"),
    ].compactMap { name, template in
      BuiltInTemplates.template(template).map {
        ScaffoldFile(path: ".claude/\(name)", text: $0.text)
      }
    }
  }

  private var templates: [ScaffoldFile] {
    DocumentKind.allCases.compactMap { kind in
      BuiltInTemplates.template("documents/\(kind.templateName)").map {
        ScaffoldFile(path: ".claude/templates/\(kind.templateName)", text: $0.text)
      }
    }
  }

  private var agents: [ScaffoldFile] {
    BuiltInTemplates.agents.filter { agent in
      switch roster {
      case .all: true
      case .spec: agent.category == "spec"
      case .none: false
      }
    }.map { ScaffoldFile(path: ".claude/agents/\($0.category)/\($0.name).md", text: $0.text) }
  }
}
