import SpecPlanning
import Testing

@Suite struct GraphPropertyTests {
  private struct Edges {
    var count: Int
    var sources: [Int32] = []
    var targets: [Int32] = []

    var graph: DirectedGraph { DirectedGraph(nodeCount: count, from: sources, to: targets) }
  }

  private func random(_ seed: Int, acyclic: Bool) -> Edges {
    var numbers = Sequence(state: UInt64(seed) &* 977 &+ 1)
    var edges = Edges(count: 2 + numbers.next(below: 12))
    for _ in 0..<numbers.next(below: 24) {
      let (a, b) = (numbers.next(below: edges.count), numbers.next(below: edges.count))
      guard a != b else { continue }
      edges.sources.append(Int32(acyclic ? min(a, b) : a))
      edges.targets.append(Int32(acyclic ? max(a, b) : b))
    }
    return edges
  }

  @Test(arguments: 0..<200) func levelsRespectEveryEdgeAndAreMinimal(seed: Int) {
    let edges = random(seed, acyclic: true)
    var naive = [Int32](repeating: 0, count: edges.count)
    for _ in 0..<edges.count {
      for (source, target) in zip(edges.sources, edges.targets) {
        naive[Int(target)] = max(naive[Int(target)], naive[Int(source)] + 1)
      }
    }
    let levels = GraphLevels(edges.graph)
    #expect(levels.isComplete)
    #expect(levels.levels == naive)
  }

  @Test(arguments: 0..<300) func cyclesAreRealAndTheShortestOfTheirPart(seed: Int) {
    let edges = random(seed, acyclic: false)
    let graph = edges.graph
    var successors = [Set<Int>](repeating: [], count: edges.count)
    for (source, target) in zip(edges.sources, edges.targets) {
      successors[Int(source)].insert(Int(target))
    }
    func distance(_ start: Int, _ end: Int) -> Int? {
      var reached: Set<Int> = []
      var frontier = successors[start]
      var steps = 1
      while !frontier.isEmpty {
        if frontier.contains(end) { return steps }
        reached.formUnion(frontier)
        frontier = Set(frontier.flatMap { successors[$0] }).subtracting(reached)
        steps += 1
      }
      return nil
    }
    // The nodes on cycles by the set of nodes that they share a cycle with.
    let lengths = (0..<edges.count).map { distance($0, $0) }
    let found = ShortestCycles.find(in: graph)
    var covered: Set<Int> = []
    for cycle in found {
      let sources = cycle.map { Int(edges.sources[Int(graph.edges[$0])]) }
      let targets = cycle.map { Int(graph.targets[$0]) }
      #expect(Array(sources.dropFirst()) == Array(targets.dropLast()))
      #expect(sources.first == targets.last)
      let start = sources.first ?? 0
      let part = (0..<edges.count).filter { node in
        node == start || distance(start, node) != nil && distance(node, start) != nil
      }
      #expect(cycle.count == part.compactMap { lengths[$0] }.min())
      #expect(covered.isDisjoint(with: part))
      covered.formUnion(part)
    }
    #expect(covered == Set((0..<edges.count).filter { lengths[$0] != nil }))
    #expect(GraphLevels(graph).isComplete == found.isEmpty)
  }

  @Test func nodesWithoutWeightTakeNoLevel() {
    let graph = DirectedGraph(nodeCount: 4, from: [0, 3, 1], to: [3, 1, 2])
    #expect(GraphLevels(graph, weightless: 3).levels == [0, 1, 2, 1])
  }

  @Test func theFirstOfTwoEqualEdgesIsKept() {
    let graph = DirectedGraph(nodeCount: 2, from: [0, 0, 0], to: [1, 1, 1])
    #expect(graph.targets == [1])
    #expect(graph.edges == [0])
  }
}
