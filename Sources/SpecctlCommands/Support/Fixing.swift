import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace

/// Makes fixes in memory, round after round, until there is nothing left to fix.
///
/// Every round is checked with all rules before the next one builds on it: a fix that leads to an
/// error which was not there before is taken back and told.
struct Fixing {
  /// A fix that was not made.
  struct Refusal {
    var finding: Finding
    /// What it would have led to.
    var reason: String
  }

  /// The findings that were fixed, round after round.
  private(set) var fixed: [Finding] = []
  private(set) var refusals: [Refusal] = []
  /// Whether the rounds ended before everything was fixed.
  private(set) var stoppedEarly = false
  /// What every changed document held and holds now, by path in order.
  var changes: [(path: String, old: [UInt8], new: [UInt8])] {
    overlay.paths.compactMap { path in
      guard let new = overlay.overlay(of: path), let old = try? base.read(path), old != new else {
        return nil
      }
      return (path, old, new)
    }
  }
  /// The workspace and its findings after the fixes.
  private(set) var workspace: Workspace
  private(set) var outcome: Outcome

  private let base: any ByteSource
  private var overlay: OverlaySource
  private let permission: FixRound.Permission
  private let check: (Workspace) async -> Outcome

  /// As many rounds as real documents ever need, many times over.
  private static let roundLimit = 50

  /// Fixes what a check finds in a workspace, in the documents that may be changed.
  init(
    _ workspace: Workspace, from source: any ByteSource, _ permission: FixRound.Permission,
    includes: (String) -> Bool, check: @escaping (Workspace) async -> Outcome
  ) async {
    self.workspace = workspace
    base = source
    overlay = OverlaySource(over: source)
    self.permission = permission
    self.check = check
    outcome = await check(workspace)
    await run(includes)
  }

  private mutating func run(_ includes: (String) -> Bool) async {
    var refused: Set<FindingFingerprint> = []
    var limit = Int.max
    for _ in 0..<Self.roundLimit {
      let prints = refused.isEmpty ? [] : FindingFingerprint.all(of: outcome)
      let candidates = outcome.findings.indices.filter {
        refused.isEmpty || !refused.contains(prints[$0])
      }.map { outcome.findings[$0] }
      let round = FixRound(candidates, permission, limit: limit, isIncluded: includes)
      if round.isEmpty { return }
      guard let next = laidOver(round) else {
        // Edits outside the bytes would be a fault of a rule; nothing of it is written.
        stoppedEarly = true
        return
      }
      let nextWorkspace = await WorkspaceReader(next).read()
      let nextOutcome = await check(nextWorkspace)
      if let reason = Self.newError(in: nextOutcome, since: outcome) {
        guard round.findings.count == 1 else {
          // Half of the fixes at a time, until the one that does harm stands alone.
          limit = round.findings.count / 2
          continue
        }
        refusals.append(Refusal(finding: round.findings[0], reason: reason))
        let all = FindingFingerprint.all(of: outcome)
        if let index = outcome.findings.firstIndex(of: round.findings[0]) {
          refused.insert(all[index])
        }
        limit = .max
        continue
      }
      overlay = next
      workspace = nextWorkspace
      outcome = nextOutcome
      fixed += round.findings
      limit = .max
    }
    stoppedEarly = !FixRound(outcome.findings, permission, isIncluded: includes).isEmpty
  }

  /// The documents after a round; `nil` when an edit does not fit its document.
  private func laidOver(_ round: FixRound) -> OverlaySource? {
    var next = overlay
    for (path, edits) in round.edits {
      guard let bytes = try? overlay.read(path), let changed = edits.applied(to: bytes) else {
        return nil
      }
      next.lay(changed, over: path)
    }
    return next
  }

  /// An error that is there now and was not before, in words.
  private static func newError(in outcome: Outcome, since before: Outcome) -> String? {
    struct Error: Hashable {
      var path: String
      var rule: String
    }
    func counts(_ outcome: Outcome) -> [Error: Int] {
      outcome.findings.reduce(into: [:]) { counts, finding in
        guard finding.severity == .error else { return }
        counts[Error(path: finding.path, rule: finding.rule), default: 0] += 1
      }
    }
    let old = counts(before)
    let new = counts(outcome)
    return outcome.findings.first { finding in
      guard finding.severity == .error else { return false }
      let error = Error(path: finding.path, rule: finding.rule)
      return new[error, default: 0] > old[error, default: 0]
    }?.message
  }
}
