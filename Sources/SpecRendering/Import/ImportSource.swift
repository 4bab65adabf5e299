package import SpecModel

/// A tool whose features can be brought into `.claude/specs`.
package enum ImportSource: String, Sendable, Hashable, CaseIterable {
  /// Features that stand in `.claude/specs` already.
  case claude
  case kiro
  case ccSdd = "cc-sdd"
  case specWorkflow = "spec-workflow"
  case specKit = "spec-kit"
  case openSpec = "openspec"

  /// The tool that a feature was made with, as far as its folder tells.
  package init(of feature: Feature) {
    self =
      switch feature.layout {
      case .claude: .claude
      case .kiro: feature.profile == .ccSdd ? .ccSdd : .kiro
      case .specWorkflow: .specWorkflow
      case .specKit: .specKit
      case .openSpec: .openSpec
      }
  }

  /// The name by which people know the tool.
  package var title: String {
    switch self {
    case .claude: "claude-code-spec-workflow"
    case .kiro: "Kiro"
    case .ccSdd: "cc-sdd"
    case .specWorkflow: "spec-workflow"
    case .specKit: "Spec Kit"
    case .openSpec: "OpenSpec"
    }
  }

  /// What the tool keeps for the project as a whole, as paths of folders and files.
  package var projectPaths: [String] {
    switch self {
    case .claude: [".claude/steering"]
    case .kiro, .ccSdd: [".kiro/steering"]
    case .specWorkflow: [".spec-workflow/steering"]
    case .specKit: [".specify/memory"]
    case .openSpec: ["openspec/project.md", "openspec/AGENTS.md", "openspec/config.yaml"]
    }
  }
}
