/// Everything that was read of a directory tree with specs.
package struct Workspace: Sendable {
  /// In the order of their paths.
  package var features: [Feature]
  package var registry: Registry?
  package var configuration: Configuration?
  /// In the order of their paths.
  package var agents: [AgentFile]
  /// What is there but could not be read, with the reason.
  package var unreadable: [UnreadableFile]
  /// Paths relative to the root that rules ask about and that exist, such as spec folders without documents.
  package var directories: Set<String>

  package init(
    features: [Feature] = [], registry: Registry? = nil, configuration: Configuration? = nil,
    agents: [AgentFile] = [], unreadable: [UnreadableFile] = [], directories: Set<String> = []
  ) {
    self.features = features
    self.registry = registry
    self.configuration = configuration
    self.agents = agents
    self.unreadable = unreadable
    self.directories = directories
  }
}

/// The documents of one feature.
package struct Feature: Sendable {
  /// Whose layout the folder follows.
  package enum Layout: String, Sendable, Hashable, CaseIterable {
    case claude, kiro, specWorkflow
  }

  /// The folder's name.
  package var name: String
  /// The folder relative to the root, such as `.claude/specs/dashboard`.
  package var directory: String
  package var layout: Layout
  package var requirements: RequirementsDocument?
  package var design: DesignDocument?
  package var tasks: TasksDocument?

  package init(
    name: String, directory: String, layout: Layout, requirements: RequirementsDocument? = nil,
    design: DesignDocument? = nil, tasks: TasksDocument? = nil
  ) {
    self.name = name
    self.directory = directory
    self.layout = layout
    self.requirements = requirements
    self.design = design
    self.tasks = tasks
  }
}

/// A file that is there and could not be read.
package struct UnreadableFile: Sendable, Hashable {
  package var path: String
  /// What keeps it from being read: a phrase such as `permission denied`.
  package var reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
