import Diagnostics
import SpecModel

/// Puts the graphs of features together to one.
struct TaskGraphAssembly {
  private(set) var nodes: [TaskGraph.Node] = []
  private(set) var nodesByFeature: [Range<Int>] = []
  private(set) var junctions: [TaskGraph.GraphJunction] = []
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []
  private(set) var sources: [Int32] = []
  private(set) var targets: [Int32] = []
  private(set) var origins: [EdgeOrigin] = []
  /// The names of the exclusive resources by their numbers.
  private(set) var resources: [String] = []

  private let taskCount: Int
  /// For each node whether an edge leads to it, or from it.
  private var hasBefore: [Bool] = []
  private var hasAfter: [Bool] = []

  init(
    graphs: [FeatureGraph?], waits: [FeatureOrder.Wait], conflicts: ConflictSettings
  ) {
    for (feature, graph) in graphs.enumerated() {
      let first = nodes.count
      if let graph {
        for (rank, presence) in graph.presence.enumerated() where presence == .planned {
          nodes.append(
            .init(
              feature: Int32(truncatingIfNeeded: feature),
              task: Int32(truncatingIfNeeded: graph.outline.leaves[rank])))
        }
      }
      nodesByFeature.append(first..<nodes.count)
    }
    taskCount = nodes.count
    hasBefore = [Bool](repeating: false, count: taskCount)
    hasAfter = hasBefore
    for (feature, graph) in graphs.enumerated() { add(graph, feature) }
    addFeatureWaits(waits)
    addConflicts(graphs, conflicts)
  }

  // MARK: One feature

  private mutating func add(_ graph: FeatureGraph?, _ feature: Int) {
    let place = EdgeOrigin(.membership, at: Range(0, 0))
    let firstJunction = junctions.count
    let start = add(.start, of: feature)
    let end = add(.end, of: feature)
    starts.append(start)
    ends.append(end)
    guard let graph else {
      connect(start, end, place)
      return
    }
    var numbers = [Int](repeating: -1, count: graph.nodeCount)
    var next = nodesByFeature[feature].lowerBound
    for (rank, presence) in graph.presence.enumerated() {
      switch presence {
      case .planned:
        numbers[rank] = next
        next += 1
      case .omitted: numbers[rank] = add(.omitted(task: graph.outline.leaves[rank]), of: feature)
      case .settled: break
      }
    }
    for (index, junction) in graph.junctions.enumerated() {
      numbers[graph.leafCount + index] = add(junction, of: feature)
    }
    for index in graph.sources.indices {
      let source = numbers[Int(graph.sources[index])]
      let target = numbers[Int(graph.targets[index])]
      guard source >= 0, target >= 0 else { continue }
      connect(source, target, graph.origins[index])
    }
    let own =
      Array(nodesByFeature[feature])
      + (taskCount + firstJunction + 2..<taskCount + junctions.count)
    for node in own where !hasBefore[node] { connect(start, node, place) }
    for node in own where !hasAfter[node] { connect(node, end, place) }
    if own.isEmpty { connect(start, end, place) }
  }

  private mutating func add(_ junction: Junction, of feature: Int?) -> Int {
    junctions.append(
      .init(junction: junction, feature: feature.map { Int32(truncatingIfNeeded: $0) }))
    hasBefore.append(false)
    hasAfter.append(false)
    return taskCount + junctions.count - 1
  }

  private mutating func connect(_ source: Int, _ target: Int, _ origin: EdgeOrigin) {
    sources.append(Int32(truncatingIfNeeded: source))
    targets.append(Int32(truncatingIfNeeded: target))
    origins.append(origin)
    hasAfter[source] = true
    hasBefore[target] = true
  }

  // MARK: Between features

  private mutating func addFeatureWaits(_ waits: [FeatureOrder.Wait]) {
    var layers: [Int: Int] = [:]
    func layer(_ rank: Int, _ assembly: inout Self) -> Int {
      if let known = layers[rank] { return known }
      let made = assembly.add(.layer(rank), of: nil)
      layers[rank] = made
      return made
    }
    for wait in waits {
      let before =
        switch wait.before {
        case .feature(let feature): ends[feature]
        case .layer(let rank): layer(rank, &self)
        }
      let after =
        switch wait.after {
        case .feature(let feature): starts[feature]
        case .layer(let rank): layer(rank, &self)
        }
      connect(before, after, wait.origin)
    }
  }

  /// Lets tasks that touch the same wait for one another along an order that all other edges keep.
  private mutating func addConflicts(
    _ graphs: [FeatureGraph?], _ settings: ConflictSettings
  ) {
    var conflicts = TaskConflicts(settings, capacity: taskCount)
    var position = 0
    for (feature, graph) in graphs.enumerated() {
      guard let graph, let order = graph.order else { continue }
      let base = nodesByFeature[feature].lowerBound
      // The number of each leaf among the planned ones.
      var planned: [Int] = []
      planned.reserveCapacity(graph.leafCount)
      var count = 0
      for presence in graph.presence {
        planned.append(count)
        if presence == .planned { count += 1 }
      }
      let inherited = Self.resourcesOfGroups(graph)
      for rank in order.lazy.map(Int.init) where graph.presence[rank] == .planned {
        position += 1
        conflicts.add(
          graph.tasks[graph.outline.leaves[rank]], of: graph.outline.document,
          inherited: inherited[rank] ?? [], position: position,
          node: Int32(truncatingIfNeeded: base + planned[rank]))
      }
    }
    resources = conflicts.resources.names
    conflicts.forEachWait { earlier, later, resource in
      sources.append(earlier.task)
      targets.append(later.task)
      origins.append(
        EdgeOrigin(
          resource == nil ? .sameFile : .exclusiveResource, resource: resource, at: later.range))
    }
  }

  /// For the leaves below groups that name resources, those resources.
  private static func resourcesOfGroups(_ graph: FeatureGraph) -> [Int: [Located<String>]] {
    var found: [Int: [Located<String>]] = [:]
    for index in graph.tasks.indices
    where !graph.tasks[index].resources.isEmpty && !graph.outline.isLeaf(index) {
      for rank in graph.outline.ranks(of: index) {
        found[rank, default: []] += graph.tasks[index].resources
      }
    }
    return found
  }
}
