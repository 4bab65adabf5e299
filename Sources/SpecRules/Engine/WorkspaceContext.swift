package import Diagnostics
package import SpecModel
import SpecPlanning

/// The workspace as rules see it, with its names collected once.
package struct WorkspaceContext: Sendable {
  package let workspace: Workspace
  /// The agent files by identity, documents left out; of files with the same name the first.
  package let agentFiles: [String: AgentFile]
  /// The names by which an agent can be called; empty when the workspace has no agents.
  ///
  /// They are those of agent files, of the configuration's categories, and of Claude Code's own.
  package let agentNames: Set<String>
  /// The agents that the registry names anywhere.
  package let registeredAgents: Set<String>
  /// The names of registered features and of spec folders.
  package let featureNames: Set<String>
  /// The rules that the configuration defines.
  package let ruleNames: Set<String>
  /// The folders that exist, without a slash at the end.
  package let folders: Set<String>
  /// What is wrong with the declared workflows, as planning sees them.
  package let workflowFaults: [Finding]
  /// The words that the configuration calls vague.
  package let vagueWords: VagueWords

  package init(_ workspace: Workspace) {
    self.workspace = workspace
    let agents = workspace.agents.filter { !$0.isDocument }
    agentFiles = Dictionary(agents.map { ($0.identity, $0) }) { first, _ in first }
    var names = Set(agentFiles.keys)
    // A reference by file name works as well as one by declared name.
    for agent in agents { names.insert(agent.baseName) }
    for agent in workspace.configuration?.agents ?? [] { names.insert(agent.name.value) }
    if !names.isEmpty { names.formUnion(Self.builtInAgents) }
    agentNames = names
    registeredAgents = Set(workspace.registry?.agentReferences.map(\.value) ?? [])
    featureNames = Set(
      (workspace.registry?.features ?? []).map(\.name.value) + workspace.features.map(\.name))
    ruleNames = Set((workspace.configuration?.ruleNames ?? []).map(\.value))
    workflowFaults =
      workspace.configuration.map { configuration in
        configuration.workflows.flatMap {
          WorkflowFaults.find(in: $0, of: configuration.file.path) { word, known in
            .renaming(word, among: known, in: configuration.file)
          }
        }
      } ?? []
    let settings = workspace.configuration?.validation
    vagueWords = VagueWords(
      adding: settings?.addedVagueWords.map(\.value) ?? [],
      removing: settings?.removedVagueWords.map(\.value) ?? [])
    folders = workspace.directories.union(workspace.features.map(\.directory))
  }

  /// The agents that Claude Code brings along.
  private static let builtInAgents: Set<String> = [
    "general-purpose", "Explore", "Plan", "statusline-setup", "output-style-setup",
  ]
}
