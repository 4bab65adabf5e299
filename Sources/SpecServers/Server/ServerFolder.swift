import Diagnostics
import SpecLive
import SpecModel
import SpecPlanning
import SpecRules
import SpecWorkspace

/// One workspace of an editor: what is on disk, what is unsaved over it, and what follows from both.
struct ServerFolder: Sendable {
  /// The root without links.
  let root: String
  /// The root as the editor spells it, without a slash at the end.
  let spelledRoot: String
  private let folders: any FolderSource
  private var overlay: OverlaySource
  private(set) var live: LiveWorkspace
  private(set) var index = OccurrenceIndex()
  private var waves = TaskWaves()
  /// The files that were read, by path.
  private(set) var files: [String: SourceFile] = [:]
  /// What changed since the last update.
  private var changed: Set<String> = []
  private var diskChanged = false
  /// What was last sent about each document.
  var published: [String: PublishedFindings] = [:]

  init(_ folder: String, _ folders: any FolderSource) async throws(FileError) {
    let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.folders = folders
    root = try folders.root(of: folder)
    // Below a link the editor goes on to spell its paths as it did.
    spelledRoot = folders.relative(folder, to: root) == "" ? folder : root
    overlay = OverlaySource(over: try folders.open(root))
    live = await LiveWorkspace(overlay)
    takeIn()
  }

  var workspace: Workspace { live.workspace }

  /// The path below the root that an absolute path has; `nil` outside.
  func path(_ absolute: String) -> String? {
    for root in [spelledRoot, root] where RelativePath.contains(root, absolute) {
      let rest = absolute.utf8.dropFirst(root == "/" ? 1 : root.utf8.count + 1)
      return RelativePath.normalized(String(decoding: rest, as: UTF8.self))
    }
    return folders.relative(absolute, to: root)
  }

  /// The address of a path below the root.
  func uri(_ path: String) -> String {
    FileURI.uri(
      of: spelledRoot == "/" ? "/\(path)" : path.isEmpty ? spelledRoot : "\(spelledRoot)/\(path)")
  }

  // MARK: Changes

  /// Lays an editor's text over a file, or lets the file be seen again.
  mutating func lay(_ bytes: [UInt8]?, over path: String) {
    if let bytes { overlay.lay(bytes, over: path) } else { overlay.uncover(path) }
    changed.insert(path)
  }

  /// Notes that files changed on disk.
  mutating func noteChange(of paths: Set<String>) {
    changed.formUnion(paths)
    diskChanged = true
  }

  var isUpToDate: Bool { changed.isEmpty }

  /// Takes in what changed.
  mutating func update() async {
    guard !changed.isEmpty else { return }
    if diskChanged, let disk = try? folders.open(root) {
      // What a disk source knows of links may no longer be true.
      let covered = overlay
      overlay = OverlaySource(over: disk)
      for path in covered.paths { overlay.lay(covered.overlay(of: path), over: path) }
    }
    live.source = overlay
    await live.update(paths: changed)
    changed = []
    diskChanged = false
    takeIn()
  }

  private mutating func takeIn() {
    index.update(workspace)
    waves = TaskWaves()
    files = Dictionary(workspace.files.map { ($0.path, $0) }) { first, _ in first }
  }

  /// The wave and the agent of each task of a feature.
  mutating func waves(of feature: Feature) -> [Int: TaskWaves.Entry] {
    waves.entries(of: feature, in: workspace)
  }

  /// What would be found if some bytes lay over files.
  func findings(laying documents: [(path: String, bytes: [UInt8])]) async -> LiveWorkspace {
    var trial = live
    var overlay = overlay
    for document in documents { overlay.lay(document.bytes, over: document.path) }
    trial.source = overlay
    await trial.update(paths: Set(documents.map(\.path)))
    return trial
  }

  /// The feature that a document belongs to.
  func feature(of path: String) -> Feature? {
    workspace.features.first { feature in feature.texts.contains { $0.path == path } }
  }
}
