import Diagnostics
package import SpecModel

/// The tasks of all selected features and every reason why one waits for another.
///
/// Nodes are the planned tasks, feature by feature in an order that keeps the dependencies between
/// features, then the junctions.
package struct TaskGraph: Sendable {
  /// One planned task.
  package struct Node: Sendable {
    /// The index of its feature in `TaskGraph.features`.
    package var feature: Int32
    /// The index of the task in the task list.
    package var task: Int32
  }

  struct GraphJunction: Sendable {
    var junction: Junction
    /// The feature that the junction belongs to; `nil` for that of a layer.
    var feature: Int32?
  }

  /// In an order that keeps the dependencies between them; those that were not asked for are among them.
  package let features: [Feature]
  let entries: [RegistryFeature?]
  /// What orders the features among one another.
  let waits: [FeatureOrder.Wait]
  /// For each feature what it stands for in the hierarchy of modules and layers, if anything.
  let parts: [Hierarchy.Part?]
  let layered: LayeredSystem?
  /// For each feature the range of its tasks among the nodes.
  package private(set) var nodesByFeature: [Range<Int>] = []
  /// The planned tasks; junctions have the numbers behind them.
  package private(set) var nodes: [Node] = []
  var junctions: [GraphJunction] = []
  /// For each feature the node at which its tasks may start, and the one at which they are done.
  var starts: [Int] = []
  var ends: [Int] = []
  /// For each feature how many edges its task list declares.
  var declaredEdgeCounts: [Int] = []
  /// The edges as a graph; ``DirectedGraph/edges`` are indices of origins.
  package private(set) var graph: DirectedGraph
  var origins: [EdgeOrigin] = []
  /// The names of the exclusive resources by their numbers.
  let resources: [String]
  let registryPath: String?
  /// Whether the layers of features contradict `depends_on` and so order nothing.
  let layersAreContradicted: Bool

  /// Nodes below this number are tasks, all others junctions.
  package var taskCount: Int { nodes.count }

  /// The name by which the registry and the configuration know a feature.
  func registryName(ofFeature feature: Int) -> String {
    entries[feature]?.name.value ?? features[feature].name
  }

  /// The task that a node stands for.
  package func task(_ node: Int) -> TaskItem? {
    let place = nodes[node]
    return features[Int(place.feature)].tasks?.tasks[Int(place.task)]
  }

  init(
    _ order: FeatureOrder, graphs: [FeatureGraph?], conflicts: ConflictSettings,
    registryPath: String?, layered: LayeredSystem?
  ) {
    features = order.features
    entries = order.entries
    waits = order.waits
    parts = order.parts
    self.layered = layered
    self.registryPath = registryPath
    layersAreContradicted = order.layersAreContradicted
    let assembly = TaskGraphAssembly(graphs: graphs, waits: waits, conflicts: conflicts)
    nodes = assembly.nodes
    nodesByFeature = assembly.nodesByFeature
    junctions = assembly.junctions
    starts = assembly.starts
    ends = assembly.ends
    declaredEdgeCounts = graphs.map { $0?.declaredEdgeCount ?? 0 }
    origins = assembly.origins
    resources = assembly.resources
    graph = DirectedGraph(
      nodeCount: nodes.count + junctions.count, from: assembly.sources, to: assembly.targets)
  }
}
