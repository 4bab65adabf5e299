import Diagnostics
import SpecModel
import SpecRules

/// What `validate` asks of a workspace: which rules, and which part of it is reported.
struct WorkspaceCheck {
  /// The rules to run; all when empty.
  var only: [String]
  /// The profile of every feature; that of the configuration, or what is found, when `nil`.
  var profile: Profile?
  var filter: TargetFilter?
  /// The folder of the workspace as the reader of the report sees it.
  var folder: String
  /// The findings that are not told again.
  var baseline: Baseline?

  init(only: [String], profile: Profile?, filter: TargetFilter?, folder: String) {
    self.only = only
    self.profile = profile
    self.filter = filter
    self.folder = folder
  }

  func outcome(of workspace: Workspace) async -> Outcome {
    let outcome = await Validation(rules(workspace.configuration)).outcome(of: workspace)
    return part(of: outcome, in: workspace)
  }

  /// The rules that run under a configuration.
  func rules(_ configuration: Configuration?) -> RuleSelection {
    RuleSelection(configuration: configuration, only: only, profile: profile)
  }

  /// What is reported of all that was found in a workspace.
  func part(of whole: Outcome, in workspace: Workspace) -> Outcome {
    var outcome = whole
    outcome.folder = folder
    if let filter {
      outcome.findings.removeAll { !filter.includes($0.path) }
      outcome.documents.removeAll { !filter.includes($0) }
      outcome.fileCount = outcome.documents.count
      outcome.featureCount = workspace.features.count { filter.includes($0.directory) }
    }
    if let baseline {
      let stale = baseline.hide(in: &outcome)
      // Of a part of the rules or of the documents the others are unknown, not gone.
      if only.isEmpty, filter == nil { outcome.staleBaselineCount = stale }
    }
    return outcome
  }
}
