package import SpecModel

/// Infers the waits of a task list whose declared ones are hidden, and compares the two.
///
/// Only waits of tasks are judged that say what they wait for, by a line of their own or in a drawing
/// that has both ends; of other tasks nobody knows the truth. Meant for measuring.
package struct InferenceTrial: Sendable {
  /// Counts for one way of finding waits.
  package struct Score: Sendable {
    /// Waits that were found and can be judged.
    package var found = 0
    /// Those of them that the declared waits imply, directly or over other tasks.
    package var right = 0
    /// Declared waits that the found ones imply, and all declared ones.
    package var recalled = 0
    package var declared = 0

    package init(found: Int = 0, right: Int = 0, recalled: Int = 0, declared: Int = 0) {
      self.found = found
      self.right = right
      self.recalled = recalled
      self.declared = declared
    }

    package static func + (left: Score, right: Score) -> Score {
      Score(
        found: left.found + right.found, right: left.right + right.right,
        recalled: left.recalled + right.recalled, declared: left.declared + right.declared)
    }
  }

  /// Leaves of the task list, finished ones included.
  package let taskCount: Int
  /// Each task behind the one written before it.
  package let documentOrder: Score
  /// All that is inferred.
  package let inferred: Score
  /// What is inferred for each reason alone.
  package let byReason: [EdgeReason: Score]
  /// What is inferred, and the document order of tasks that name no file.
  package let policy: Score

  /// `nil` for a document in which fewer than half of the tasks say what they wait for, or with a cycle.
  ///
  /// Time grows with the square of the number of tasks.
  package init?(_ document: TasksDocument) {
    guard document.declaresAnyDependency else { return nil }
    let selection = TaskSelection(includesDone: true)
    let declared = FeatureGraph(document, order: .declared, selection: selection)
    guard declared.order != nil, declared.sources.count > 0 else { return nil }
    let truth = Reachability(declared)
    let judge = Judge(declared, truth)
    guard judge.isUseful else { return nil }
    taskCount = declared.leafCount
    let written = (0..<declared.leafCount).map { Int32(truncatingIfNeeded: $0) }
    let bare = FeatureGraph(hidingDeclarationsOf: document, selection: selection)
    let edges = InferredEdges(bare, order: written) { _ in true }.edges
    documentOrder = judge.score((1..<max(1, taskCount)).map { ($0 - 1, $0) })
    inferred = judge.score(edges.map { ($0.before, $0.after) })
    var groups: [EdgeReason: [(Int, Int)]] = [:]
    for edge in edges { groups[edge.origin.reason, default: []].append((edge.before, edge.after)) }
    byReason = groups.mapValues(judge.score)
    policy = judge.score(bare.inferredOrderPairs())
  }
}

/// The declared waits of one document, and which found ones can be held against them.
private struct Judge {
  let truth: Reachability
  private let leafCount: Int
  private var direct: [(Int, Int)] = []
  private var hasLine: [Bool]
  private var isDrawn: [Bool]

  init(_ graph: FeatureGraph, _ truth: Reachability) {
    self.truth = truth
    leafCount = graph.leafCount
    hasLine = graph.outline.leaves.map { leaf in
      graph.tasks[leaf].declaresDependencies || !graph.tasks[leaf].inlineDependencies.isEmpty
    }
    isDrawn = [Bool](repeating: false, count: graph.leafCount)
    direct = truth.directPairs
    for (before, after) in direct { (isDrawn[before], isDrawn[after]) = (true, true) }
  }

  var isUseful: Bool {
    !direct.isEmpty && zip(hasLine, isDrawn).lazy.filter { $0 || $1 }.count * 2 >= leafCount
  }

  func score(_ found: [(Int, Int)]) -> InferenceTrial.Score {
    let judged = found.filter { hasLine[$1] || isDrawn[$0] && isDrawn[$1] }
    let reach = Reachability(leafCount, judged)
    return InferenceTrial.Score(
      found: judged.count, right: judged.lazy.filter { truth.reaches($0, $1) }.count,
      recalled: direct.lazy.filter { reach.reaches($0, $1) }.count, declared: direct.count)
  }
}

/// Which leaves are behind which, over any number of edges.
private struct Reachability {
  private var behind: [Set<Int>]
  /// The pairs of leaves that edges join directly or over junctions.
  private(set) var directPairs: [(Int, Int)] = []

  init(_ count: Int, _ edges: [(Int, Int)]) {
    self.init(
      DirectedGraph(
        nodeCount: count, from: edges.map { Int32(truncatingIfNeeded: $0.0) },
        to: edges.map { Int32(truncatingIfNeeded: $0.1) }), leaves: count)
  }

  init(_ graph: FeatureGraph) {
    self.init(graph.directed, leaves: graph.leafCount)
  }

  private init(_ graph: DirectedGraph, leaves: Int) {
    behind = [Set<Int>](repeating: [], count: graph.nodeCount)
    var near = behind
    for node in GraphLevels(graph).order.reversed().lazy.map(Int.init) {
      for target in graph.successors(of: node).lazy.map(Int.init) {
        behind[node].insert(target)
        behind[node].formUnion(behind[target])
        if target < leaves { near[node].insert(target) } else { near[node].formUnion(near[target]) }
      }
    }
    directPairs = (0..<leaves).flatMap { leaf in near[leaf].sorted().map { (leaf, $0) } }
  }

  func reaches(_ before: Int, _ after: Int) -> Bool { behind[before].contains(after) }
}
