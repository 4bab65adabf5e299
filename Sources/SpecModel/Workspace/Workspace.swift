/// Everything that was read of a directory tree with specs.
package struct Workspace: Sendable {
  /// In the order of their paths.
  package var features: [Feature]
  /// The registry that counts: the first one found that does not belong to another tool.
  package var registry: Registry?
  /// The configuration that counts, chosen likewise.
  package var configuration: Configuration?
  /// All registries found, the strongest place first.
  package var registryPaths: [String] = []
  /// All configurations found, the strongest place first.
  package var configurationPaths: [String] = []
  /// In the order of their paths.
  package var agents: [AgentFile]
  /// The settings of single capabilities, in the order of their places.
  package var capabilities: [CapabilityFile] = []
  /// `nil` where nobody uses OpenSpec.
  package var openSpec: OpenSpecProject?
  /// The specifications of layers and modules; `nil` where there are none.
  package var layered: LayeredSystem?
  /// What was reviewed; `nil` where nobody has begun to.
  package var reviewLock: ReviewLock?
  /// What is there but could not be read, with the reason.
  package var unreadable: [UnreadableFile]
  /// Paths relative to the root, without a slash at the end, that rules ask about and that exist:
  /// all folders below the spec directories, with and without documents, and what the registry and
  /// the configuration name.
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
    /// `specs/001-name/{spec,plan,tasks}.md` of Spec Kit.
    case specKit
    /// `openspec/changes/<id>/` of OpenSpec, whose specifications stand apart.
    case openSpec

    /// Whether the documents are requirements, design and tasks in the grammar of ``RequirementsDocument``.
    package var hasRequirements: Bool {
      switch self {
      case .claude, .kiro, .specWorkflow: true
      case .specKit, .openSpec: false
      }
    }
  }

  /// The folder's name.
  package var name: String
  /// The folder relative to the root, such as `.claude/specs/dashboard`.
  package var directory: String
  package var layout: Layout
  /// As found by the layout and by what the tools leave in the folder.
  package var profile: Profile
  /// `requirements.md`, else `bugfix.md`; Spec Kit's `spec.md`; `nil` for OpenSpec.
  package var requirements: RequirementsDocument?
  /// `design.md`, or Spec Kit's `plan.md`.
  package var design: DesignDocument?
  /// `tasks.md`; of a module, the tasks of its document.
  package var tasks: TasksDocument?

  package init(
    name: String, directory: String, layout: Layout, profile: Profile? = nil,
    requirements: RequirementsDocument? = nil, design: DesignDocument? = nil,
    tasks: TasksDocument? = nil
  ) {
    self.name = name
    self.directory = directory
    self.layout = layout
    self.profile = profile ?? layout.profile
    self.requirements = requirements
    self.design = design
    self.tasks = tasks
  }
}

/// A file that is there and could not be read.
package struct UnreadableFile: Sendable, Hashable {
  /// Relative to the root.
  package var path: String
  /// What keeps it from being read: a phrase such as `permission denied`.
  package var reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
