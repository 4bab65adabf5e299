/// A shell for which there is a completion script.
package struct CompletionShell: RawRepresentable, Hashable, CaseIterable, Sendable {
  package let rawValue: String

  /// `nil` for a shell without a completion script.
  package init?(rawValue: String) {
    guard ["bash", "zsh", "fish"].contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  private init(known name: String) {
    rawValue = name
  }

  package static let bash = CompletionShell(known: "bash")
  package static let zsh = CompletionShell(known: "zsh")
  package static let fish = CompletionShell(known: "fish")
  package static let allCases: [CompletionShell] = [.bash, .zsh, .fish]
}
