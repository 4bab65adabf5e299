import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace

/// The part of a workspace that somebody asked about, by names of features and by paths.
struct TargetFilter {
  private var paths: [String] = []
  private var others: [TargetFilter] = []

  /// Fails when a word is neither a feature nor a path of the workspace that was read.
  init(_ words: [String], in session: Session) throws {
    for word in words {
      let directories = session.workspace.features.filter { $0.name == word }.map(\.directory)
      if !directories.isEmpty {
        paths += directories
        continue
      }
      guard let path = WorkspaceLocator.relative(word, to: session.root), session.knows(path) else {
        throw CommandFailure(
          "there is no feature or document '\(word)'", help: Self.remedy(for: word, in: session))
      }
      paths.append(path)
    }
  }

  /// What may be done about a word that names nothing that was read.
  private static func remedy(for word: String, in session: Session) -> String {
    let workspace = session.workspace
    let known =
      workspace.features.map(\.name)
      + workspace.files.map { RelativePath.join(session.folder, $0.path) }
    if let near = nearMiss(to: word, among: known) { return "did you mean '\(near)'?" }
    if (try? DiskSource(root: word)) != nil {
      return "it is no part of the workspace; for another one say '--root \(word)'"
    }
    return "'specctl list' lists the features"
  }

  /// The part of a workspace that a change touches.
  init(_ part: ChangedPart) {
    paths = part.paths.sorted()
  }

  /// What both include.
  func and(_ other: TargetFilter) -> TargetFilter {
    var both = self
    both.others.append(other)
    return both
  }

  func includes(_ path: String) -> Bool {
    paths.contains { RelativePath.contains($0, path) }
      && others.allSatisfy { $0.includes(path) }
  }
}

extension Session {
  /// Whether a path is that of something read, or of a folder above it.
  fileprivate func knows(_ path: String) -> Bool {
    path.isEmpty || workspace.directories.contains(path)
      || workspace.files.contains { RelativePath.contains(path, $0.path) }
  }
}
