/// What is known of the place where text will be read.
///
/// The command finds it out; nothing in this module looks at the environment.
package struct TerminalTraits: Hashable, Sendable {
  /// The columns of a line.
  package var width: Int
  package var showsColor: Bool

  package init(width: Int = 80, showsColor: Bool = false) {
    self.width = width
    self.showsColor = showsColor
  }

  /// A file or pipe: 80 columns and no colours.
  package static let plain = TerminalTraits()
}
