/// The kinds of actions that are offered.
enum CodeActionKind: String, Sendable, CaseIterable {
  case quickFix = "quickfix"
  case fixAll = "source.fixAll.specctl"

  /// Whether an editor that wants only some kinds, or kinds below these, wants this one.
  func isWanted(_ only: [String]) -> Bool {
    only.isEmpty || only.contains { rawValue == $0 || rawValue.hasPrefix($0 + ".") }
  }
}
