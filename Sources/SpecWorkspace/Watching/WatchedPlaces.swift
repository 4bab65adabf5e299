import SpecModel

/// Where the documents of a workspace stand: what has to be watched to see each change of them.
struct WatchedPlaces: Sendable {
  /// Directories of which everything below counts, with how many levels of directories that are.
  private let trees: [(directory: String, depth: Int)]
  /// Single documents.
  private let files: Set<String>
  /// The directories above trees and documents, where these may be made; the root is the empty one.
  private let above: Set<String>

  init() {
    trees =
      Feature.Layout.places.map { ($0.directory, Self.featureDepth) }
      + [
        (".claude/agents", SourceLimits.agentDepth),
        ("\(Reading.openSpecFolder)/specs", Self.featureDepth),
        (LayeredSystem.layersFolder, Reading.layerDepth), (LayeredSystem.systemFolder, 0),
      ]
    files = Set(
      WorkspaceReader.configurationPaths + WorkspaceReader.registryPaths + [ReviewLock.path]
        + CapabilityPlaces.paths)
    var above: Set<String> = [""]
    for path in trees.map(\.directory) + files {
      var directory = RelativePath.split(path).directory
      while above.insert(directory).inserted {
        directory = RelativePath.split(directory).directory
      }
    }
    self.above = above
  }

  /// Deep enough for `specs/<drawer>/<feature>` and the folders that other tools make in a feature.
  private static let featureDepth = 4

  /// The directories to begin with.
  var beginnings: [String] { above.sorted() + trees.map(\.directory) }

  /// Whether a directory is one to watch.
  func holds(directory path: String) -> Bool {
    if above.contains(path) { return true }
    return trees.contains { tree in
      guard RelativePath.contains(tree.directory, path) else { return false }
      let below = path.utf8.dropFirst(tree.directory.utf8.count)
      // Hidden directories are nobody's features.
      if !below.isEmpty, RelativePath.split(path).name.utf8.first == UInt8(ascii: ".") {
        return false
      }
      return below.count { $0 == UInt8(ascii: "/") } <= tree.depth
    }
  }

  /// Whether a change at a path may be one of a document.
  func concern(_ path: String) -> Bool {
    files.contains(path) || above.contains(path)
      || trees.contains { RelativePath.contains($0.directory, path) }
  }

  /// Whether a name is that of a document, and not of what an editor keeps beside one.
  static func isDocument(_ path: String) -> Bool {
    [".md", ".yaml", ".yml", ".json", ".kiro"].contains { path.hasSuffix($0) }
  }
}
