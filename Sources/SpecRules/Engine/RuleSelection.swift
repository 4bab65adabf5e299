package import Diagnostics
package import SpecModel

/// Which rules run, and how much each matters.
package struct RuleSelection: Sendable {
  /// The severity of a rule that runs.
  package struct Setting: Sendable, Hashable {
    package var severity: Severity
    /// Where the configuration set it, such as `.claude/config.yaml:12`; `nil` for the default.
    package var origin: String?
  }

  /// By rule id; a rule that is not here does not run.
  package private(set) var settings: [String: Setting]
  /// Whether ids were left out because only some were asked for.
  package let isPartial: Bool
  /// The profile that holds for every feature, whatever it looks like; `nil` for that of each.
  package let profile: Profile?
  /// The rules whose severity the configuration sets, be it to off.
  private var configured: Set<String> = []
  /// What holds in some paths only.
  private(set) var paths = PathSelection()

  /// The rules of a catalogue with the severities that a configuration gives them.
  ///
  /// A profile that is given counts more than that of the configuration. When some rules are named,
  /// only these run, with their severity, even if they are off otherwise.
  package init(
    _ catalogue: [Rule] = Rule.catalogue, configuration: Configuration? = nil, only: [String] = [],
    profile: Profile? = nil
  ) {
    var settings: [String: Setting] = [:]
    for rule in catalogue {
      settings[rule.id] = rule.severity.map { Setting(severity: $0, origin: nil) }
    }
    if let configuration {
      let lines = LineTable(configuration.file.bytes)
      for entry in configuration.validation.severities {
        guard catalogue.contains(where: { $0.id == entry.rule.value }) else { continue }
        configured.insert(entry.rule.value)
        let line = lines.position(of: entry.rule.range.lowerBound).line
        settings[entry.rule.value] = entry.severity.value.map {
          Setting(severity: $0, origin: "\(configuration.file.path):\(line)")
        }
      }
    }
    if let configuration {
      paths = PathSelection(configuration, settings: settings)
      let known = Set(catalogue.map(\.id))
      for (rule, setting) in paths.onlyInPaths where known.contains(rule) {
        settings[rule] = setting
      }
    }
    if !only.isEmpty {
      let named = Set(only)
      settings = Dictionary(
        uniqueKeysWithValues: catalogue.filter { named.contains($0.id) }.map {
          ($0.id, settings[$0.id] ?? Setting(severity: $0.severity ?? .warning, origin: nil))
        })
    }
    self.settings = settings
    self.profile = profile ?? configuration?.validation.profile?.value
    isPartial = !only.isEmpty
  }

  /// A finding of planning with the severity that the configuration gives its rule.
  ///
  /// It is `nil` when the rule is off; what keeps a plan from being made cannot be changed.
  package func adjusted(_ finding: Finding) -> Finding? {
    guard Rule.named(finding.rule)?.group == .planning else { return finding }
    return setting(finding.rule).map { setting in
      var finding = finding
      finding.severity = setting.severity
      finding.severityOrigin = setting.origin
      return finding
    }
  }

  /// Whatever profiles make of it; `nil` for a rule that is off.
  package func setting(_ rule: String) -> Setting? {
    settings[rule]
  }

  /// The setting of a rule in features of a profile; `nil` where it does not run.
  package func setting(_ rule: Rule, in profile: Profile) -> Setting? {
    guard rule.profiles.contains(profile) else { return nil }
    if !isPartial, !configured.contains(rule.id), let severity = profile.severities[rule.id] {
      return severity.map { Setting(severity: $0, origin: "profile '\(profile.rawValue)'") }
    }
    return setting(rule.id)
  }

  /// Whether a rule runs in features of any profile.
  func runs(_ rule: Rule) -> Bool {
    setting(rule.id) != nil || Profile.allCases.contains { setting(rule, in: $0) != nil }
  }
}
