import Diagnostics
import SpecModel

/// Which modules come before which inside their layers, and which layers before which.
///
/// Modules are numbered layer by layer. What a module needs of another layer, the order of the layers
/// gives; where that order is the other way round, the need is kept in ``outward``.
struct ModuleGraph {
  struct Edge {
    var before: Int
    var after: Int
    var reason: EdgeReason
    var range: Range<Offset>
  }

  /// A module that needs one of a layer that does not come before its own.
  struct OutwardNeed {
    var module: Int
    var on: Int
    var range: Range<Offset>
  }

  let modules: [ModuleDocument]
  /// For each module the number of its layer.
  let layerOf: [Int]
  let layers: LayerGraph
  private(set) var edges: [Edge] = []
  private(set) var outward: [OutwardNeed] = []
  /// Names that are plainly those of modules, and that no module has.
  private(set) var unknown: [(module: Int, reference: ModuleReference)] = []

  init(_ system: LayeredSystem) {
    modules = system.layers.flatMap(\.modules)
    layerOf = system.layers.enumerated().flatMap { number, layer in
      layer.modules.map { _ in number }
    }
    layers = LayerGraph(system.layers)
    var firsts: [Int] = []
    var count = 0
    for layer in system.layers {
      firsts.append(count)
      count += layer.modules.count
    }
    let index = ModuleIndex(system)
    var waits: Set<Pair> = []
    var needs: Set<Pair> = []
    for (after, module) in modules.enumerated() {
      let place = ModuleIndex.Place(layer: layerOf[after], module: after - firsts[layerOf[after]])
      for reference in module.dependencies {
        switch index.target(of: reference, from: place) {
        case .elsewhere: break
        case .unknown: unknown.append((after, reference))
        case .module(let target):
          let before = firsts[target.layer] + target.module
          add(before, after, .moduleDependency, reference.range, &waits, &needs)
        }
      }
    }
    // What is declared anywhere comes before all that is inferred.
    for (after, module) in modules.enumerated() {
      let place = ModuleIndex.Place(layer: layerOf[after], module: after - firsts[layerOf[after]])
      for reference in module.imports {
        guard case .module(let target) = index.target(of: reference, from: place) else { continue }
        let before = firsts[target.layer] + target.module
        guard !waits.contains(Pair(before: after, after: before)) else { continue }
        add(before, after, .moduleImport, reference.range, &waits, &needs)
      }
    }
  }

  private struct Pair: Hashable {
    var before: Int
    var after: Int
  }

  private mutating func add(
    _ before: Int, _ after: Int, _ reason: EdgeReason, _ range: Range<Offset>,
    _ waits: inout Set<Pair>, _ needs: inout Set<Pair>
  ) {
    guard before != after else { return }
    let pair = Pair(before: before, after: after)
    if layerOf[before] == layerOf[after] {
      guard waits.insert(pair).inserted else { return }
      edges.append(Edge(before: before, after: after, reason: reason, range: range))
    } else if !layers.waits(layerOf[after], for: layerOf[before]), needs.insert(pair).inserted {
      outward.append(OutwardNeed(module: after, on: before, range: range))
    }
  }

  /// The waits between modules as a graph.
  var directed: DirectedGraph {
    DirectedGraph(
      nodeCount: modules.count, from: edges.map { Int32(truncatingIfNeeded: $0.before) },
      to: edges.map { Int32(truncatingIfNeeded: $0.after) })
  }
}
