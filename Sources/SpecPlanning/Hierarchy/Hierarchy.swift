import Diagnostics
import SpecModel

/// The modules, layers and the system as features that a plan can order.
///
/// A module has its tasks; a layer has none and stands for its modules, all of which it waits for; so
/// does the system for the layers.
struct Hierarchy: Sendable {
  /// What one of ``features`` stands for.
  enum Part: Sendable, Hashable {
    /// A module of the layer of a number.
    case module(layer: Int)
    case layer(Int)
    case system
  }

  let system: LayeredSystem
  /// The modules, then the layers, then the system.
  private(set) var features: [Feature]
  private(set) var parts: [Part]
  /// By the numbers of ``features``.
  private(set) var waits: [(before: Int, after: Int, origin: EdgeOrigin)] = []

  /// `nil` where there are no modules, and where modules or layers wait for one another.
  init?(_ workspace: Workspace) {
    guard let system = workspace.layered else { return nil }
    let graph = ModuleGraph(system)
    self.system = system
    features = workspace.moduleFeatures
    parts = graph.layerOf.map { .module(layer: $0) }
    let count = features.count
    for (number, layer) in system.layers.enumerated() {
      features.append(
        Feature(name: "layer/\(layer.name)", directory: layer.directory, layout: .claude))
      parts.append(.layer(number))
    }
    for edge in graph.edges {
      waits.append((edge.before, edge.after, EdgeOrigin(edge.reason, at: edge.range)))
    }
    let nothing = Range(0, 0)
    for (module, layer) in graph.layerOf.enumerated() {
      waits.append((module, count + layer, EdgeOrigin(.membership, at: nothing)))
    }
    for edge in graph.layers.edges {
      let origin =
        edge.range.map { EdgeOrigin(.layerDependency, at: $0) }
        ?? EdgeOrigin(.layerOrder, at: nothing)
      let modules = graph.layerOf.indices.filter { graph.layerOf[$0] == edge.after }
      for after in modules.isEmpty ? [count + edge.after] : modules {
        waits.append((count + edge.before, after, origin))
      }
    }
    guard system.coordinator != nil else { return }
    features.append(
      Feature(name: "system", directory: LayeredSystem.systemFolder, layout: .claude))
    parts.append(.system)
    for layer in system.layers.indices {
      waits.append(
        (count + layer, features.count - 1, EdgeOrigin(.membership, at: nothing)))
    }
  }
}

extension LayeredSystem {
  /// What coordinates all layers.
  var coordinator: LayerDocument? { orchestrators.first { $0.agent == "SYSTEM_ORCHESTRATOR" } }

  /// What brings the documentation up to date in the end.
  var documenter: LayerDocument? {
    orchestrators.first { $0.agent == "DOCUMENTATION_ORCHESTRATOR" }
  }
}
