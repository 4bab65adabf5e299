import Diagnostics
package import SpecModel

/// The workflows of a workspace: those that it declares, and those that it has anyway.
package struct WorkflowCatalogue: Sendable {
  /// A workflow, and whether the workspace declares it.
  package struct Entry: Sendable {
    package var workflow: Workflow
    package var isBuiltIn: Bool
  }

  /// The declared ones in the order written, then the built-in ones whose names are not declared.
  package let entries: [Entry]

  /// Without a configuration there are only the built-in ones.
  package init(_ configuration: Configuration?) {
    let declared = configuration?.workflows ?? []
    let names = Set(declared.map(\.name.value))
    entries =
      declared.map { Entry(workflow: $0, isBuiltIn: false) }
      + BuiltInWorkflows.all.filter { !names.contains($0.name.value) }
      .map { Entry(workflow: $0, isBuiltIn: true) }
  }

  /// In the order of ``entries``; a name that is declared twice stands there twice.
  package var names: [String] { entries.map(\.workflow.name.value) }

  /// The first entry of a name; letter case counts.
  package func named(_ name: String) -> Entry? {
    entries.first { $0.workflow.name.value == name }
  }
}
