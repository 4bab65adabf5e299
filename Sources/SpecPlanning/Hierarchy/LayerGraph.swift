import Diagnostics
import SpecModel

/// Which layers come before which.
struct LayerGraph {
  struct Edge {
    var before: Int
    var after: Int
    /// Where a document says so; `nil` for the usual order of layers.
    var range: Range<Offset>?
  }

  private(set) var edges: [Edge] = []
  /// Names of layers that do not exist, with the layer whose document names each.
  private(set) var unknown: [(layer: Int, reference: ModuleReference)] = []
  /// For each layer which ones it waits for, directly or not.
  private var reach: [[Bool]]
  private var known: Set<[Int]> = []

  /// The layers that are known by name, from the innermost.
  ///
  /// They come one after another, unlike those of features in the registry: modules are built from
  /// the inside to the outside.
  private static let ranks: [String: Int] = [
    "core": 0, "domain": 0, "coredomain": 0, "application": 1, "usecases": 1, "services": 1,
    "infrastructure": 2, "adapters": 2, "entrypoints": 3, "entrypoint": 3, "entry": 3,
    "presentation": 3, "interface": 3, "interfaces": 3, "ui": 3, "cli": 3, "api": 3,
  ]

  init(_ layers: [LayeredSystem.Layer]) {
    reach = [[Bool]](
      repeating: [Bool](repeating: false, count: layers.count), count: layers.count)
    var numbers: [String: Int] = [:]
    for (number, layer) in layers.enumerated() {
      for name in [ModuleName.normal(layer.name), Self.bareName(layer.name)]
      where numbers[name] == nil {
        numbers[name] = number
      }
    }
    var declares = layers.map { $0.document?.declaresNothing ?? false }
    for (after, layer) in layers.enumerated() {
      for reference in layer.document?.dependencies ?? [] {
        let stem = ModuleName.stem(of: reference.name) ?? reference.name
        if let before = numbers[ModuleName.normal(stem)] ?? numbers[Self.bareName(stem)] {
          declares[after] = true
          add(Edge(before: before, after: after, range: reference.range))
        } else if reference.name.hasSuffix("_ORCHESTRATOR") {
          unknown.append((after, reference))
        }
      }
    }
    addUsualOrder(layers, besides: declares)
  }

  /// Lets each layer that says nothing wait for all further inwards, unless those wait for it.
  private mutating func addUsualOrder(_ layers: [LayeredSystem.Layer], besides declares: [Bool]) {
    let ranked = layers.indices.compactMap { layer in
      Self.ranks[Self.bareName(layers[layer].name)].map { (layer: layer, rank: $0) }
    }.sorted { ($0.rank, $0.layer) < ($1.rank, $1.layer) }
    for after in ranked where !declares[after.layer] {
      // The nearest come first: what these wait for themselves need not be said again.
      for before in ranked.reversed() where before.rank < after.rank {
        guard !waits(after.layer, for: before.layer), !waits(before.layer, for: after.layer) else {
          continue
        }
        add(Edge(before: before.layer, after: after.layer, range: nil))
      }
    }
  }

  private mutating func add(_ edge: Edge) {
    guard edge.before != edge.after, known.insert([edge.before, edge.after]).inserted else {
      return
    }
    edges.append(edge)
    for layer in reach.indices where layer == edge.after || reach[layer][edge.after] {
      reach[layer][edge.before] = true
      for other in reach.indices where reach[edge.before][other] { reach[layer][other] = true }
    }
  }

  /// The layers so that each stands behind those that it waits for, else as they are numbered; as
  /// they are numbered where they wait for one another.
  var order: [Int] {
    let graph = DirectedGraph(
      nodeCount: reach.count, from: edges.map { Int32(truncatingIfNeeded: $0.before) },
      to: edges.map { Int32(truncatingIfNeeded: $0.after) })
    return WrittenOrder.nodes(below: reach.count, of: graph)?.map(Int.init) ?? Array(reach.indices)
  }

  /// Whether a layer waits for another, directly or not.
  func waits(_ layer: Int, for other: Int) -> Bool { reach[layer][other] }

  /// A name without a number before it or the word `layer` behind it.
  private static func bareName(_ name: String) -> String {
    let bare = String(ModuleName.normal(name).drop { $0.isNumber })
    return bare.hasSuffix("layer") && bare != "layer" ? String(bare.dropLast(5)) : bare
  }
}
