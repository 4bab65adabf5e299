package import Diagnostics
package import SpecModel

/// One check of the catalogue: a plain value with its documentation, its examples and its function.
///
/// The examples are documentation and tests at once: in a failing one an arrow `→` stands in front
/// of every place at which the rule reports.
package struct Rule: Sendable {
  /// The parts of the catalogue.
  package enum Group: String, Sendable, CaseIterable {
    case files, requirements, criteria, design, tasks, references, traceability, dependencies
    case agents, registry, configuration, workflows, capabilities, planning, suppressions
    case specKit = "spec-kit"
    case openSpec = "openspec"
  }

  /// What a check may see; it never sees the disk.
  package enum Check: Sendable {
    /// Called for every Markdown document of a feature.
    case text(@Sendable (SpecText, inout RuleReport) -> Void)
    /// Called for every feature.
    ///
    /// It may look at the feature, the agents, the registry, the configuration and the names of
    /// other features, not at their documents: it is not called again when only these change.
    case feature(@Sendable (FeatureContext, inout RuleReport) -> Void)
    /// Called for every agent file.
    case agent(@Sendable (AgentFile, WorkspaceContext, inout RuleReport) -> Void)
    /// Called once.
    case workspace(@Sendable (WorkspaceContext, inout RuleReport) -> Void)
    /// Made by the run itself, which alone knows what was suppressed.
    case run
    /// Made by planning, and only when a plan is asked for.
    case plan
  }

  /// Unique in the catalogue: words in small letters with hyphens between.
  package let id: String
  package let group: Group
  /// One sentence with a full stop.
  package let summary: String
  /// Why it matters, with a full stop.
  package let rationale: String
  /// The severity by default; `nil` for a rule that is off unless the configuration sets it.
  package let severity: Severity?
  /// At least one; the rule reports nothing in any of them.
  package let passing: [Example]
  package let failing: [Example]
  package let check: Check
  /// The profiles of the features to which a rule about features is applied.
  package let profiles: Set<Profile>

  /// A rule for the profiles of its group, unless others are named.
  package init(
    id: String, group: Group, summary: String, rationale: String, severity: Severity?,
    profiles: Set<Profile>? = nil, passing: [Example], failing: [Example], check: Check
  ) {
    self.id = id
    self.group = group
    self.summary = summary
    self.rationale = rationale
    self.severity = severity
    self.passing = passing
    self.failing = failing
    self.check = check
    self.profiles = profiles ?? group.profiles
  }

  /// The severity is the default, whatever the configuration says.
  package var record: RuleRecord {
    RuleRecord(
      id: id, group: group.rawValue, summary: summary, rationale: rationale, severity: severity)
  }
}

extension Rule.Group {
  /// The profiles for which the rules of a group are meant, unless a rule says otherwise.
  ///
  /// Where nobody writes in EARS, and tasks name stories and not requirements, what is asked of
  /// either makes no sense.
  fileprivate var profiles: Set<Profile> {
    switch self {
    case .requirements, .criteria, .design, .references, .traceability: Profile.threeDocuments
    case .specKit: [.specKit]
    case .openSpec: [.openSpec]
    default: Profile.all
    }
  }
}
