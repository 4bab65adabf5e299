import Diagnostics
import SpecModel

/// The features of a workspace in an order that keeps what the registry says, else that of their paths.
struct FeatureOrder {
  /// One wait between two features, by their positions in ``features``; `nil` stands for a junction of a layer.
  struct Wait {
    enum End: Hashable {
      case feature(Int)
      case layer(Int)
    }

    var before: End
    var after: End
    var origin: EdgeOrigin
  }

  private(set) var features: [Feature] = []
  /// For each feature its entry in the registry.
  private(set) var entries: [RegistryFeature?] = []
  private(set) var waits: [Wait] = []
  /// For each feature what it stands for in the hierarchy of modules and layers, if anything.
  private(set) var parts: [Hierarchy.Part?] = []
  /// Whether layers are named and contradict `depends_on`, so that they order nothing.
  private(set) var layersAreContradicted = false

  /// The layers that are known by name, from the innermost; layers of one rank stand side by side.
  private static let layerRanks: [String: Int] = [
    "core": 0, "domain": 0, "application": 1, "infrastructure": 1, "entry": 2, "entry-point": 2,
    "entry-points": 2, "presentation": 2, "interface": 2, "ui": 2,
  ]

  /// `nil` when features wait for one another.
  init?(_ workspace: Workspace, hierarchy: Hierarchy? = nil) {
    // Keys are sorted instead of features, which are dear to move.
    let keys = workspace.features.enumerated().map { place, feature in
      (directory: feature.directory, name: feature.name, place: place)
    }
    let written = keys.sorted { ($0.directory, $0.name) < ($1.directory, $1.name) }
      .map { workspace.features[$0.place] }
    let registry = workspace.registry?.features ?? []
    let entryByFeature =
      registry.entries(of: written) + (hierarchy?.features ?? []).map { _ in nil }
    let sorted = written + (hierarchy?.features ?? [])
    parts = written.map { _ in nil } + (hierarchy?.parts ?? [])
    let dependencies = FeatureDependencies(workspace)
    guard dependencies.selfDependencies.isEmpty else { return nil }
    var foldersByEntry = [[Int]](repeating: [], count: registry.count)
    for (folder, entry) in entryByFeature.enumerated() {
      if let entry { foldersByEntry[entry].append(folder) }
    }
    var declared: [Wait] = []
    for edge in dependencies.edges {
      let origin = EdgeOrigin(.featureDependency, at: edge.range)
      for before in foldersByEntry[Int(edge.from)] {
        for after in foldersByEntry[Int(edge.to)] where before != after {
          declared.append(
            Wait(before: .feature(before), after: .feature(after), origin: origin))
        }
      }
    }
    for wait in hierarchy?.waits ?? [] {
      declared.append(
        Wait(
          before: .feature(written.count + wait.before),
          after: .feature(written.count + wait.after),
          origin: wait.origin))
    }
    let layers = Self.layerWaits(entryByFeature.map { $0.flatMap { registry[$0].layer } })
    if let order = Self.order(sorted.count, declared + layers) {
      finish(sorted, registry, entryByFeature, order, declared + layers)
    } else if let order = Self.order(sorted.count, declared) {
      layersAreContradicted = true
      finish(sorted, registry, entryByFeature, order, declared)
    } else {
      return nil
    }
  }

  private mutating func finish(
    _ sorted: [Feature], _ registry: [RegistryFeature], _ entryByFeature: [Int?],
    _ order: [Int32], _ waits: [Wait]
  ) {
    var position = [Int](repeating: 0, count: sorted.count)
    for (place, feature) in order.enumerated() { position[Int(feature)] = place }
    features = order.map { sorted[Int($0)] }
    parts = order.map { [parts] in parts[Int($0)] }
    entries = order.map { feature in entryByFeature[Int(feature)].map { registry[$0] } }
    func moved(_ end: Wait.End) -> Wait.End {
      if case .feature(let feature) = end { .feature(position[feature]) } else { end }
    }
    self.waits = waits.map {
      Wait(before: moved($0.before), after: moved($0.after), origin: $0.origin)
    }
  }

  private static func layerWaits(_ layers: [Located<String>?]) -> [Wait] {
    let ranks = layers.map { layer in
      layer.flatMap {
        layerRanks[$0.value.lowercased().split(separator: "_").joined(separator: "-")]
      }
    }
    let present = Set(ranks.compactMap { $0 }).sorted()
    guard present.count > 1 else { return [] }
    let next = Dictionary(zip(present, present.dropFirst())) { first, _ in first }
    var waits: [Wait] = []
    for (feature, rank) in ranks.enumerated() {
      guard let rank, let layer = layers[feature] else { continue }
      let origin = EdgeOrigin(.layerOrder, at: layer.range)
      if next[rank] != nil {
        waits.append(Wait(before: .feature(feature), after: .layer(rank), origin: origin))
      }
      if let before = present.last(where: { $0 < rank }) {
        waits.append(Wait(before: .layer(before), after: .feature(feature), origin: origin))
      }
    }
    return waits
  }

  private static func order(_ count: Int, _ waits: [Wait]) -> [Int32]? {
    func node(_ end: Wait.End) -> Int32 {
      switch end {
      case .feature(let feature): Int32(truncatingIfNeeded: feature)
      case .layer(let rank): Int32(truncatingIfNeeded: count + rank)
      }
    }
    let graph = DirectedGraph(
      nodeCount: count + 3, from: waits.map { node($0.before) }, to: waits.map { node($0.after) })
    return WrittenOrder.nodes(below: count, of: graph)
  }
}
