/// A file that scaffolding wants to be there.
package struct ScaffoldFile: Sendable, Hashable {
  /// The path relative to the workspace.
  package var path: String
  package var text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
