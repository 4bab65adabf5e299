import Diagnostics
import SpecModel

/// The edges inside one feature.
///
/// Nodes are the leaves of the task list by their position among the leaves, settled ones included,
/// then the junctions. The number of edges is linear in the document, but for n log n where long ranges
/// are listed.
struct FeatureGraph {
  var outline: TaskOutline
  /// For each leaf.
  var presence: [TaskPresence]
  var junctions: [Junction] = []
  var sources: [Int32] = []
  var targets: [Int32] = []
  var origins: [EdgeOrigin] = []
  /// References to ids that no task has, with the task they stand at.
  var unknown: [UnknownDependency] = []
  /// Tasks that wait for themselves, for what contains them or for what they contain.
  var selfDependencies: [SelfDependency] = []
  /// Whether a leaf waits for one that comes later in the document.
  var hasBackwardEdge = false
  /// The leaves by position so that each stands behind all that it waits for, else in document order.
  ///
  /// There is none, and only then, when there is a cycle.
  var order: [Int32]?
  /// For each leaf whether the document says what it waits for, or that it waits for nothing.
  private(set) var saysItsWaits: [Bool] = []
  /// The number of the edges that are written in the document.
  var declaredEdgeCount = 0

  struct UnknownDependency {
    var task: Int
    var id: String
    var range: Range<Offset>
  }

  struct SelfDependency {
    var task: Int
    /// What the task waits for.
    var on: Int
    var range: Range<Offset>
  }

  var leafCount: Int { outline.leaves.count }
  var nodeCount: Int { leafCount + junctions.count }
  var tasks: [TaskItem] { outline.document.tasks }

  init(
    _ document: TasksDocument, order policy: PlanningOrder, selection: TaskSelection,
    leastConfidence: Confidence = .medium
  ) {
    outline = TaskOutline(document)
    presence = outline.leaves.map { leaf in
      selection.presence(
        state: document.tasks[leaf].state, isOptional: document.tasks[leaf].isOptional)
    }
    if document.declaresAnyDependency {
      var declared = DeclaredEdges(graph: self)
      declared.add(checkpoints: policy != .declared)
      self = declared.graph
      declaredEdgeCount = sources.count
      order = Self.order(of: self)
      saysItsWaits = declared.isSpokenFor
    } else {
      order = Self.identity(leafCount)
      saysItsWaits = [Bool](repeating: false, count: leafCount)
    }
    switch policy {
    case .document: addDocumentOrder()
    case .infer: addInferredOrder(leastConfidence)
    case .declared: break
    }
  }

  private var mostSayTheirWaits: Bool {
    saysItsWaits.lazy.filter { $0 }.count * 2 > leafCount
  }

  private static func identity(_ count: Int) -> [Int32] {
    (0..<count).map { Int32(truncatingIfNeeded: $0) }
  }

  private static func order(of graph: FeatureGraph) -> [Int32]? {
    guard graph.hasBackwardEdge else { return identity(graph.leafCount) }
    return WrittenOrder.nodes(below: graph.leafCount, of: graph.directed)
  }

  /// The edges as a graph.
  var directed: DirectedGraph {
    DirectedGraph(nodeCount: nodeCount, from: sources, to: targets)
  }

  mutating func add(_ junction: Junction) -> Int {
    junctions.append(junction)
    return nodeCount - 1
  }

  mutating func connect(_ source: Int, to target: Int, _ origin: EdgeOrigin) {
    sources.append(Int32(truncatingIfNeeded: source))
    targets.append(Int32(truncatingIfNeeded: target))
    origins.append(origin)
    if source >= target, source < leafCount { hasBackwardEdge = true }
  }

  /// Lets each task that says nothing wait for the task before it.
  ///
  /// Where most tasks say what they wait for, silence of the others means that they wait for nothing.
  private mutating func addDocumentOrder() {
    guard let order, !mostSayTheirWaits else { return }
    var previous: Int?
    for rank in order.lazy.map(Int.init) where presence[rank] != .settled {
      if let previous, !saysItsWaits[rank] {
        let task = outline.leaves[rank]
        sources.append(Int32(truncatingIfNeeded: previous))
        targets.append(Int32(truncatingIfNeeded: rank))
        origins.append(
          EdgeOrigin(.documentOrder, at: outline.document.tasks[task].idRange))
      }
      previous = rank
    }
  }

  /// Lets each task that says nothing wait for what its text tells that it needs.
  ///
  /// What a task that names no file touches nobody knows: it waits for all that comes before it, and all
  /// that comes behind it waits for it. Tasks that say what they wait for wait for that alone.
  private mutating func addInferredOrder(_ leastConfidence: Confidence) {
    guard let order else { return }
    let inferred = InferredEdges(self, order: order, leastConfidence: leastConfidence) {
      !saysItsWaits[$0]
    }
    for edge in inferred.edges { connect(edge.before, to: edge.after, edge.origin) }
    // Where most tasks say what they wait for, silence of the others means that they wait for nothing else.
    guard !mostSayTheirWaits else { return }
    var barrier: Int?
    var sinceBarrier: [Int] = []
    for rank in order.lazy.map(Int.init) where presence[rank] != .settled {
      let task = outline.leaves[rank]
      let origin = EdgeOrigin(.documentOrder, at: outline.document.tasks[task].idRange)
      let isSilent = !saysItsWaits[rank]
      if isSilent, outline.document.tasks[task].files.isEmpty {
        for before in sinceBarrier { connect(before, to: rank, origin) }
        if sinceBarrier.isEmpty, let barrier { connect(barrier, to: rank, origin) }
        (barrier, sinceBarrier) = (rank, [])
      } else {
        if isSilent, let barrier { connect(barrier, to: rank, origin) }
        sinceBarrier.append(rank)
      }
    }
  }

  /// The tasks of a document as if it said nothing about what they wait for.
  init(hidingDeclarationsOf document: TasksDocument, selection: TaskSelection) {
    outline = TaskOutline(document)
    presence = outline.leaves.map { leaf in
      selection.presence(
        state: document.tasks[leaf].state, isOptional: document.tasks[leaf].isOptional)
    }
    order = Self.identity(leafCount)
    saysItsWaits = [Bool](repeating: false, count: leafCount)
  }

  /// The pairs of leaves that inference joins where the document says nothing.
  func inferredOrderPairs() -> [(Int, Int)] {
    var graph = self
    graph.addInferredOrder(.medium)
    return zip(graph.sources, graph.targets).map { (Int($0), Int($1)) }
  }
}
