import Diagnostics
import SpecModel
import SpecRendering
import SpecWorkspace

/// Finds out what an import would do, without doing it.
struct ImportPlanning {
  /// The workspace that features are brought into.
  let target: Session
  /// The one that they come from, which may be the same.
  let origin: Session
  let withCapabilities: Bool

  var isWithinOneWorkspace: Bool { target.root == origin.root }

  /// Everything that could be imported.
  func items() throws -> [ImportItem] {
    let candidates = ImportCandidate.all(
      in: origin.workspace, withCapabilities: withCapabilities)
    let groups = ImportSource.allCases.flatMap { source in
      let group = candidates.filter { $0.source == source }
      return Array(zip(group, ImportNames.names(for: group)))
    }
    return try groups.map { try item($0, named: $1) }
  }

  /// What becomes of a candidate under a name.
  func item(
    _ candidate: ImportCandidate, named name: Result<FeatureName, FeatureNameError>
  ) throws -> ImportItem {
    var item = ImportItem(
      candidate: candidate, name: candidate.name, result: FeatureImport(documents: []),
      state: .new)
    if candidate.source == .claude, isWithinOneWorkspace {
      item.state = .inPlace
      return item
    }
    switch name {
    case .success(let name): item.name = name.text
    case .failure(let error):
      item.state = .impossible(error.message, help: "name one feature and add '--as NAME'")
      return item
    }
    do throws(Unreadable) {
      item.result = try result(candidate)
    } catch {
      item.state = .impossible("cannot read '\(error.path)': \(error.reason.phrase)", help: nil)
      return item
    }
    item.left = origin.source.remainder(
      of: candidate.directory, without: Set(item.result.documents.flatMap(\.origins)))
    item.state = try state(of: item)
    return item
  }

  /// The paths of what the tool keeps for the whole project, as far as there are such.
  func projectPaths(of sources: Set<ImportSource>) -> [String] {
    var paths: [String] = []
    for source in ImportSource.allCases where sources.contains(source) {
      if source == .claude, isWithinOneWorkspace { continue }
      for path in source.projectPaths where origin.source.exists(path) && !paths.contains(path) {
        paths.append((try? origin.source.list(path)) == nil ? path : path + "/")
      }
    }
    return paths
  }

  // MARK: Documents

  private struct Unreadable: Error {
    var path: String
    var reason: FileError
  }

  private static let documentNames = ["requirements.md", "bugfix.md", "design.md", "tasks.md"]

  private func result(_ candidate: ImportCandidate) throws(Unreadable) -> FeatureImport {
    switch candidate.content {
    case .documents: return try copies(candidate.directory)
    case .specKit(let feature):
      try checkReadable(candidate.directory)
      return SpecKitImport(feature).result
    case .change(let change, let feature):
      try checkReadable(candidate.directory)
      return OpenSpecImport(change: change, feature: feature).result
    case .capability(let capability): return OpenSpecImport(capability).result
    }
  }

  private func copies(_ directory: String) throws(Unreadable) -> FeatureImport {
    var documents: [ImportedDocument] = []
    for name in Self.documentNames {
      let path = RelativePath.join(directory, name)
      do throws(FileError) {
        let file = SourceFile(path: path, bytes: try origin.source.read(path))
        documents.append(ImportedDocument(name: name, copying: file))
      } catch {
        if error != .missing { throw Unreadable(path: path, reason: error) }
      }
    }
    return FeatureImport(documents: documents)
  }

  /// Fails where a document of the folder could not be read.
  private func checkReadable(_ directory: String) throws(Unreadable) {
    for file in origin.workspace.unreadable where RelativePath.contains(directory, file.path) {
      do throws(FileError) {
        _ = try origin.source.read(file.path)
      } catch {
        throw Unreadable(path: file.path, reason: error)
      }
    }
  }

  private func state(of item: ImportItem) throws -> ImportItem.State {
    if item.result.documents.isEmpty {
      return .impossible("it has no documents", help: nil)
    }
    let names = Set(Self.documentNames + item.result.documents.map(\.name))
    let there = names.filter { target.source.exists(RelativePath.join(item.folder, $0)) }
    if there.isEmpty { return .new }
    let isSame = item.result.documents.allSatisfy { document in
      (try? target.source.read(RelativePath.join(item.folder, document.name))) == document.bytes
    }
    return .present(isSame: isSame)
  }
}
