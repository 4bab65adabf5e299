/// The documents of a new feature.
package struct FeatureScaffold: Sendable {
  /// The name in the registry and in documents; it is not checked here.
  package var name: String
  /// The heading of the documents, and the `description` in the registry.
  package var title: String
  /// `nil` for an entry without `primary_agent`; documents say `none` then.
  package var primaryAgent: String?
  package var supportingAgents: [String] = []
  package var qaAgents: [String] = []
  /// `nil` for an entry without `layer`; documents say `none` then.
  package var layer: String?
  package var dependsOn: [String] = []
  /// Whether `architecture.md` is one of the documents.
  package var hasArchitecture = false

  /// Without a title the words of the name are taken: `order-book` becomes `Order Book`.
  package init(name: String, title: String? = nil) {
    self.name = name
    self.title = title ?? FeatureScaffold.title(for: name)
  }

  /// The documents to write.
  package var kinds: [DocumentKind] {
    DocumentKind.allCases.filter { $0 != .architecture || hasArchitecture }
  }

  /// Fills in the templates, the workspace's own where it has one, below a folder.
  package func files(
    in folder: String, ownTemplates: [DocumentKind: Template] = [:]
  ) -> [ScaffoldFile] {
    kinds.compactMap { kind in
      let template =
        ownTemplates[kind] ?? BuiltInTemplates.template("documents/\(kind.templateName)")
      return template.map {
        ScaffoldFile(path: "\(folder)/\(kind.fileName)", text: $0.filled(with: values))
      }
    }
  }

  private var values: [String: String] {
    [
      "name": name, "title": title, "primary_agent": primaryAgent ?? "none",
      "supporting_agents": list(supportingAgents), "qa_agents": list(qaAgents),
      "layer": layer ?? "none", "depends_on": list(dependsOn),
    ]
  }

  private func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }

  /// `order-book` becomes `Order Book`.
  package static func title(for name: String) -> String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }
}
