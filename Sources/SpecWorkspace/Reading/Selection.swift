/// Which features of a workspace to read.
package struct Selection: Sendable, Hashable {
  /// Names of features.
  package var names: Set<String>
  /// Paths relative to the root: of features, of files in them, or of directories above them.
  package var paths: [String]

  /// All features when both are empty.
  package init(names: Set<String> = [], paths: [String] = []) {
    self.names = names
    self.paths = paths
  }

  package static let everything = Selection()

  package var isEverything: Bool { names.isEmpty && paths.isEmpty }

  /// Whether a feature in a directory is selected.
  package func includes(_ directory: String) -> Bool {
    if isEverything || names.contains(RelativePath.split(directory).name) { return true }
    return paths.contains {
      RelativePath.contains($0, directory) || RelativePath.contains(directory, $0)
    }
  }

  /// The names that are none of the folders' and must be looked for below them.
  func names(notAmong folders: [FeatureFolder]) -> Set<String> {
    names.isEmpty ? [] : names.subtracting(folders.map(\.name))
  }
}
