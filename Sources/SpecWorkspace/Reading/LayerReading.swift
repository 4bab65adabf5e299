import SpecModel

extension Reading {
  /// How many levels of directories count below the folder of the layers: a layer, and its modules.
  static let layerDepth = 2
  /// The most layers that are read.
  static let mostLayers = 64
  /// The most modules that are read.
  static let mostModules = 10_000

  /// Reads the specifications of layers and modules, and what coordinates the system.
  mutating func readLayers(from source: some ByteSource) {
    var system = LayeredSystem()
    var places = LayerPlaces(in: source)
    unreadable += places.unreadable
    if places.modules.count > Self.mostModules {
      unreadable.append(
        UnreadableFile(
          path: LayeredSystem.layersFolder,
          reason: "more than \(Self.mostModules) specifications of modules"))
      places.modules.removeSubrange(Self.mostModules...)
    }
    for layer in places.layers {
      system.layers.append(LayeredSystem.Layer(name: layer.name, directory: layer.directory))
    }
    for module in places.modules {
      guard let file = file(module.path, from: source) else { continue }
      system.layers[module.layer].modules.append(
        ModuleDocument(reading: file, layer: system.layers[module.layer].name))
    }
    for document in places.orchestrators {
      guard let file = file(document.path, from: source) else { continue }
      system.layers[document.layer].document = LayerDocument(reading: file)
    }
    system.layers.removeAll { $0.modules.isEmpty && $0.document == nil }
    guard !system.layers.isEmpty else { return }
    system.orchestrators = places.system.compactMap { path in
      file(path, from: source).map { LayerDocument(reading: $0) }
    }
    layered = system
  }
}

/// Where the specifications of layers and modules stand, found without reading any of them.
private struct LayerPlaces {
  var layers: [(name: String, directory: String)] = []
  /// With the numbers of their layers, in the byte order of their paths in each.
  var modules: [(path: String, layer: Int)] = []
  var orchestrators: [(path: String, layer: Int)] = []
  var system: [String] = []
  var unreadable: [UnreadableFile] = []

  init(in source: some ByteSource) {
    for entry in entries(of: LayeredSystem.layersFolder, in: source)
    where entry.kind == .directory && entry.name.utf8.first != UInt8(ascii: ".") {
      guard layers.count < Reading.mostLayers else {
        unreadable.append(
          UnreadableFile(
            path: LayeredSystem.layersFolder, reason: "more than \(Reading.mostLayers) layers"))
        break
      }
      let directory = RelativePath.join(LayeredSystem.layersFolder, entry.name)
      layers.append((entry.name, directory))
      findDocuments(of: layers.count - 1, in: directory, source)
    }
    guard !layers.isEmpty else { return }
    system = entries(of: LayeredSystem.systemFolder, in: source)
      .filter { $0.kind == .file && $0.name.hasSuffix("_ORCHESTRATOR.md") }
      .map { RelativePath.join(LayeredSystem.systemFolder, $0.name) }
  }

  private mutating func findDocuments(
    of layer: Int, in directory: String, _ source: some ByteSource
  ) {
    let inner = entries(of: directory, in: source)
    // A layer has one coordinator: the one that is named after it, else the first.
    let coordinators = inner.filter { $0.kind == .file && $0.name.hasSuffix("_ORCHESTRATOR.md") }
    let name = ModuleName.normal(layers[layer].name)
    let own = coordinators.first { ModuleName.normal($0.name.dropLast(16)) == name }
    if let found = own ?? coordinators.first {
      orchestrators.append((RelativePath.join(directory, found.name), layer))
    }
    addModules(in: directory, inner, layer)
    if inner.contains(where: { $0.name == "modules" && $0.kind == .directory }) {
      let modules = RelativePath.join(directory, "modules")
      addModules(in: modules, entries(of: modules, in: source), layer)
    }
  }

  private mutating func addModules(in directory: String, _ entries: [DirectoryEntry], _ layer: Int)
  {
    for entry in entries where entry.name.hasSuffix("_AGENT.md") && entry.name.utf8.count > 9 {
      let path = RelativePath.join(directory, entry.name)
      switch entry.kind {
      case .file: modules.append((path, layer))
      case .directory: break
      case .unusable(let reason):
        unreadable.append(UnreadableFile(path: path, reason: reason.phrase))
      }
    }
  }

  /// The names in a directory, in byte order; none where there is no directory.
  private mutating func entries(
    of directory: String, in source: some ByteSource
  ) -> [DirectoryEntry] {
    do throws(FileError) {
      return try source.list(directory).sorted { ByteOrder.precedes($0.name, $1.name) }
    } catch {
      if error != .missing {
        unreadable.append(UnreadableFile(path: directory, reason: error.phrase))
      }
      return []
    }
  }
}
