import Diagnostics
import SpecModel

/// A part of a workspace that is read by itself.
enum ReadingJob: Sendable, Hashable {
  /// A folder that is a feature, or in which the selected features stand.
  case folder(FeatureFolder, Selection)
  /// A folder that is not selected itself, in which selected features may stand.
  case drawer(FeatureFolder, Selection)
  case agent(String)
  case registries([String])
  case configurations([String])
  case reviewLock(String)
  /// The settings of single capabilities, wherever they stand.
  case capabilities
  /// What stands in `openspec/` beside the documents of the changes as features.
  case openSpec
  /// The specifications of layers and modules.
  case layers

  /// Whether what stands at a path, or below it, may be part of the reading.
  func concerns(_ path: String) -> Bool {
    let own =
      switch self {
      case .folder(let folder, _), .drawer(let folder, _): [folder.directory]
      case .agent(let path), .reviewLock(let path): [path]
      case .registries(let paths), .configurations(let paths): paths
      case .capabilities: CapabilityPlaces.paths
      case .openSpec: [Reading.openSpecFolder]
      case .layers: [LayeredSystem.layersFolder, LayeredSystem.systemFolder]
      }
    return own.contains { RelativePath.contains($0, path) || RelativePath.contains(path, $0) }
  }

  func reading(from source: some ByteSource) -> Reading {
    var reading = Reading()
    switch self {
    case .folder(let folder, let selection):
      if !folder.isSetApart, reading.readFeature(folder, from: source) { return reading }
      reading.readFeatures(below: folder, selection, from: source)
    case .drawer(let folder, let selection):
      reading.readFeatures(below: folder, selection, from: source)
    case .agent(let path):
      if let file = reading.file(path, from: source) { reading.agents = [AgentFile(reading: file)] }
    case .reviewLock(let path):
      reading.reviewLock = reading.file(path, from: source).map { ReviewLock(reading: $0) }
    case .capabilities:
      reading.capabilities = CapabilityPlaces.find(in: source).compactMap { place in
        reading.file(place.path, from: source).map { CapabilityFile(reading: $0, as: place.kind) }
      }
    case .openSpec:
      reading.readOpenSpec(from: source)
    case .layers:
      reading.readLayers(from: source)
    case .registries(let paths):
      reading.registries = paths.compactMap { reading.file($0, from: source) }
        .map { Registry(reading: $0) }
    case .configurations(let paths):
      reading.configurations = paths.compactMap { reading.file($0, from: source) }
        .map { Configuration(reading: $0) }
    }
    return reading
  }
}

/// What one job found.
struct Reading: Sendable {
  var features: [Feature] = []
  var agents: [AgentFile] = []
  var registries: [Registry] = []
  var configurations: [Configuration] = []
  var reviewLock: ReviewLock?
  var capabilities: [CapabilityFile] = []
  var openSpec: OpenSpecProject?
  var layered: LayeredSystem?
  var unreadable: [UnreadableFile] = []
  var directories: [String] = []

  mutating func file(_ path: String, from source: some ByteSource) -> SourceFile? {
    do throws(FileError) {
      return SourceFile(path: path, bytes: try source.read(path))
    } catch {
      if error != .missing {
        unreadable.append(UnreadableFile(path: path, reason: error.phrase))
      }
      return nil
    }
  }

  /// Reads a folder as a feature; whether it is one, be it with documents that cannot be read.
  mutating func readFeature(_ folder: FeatureFolder, from source: some ByteSource) -> Bool {
    var faults: [UnreadableFile] = []
    let files = FeatureFiles(in: folder, from: source, unreadable: &faults)
    if files.isEmpty, faults.count > 1, Set(faults.map(\.reason)).count == 1 {
      // What keeps every document from being read is the folder's fault.
      faults = [UnreadableFile(path: folder.directory, reason: faults[0].reason)]
    }
    unreadable += faults
    if files.isEmpty { return !faults.isEmpty }
    features.append(Feature(folder, files, folder.profile(in: source)))
    return true
  }

  mutating func readFeatures(
    below folder: FeatureFolder, _ selection: Selection, from source: some ByteSource
  ) {
    guard folder.mayHoldFeatures else { return }
    let entries: [DirectoryEntry]
    do throws(FileError) {
      entries = try source.list(folder.directory)
    } catch {
      unreadable.append(UnreadableFile(path: folder.directory, reason: error.phrase))
      return
    }
    // A feature that was not selected holds no other.
    let names = folder.layout.documentNames
    let documents = names.requirements + [names.design, names.tasks]
    if !folder.isSetApart, entries.contains(where: { documents.contains($0.name) }) { return }
    for entry in entries where entry.kind == .directory && entry.name.utf8.first != 0x2E {
      let inner = FeatureFolder(
        directory: RelativePath.join(folder.directory, entry.name), layout: folder.layout,
        mayHoldFeatures: false)
      directories.append(inner.directory)
      guard !inner.isSetApart,
        selection.includes(inner.directory) || selection.includes(folder.directory)
      else { continue }
      _ = readFeature(inner, from: source)
    }
  }

  /// Adds what was found; of several registries or configurations, the first that is one counts.
  func add(to workspace: inout Workspace) {
    workspace.features += features
    workspace.agents += agents
    workspace.unreadable += unreadable
    workspace.capabilities += capabilities
    if let openSpec { workspace.openSpec = openSpec }
    if let layered { workspace.layered = layered }
    if let reviewLock { workspace.reviewLock = reviewLock }
    workspace.directories.formUnion(directories)
    if !registries.isEmpty {
      workspace.registryPaths = registries.map(\.file.path)
      workspace.registry = registries.first { !$0.isForeign } ?? registries.first
    }
    if !configurations.isEmpty {
      workspace.configurationPaths = configurations.map(\.file.path)
      workspace.configuration = configurations.first { !$0.isForeign } ?? configurations.first
    }
  }
}

extension Registry {
  fileprivate var isForeign: Bool {
    if case .foreign = shape { true } else { false }
  }
}
