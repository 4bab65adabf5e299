/// The conventions that a feature's documents follow, which decide what the rules ask of them.
package enum Profile: String, Sendable, Hashable, CaseIterable {
  /// Every rule as the catalogue has it.
  case specctl
  case claude
  case kiro
  case ccSdd = "cc-sdd"
  case specWorkflow = "spec-workflow"
  case specKit = "spec-kit"
  case openSpec = "openspec"

  /// The profiles of features with requirements, design and tasks, the tasks citing the
  /// requirements by number.
  package static let threeDocuments: Set<Profile> = [
    .specctl, .claude, .kiro, .ccSdd, .specWorkflow,
  ]

  /// Every profile.
  package static let all = Set(allCases)
}

extension Feature.Layout {
  /// The profile of a feature of which nothing is known but its layout.
  package var profile: Profile {
    switch self {
    case .claude: .claude
    case .kiro: .kiro
    case .specWorkflow: .specWorkflow
    case .specKit: .specKit
    case .openSpec: .openSpec
    }
  }
}

extension Feature {
  /// The profile that the feature is held to where one is wanted for all features.
  ///
  /// One for other documents than the feature has is none for it: who wants Kiro's for all does not
  /// want user stories of Spec Kit read as requirements of Kiro.
  package func profile(preferring wanted: Profile?) -> Profile {
    guard let wanted else { return profile }
    let fits =
      layout.hasRequirements ? Profile.threeDocuments.contains(wanted) : wanted == layout.profile
    return fits ? wanted : profile
  }
}

extension Profile {
  /// What a feature of the profile is known by, as a phrase.
  package var mark: String {
    switch self {
    case .specctl: "nothing; it has to be named"
    case .claude: "a folder in `.claude/specs`, or one that the registry names"
    case .kiro: "a folder in `.kiro/specs`"
    case .ccSdd: "a folder in `.kiro/specs` with `spec.json` and without `.config.kiro`"
    case .specWorkflow: "a folder in `.spec-workflow/specs` or `.spec-workflow/archive/specs`"
    case .specKit: "a folder `specs/NNN-name` with `spec.md`"
    case .openSpec: "a folder in `openspec/changes` with `proposal.md` or `tasks.md`"
    }
  }
}
