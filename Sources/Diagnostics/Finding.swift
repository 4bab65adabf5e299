/// One fault at one place.
///
/// A rule makes it without knowing its own severity: the run sets ``rule``, ``severity`` and
/// ``severityOrigin`` from the catalogue and the configuration.
package struct Finding: Hashable, Sendable {
  /// What is wrong: a phrase without a full stop, with names in single quotes.
  package var message: String
  /// The path of the file the fault is in.
  package var path: String
  /// Where it is; `nil` when the fault is that of the file as a whole.
  package var range: Range<Offset>?
  /// What to do about it.
  package var help: String?
  /// Second places that explain the first.
  package var notes: [Note]
  package var fix: Fix?
  /// The id; empty until the run sets it.
  package var rule: String
  /// `error` until the run sets it.
  package var severity: Severity
  /// Where the configuration changed the severity, such as `.claude/config.yaml:12`.
  package var severityOrigin: String?

  package init(
    _ message: String, in path: String, at range: Range<Offset>?, help: String? = nil,
    notes: [Note] = [], fix: Fix? = nil, rule: String = "", severity: Severity = .error
  ) {
    self.message = message
    self.path = path
    self.range = range
    self.help = help
    self.notes = notes
    self.fix = fix
    self.rule = rule
    self.severity = severity
  }

  /// A place that explains a finding.
  package struct Note: Hashable, Sendable {
    /// A phrase without a full stop.
    package var message: String
    /// It may be another file than the finding's.
    package var path: String
    /// `nil` where the file as a whole is meant.
    package var range: Range<Offset>?

    package init(_ message: String, in path: String, at range: Range<Offset>?) {
      self.message = message
      self.path = path
      self.range = range
    }
  }
}

extension Finding {
  /// Whether a finding comes before another in every listing: by path, place, rule and message.
  package static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.path != right.path { return left.path < right.path }
    let leftStart = left.range?.lowerBound.utf8 ?? -1
    let rightStart = right.range?.lowerBound.utf8 ?? -1
    if leftStart != rightStart { return leftStart < rightStart }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.message < right.message
  }
}
