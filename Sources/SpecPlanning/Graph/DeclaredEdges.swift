import Diagnostics
import SpecModel

/// Adds to a graph what a task list says about dependencies, in the order in which sources win.
struct DeclaredEdges {
  var graph: FeatureGraph
  /// For each leaf whether the document says what it waits for, or that it waits for nothing.
  private(set) var isSpokenFor: [Bool]
  private var junctions: [Junction: Int] = [:]
  private var references = 0

  /// Lists longer than this are gathered in a junction.
  private static let directLimit = 32

  init(graph: FeatureGraph) {
    self.graph = graph
    isSpokenFor = [Bool](repeating: false, count: graph.leafCount)
  }

  /// With `checkpoints`, tasks that declared waves leave out keep their place in the document.
  mutating func add(checkpoints: Bool) {
    addReferences()
    let isPlacedByWave = addWaves()
    addDrawings()
    if checkpoints { addCheckpoints(besides: isPlacedByWave) }
  }

  // MARK: Lines

  private mutating func addReferences() {
    let tasks = graph.outline.document.tasks
    for task in tasks.indices {
      // Fields are taken one by one, for copying a whole task is dear.
      let dependencies = tasks[task].dependencies
      let inline = tasks[task].inlineDependencies
      guard tasks[task].declaresDependencies || !inline.isEmpty else { continue }
      var isUnderstood = dependencies.isEmpty && inline.isEmpty
      for reference in dependencies {
        if add(reference, at: task, .dependencyLine) { isUnderstood = true }
      }
      for reference in inline {
        if add(reference, at: task, .inlineDependency) { isUnderstood = true }
      }
      guard isUnderstood else { continue }
      if graph.outline.isLeaf(task) {
        isSpokenFor[graph.outline.rank(task)] = true
      } else {
        for rank in graph.outline.ranks(of: task) { isSpokenFor[rank] = true }
      }
    }
  }

  /// Returns whether the reference says anything about the order.
  private mutating func add(_ reference: Reference, at task: Int, _ reason: EdgeReason) -> Bool {
    let origin = EdgeOrigin(reason, at: reference.range)
    switch graph.outline.targets(of: reference, at: task) {
    case .nothing(let isWords): return !isWords
    case .unknown(let id):
      graph.unknown.append(.init(task: task, id: id, range: reference.range))
    case .task(let other): addDependency(of: task, on: other, origin)
    case .tasks(let first, let last):
      addDependency(of: task, on: first, origin)
      addDependency(of: task, on: last, origin)
    case .span(let span):
      let ranks = graph.outline.ranks(of: task)
      // A range or phase that the task is part of means the others.
      guard ranks.count == 1, let own = ranks.first, span.contains(own) else {
        join(nodes(span), to: ranks.filter { !span.contains($0) }, origin)
        break
      }
      join(nodes(span.lowerBound..<own) + nodes(own + 1..<span.upperBound), to: [own], origin)
    }
    return true
  }

  private mutating func addDependency(of task: Int, on other: Int, _ origin: EdgeOrigin) {
    if graph.outline.isLeaf(task), graph.outline.isLeaf(other), task != other {
      graph.connect(graph.outline.rank(other), to: graph.outline.rank(task), origin)
    } else if graph.outline.contains(task, other) || graph.outline.contains(other, task) {
      graph.selfDependencies.append(.init(task: task, on: other, range: origin.range))
    } else {
      join(nodes(of: other), to: graph.outline.ranks(of: task), origin)
    }
  }

  // MARK: Sets of nodes

  /// The leaves of a task, or the one junction that gathers them.
  private mutating func nodes(of task: Int) -> [Int] {
    if let known = junctions[.groupEnd(task: task)] { return [known] }
    let ranks = graph.outline.ranks(of: task)
    guard ranks.count > Self.directLimit else { return ranks }
    return [
      gather(ranks, in: .groupEnd(task: task), at: graph.outline.document.tasks[task].idRange)
    ]
  }

  /// The leaves of a span, or the few junctions that gather them.
  private mutating func nodes(_ span: Range<Int>) -> [Int] {
    guard span.count > Self.directLimit else { return Array(span) }
    var found: [Int] = []
    var position = span.lowerBound
    while position < span.upperBound {
      var level = 0
      while position & (1 << level) == 0, position + 2 << level <= span.upperBound { level += 1 }
      while position + 1 << level > span.upperBound { level -= 1 }
      found.append(block(level: level, index: position >> level))
      position += 1 << level
    }
    return found
  }

  /// The junction of a block, whose members are the two blocks of half its length; the depth is that of
  /// a logarithm.
  private mutating func block(level: Int, index: Int) -> Int {
    guard level > 0 else { return index }
    if let known = junctions[.block(level: level, index: index)] { return known }
    let halves = [
      block(level: level - 1, index: index * 2), block(level: level - 1, index: index * 2 + 1),
    ]
    let place = graph.outline.document.tasks[graph.outline.leaves[index << level]].idRange
    return gather(halves, in: .block(level: level, index: index), at: place)
  }

  private mutating func gather(_ nodes: [Int], in junction: Junction, at place: Range<Offset>)
    -> Int
  {
    let gathered = graph.add(junction)
    junctions[junction] = gathered
    for node in nodes { graph.connect(node, to: gathered, EdgeOrigin(.membership, at: place)) }
    return gathered
  }

  private mutating func join(_ sources: [Int], to targets: [Int], _ origin: EdgeOrigin) {
    guard let latest = sources.max(), let earliest = targets.min() else { return }
    if latest >= earliest { graph.hasBackwardEdge = true }
    if sources.count * targets.count <= Self.directLimit * 2 || sources.count == 1
      || targets.count == 1
    {
      for target in targets { for source in sources { graph.connect(source, to: target, origin) } }
    } else {
      let junction = graph.add(.reference(number: references))
      references += 1
      for source in sources { graph.connect(source, to: junction, origin) }
      for target in targets { graph.connect(junction, to: target, origin) }
    }
  }

  // MARK: Waves

  /// Returns the number of the wave of each leaf that stands in one.
  private mutating func addWaves() -> [Int: Int] {
    var waveOfRank: [Int: Int] = [:]
    for (number, block) in graph.outline.document.waves.enumerated() {
      var before: [Int] = []
      for (wave, ids) in block.waves.enumerated() {
        var members: [Int] = []
        let junction = graph.add(.wave(block: number, number: wave))
        junctions[.wave(block: number, number: wave)] = junction
        let start = ids.first?.range ?? block.range
        for node in before { graph.connect(node, to: junction, EdgeOrigin(.membership, at: start)) }
        for id in ids {
          guard let task = graph.outline.task(id.value) else {
            graph.unknown.append(.init(task: -1, id: id.value, range: id.range))
            continue
          }
          for rank in graph.outline.ranks(of: task) {
            graph.connect(junction, to: rank, EdgeOrigin(.declaredWaves, at: id.range))
            members.append(rank)
            isSpokenFor[rank] = true
            if waveOfRank[rank] == nil { waveOfRank[rank] = wave }
          }
        }
        // What comes next waits for this wave even where every task of it is done.
        before = members + [junction]
      }
    }
    if graph.outline.document.waves.count > 1 || isOutOfOrder(waveOfRank) {
      graph.hasBackwardEdge = true
    }
    return waveOfRank
  }

  /// Whether a later wave holds a task that comes earlier in the document.
  private func isOutOfOrder(_ waveOfRank: [Int: Int]) -> Bool {
    var highest = -1
    for rank in 0..<graph.leafCount {
      guard let wave = waveOfRank[rank] else { continue }
      if wave < highest { return true }
      highest = wave
    }
    return false
  }

  /// Lets a task that the waves leave out and that nothing names wait for all that comes before it in
  /// the document, and the first wave that only holds later tasks wait for it.
  private mutating func addCheckpoints(besides waveOfRank: [Int: Int]) {
    guard !waveOfRank.isEmpty, graph.outline.document.waves.count == 1 else { return }
    var isNamed = isSpokenFor
    for source in graph.sources where source < graph.leafCount { isNamed[Int(source)] = true }
    // Another task without a wave may wait for a later wave, so that a wave behind a checkpoint could
    // come to wait for itself.
    let canHoldWaves = (0..<graph.leafCount).allSatisfy { waveOfRank[$0] != nil || !isNamed[$0] }
    var highest = -1
    for rank in 0..<graph.leafCount {
      if let wave = waveOfRank[rank] { highest = max(highest, wave) }
      guard !isNamed[rank], graph.presence[rank] == .planned else { continue }
      isSpokenFor[rank] = true
      let place = graph.outline.document.tasks[graph.outline.leaves[rank]].idRange
      join(nodes(0..<rank), to: [rank], EdgeOrigin(.documentOrder, at: place))
      guard canHoldWaves, let next = junctions[.wave(block: 0, number: highest + 1)] else {
        continue
      }
      graph.connect(rank, to: next, EdgeOrigin(.documentOrder, at: place))
    }
  }

  // MARK: Drawings

  /// A drawing that contradicts a line about the same two tasks, or that joins a group with its own
  /// parts, draws something other than the order.
  private mutating func addDrawings() {
    guard !graph.outline.document.drawnEdges.isEmpty else { return }
    var written: Set<Int64> = []
    for (source, target) in zip(graph.sources, graph.targets) {
      written.insert(Int64(source) << 32 | Int64(target))
    }
    for edge in graph.outline.document.drawnEdges {
      guard let before = graph.outline.task(edge.from.value),
        let after = graph.outline.task(edge.to.value),
        !graph.outline.contains(before, after), !graph.outline.contains(after, before)
      else { continue }
      for rank in graph.outline.ranks(of: before) + graph.outline.ranks(of: after) {
        isSpokenFor[rank] = true
      }
      let opposite = Int64(graph.outline.rank(after)) << 32 | Int64(graph.outline.rank(before))
      let areLeaves = graph.outline.isLeaf(before) && graph.outline.isLeaf(after)
      guard !areLeaves || !written.contains(opposite) else { continue }
      let reason: EdgeReason = edge.drawing == .mermaid ? .mermaid : .arrowChain
      addDependency(of: after, on: before, EdgeOrigin(reason, at: edge.to.range))
    }
  }
}
