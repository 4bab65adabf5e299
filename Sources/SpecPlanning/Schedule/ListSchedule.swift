/// When each node starts if everything starts as soon as what it waits for is done and its limits have a
/// slot.
///
/// Of several that could take a slot the one of the lowest rank comes first, then the one with the
/// longest way behind it, then the one of the lowest number. The method is list scheduling (Graham,
/// 1966): no slot stays empty while something could use it. Time grows with n log n, for each freed slot
/// with the number of demand sets that wait for it.
package struct ListSchedule: Sendable {
  /// Seconds from the start of all.
  package private(set) var starts: [Int]
  /// The end of the last node.
  package private(set) var end = 0
  /// For each limit whether anything ever had to wait for one of its slots.
  package private(set) var isBinding: [Bool]

  package init(_ network: WorkNetwork, _ lengths: PathLengths) {
    starts = []
    isBinding = []
    var run = Run(network, lengths)
    run.run()
    starts = run.starts
    end = run.now
    isBinding = run.isBinding
  }
}

/// The state of one pass over time.
private struct Run {
  private enum Place { case empty, candidate, parked }

  private let network: WorkNetwork
  private let keys: [UInt64]
  var starts: [Int]
  var isBinding: [Bool]
  var now = 0

  private var waiting: [Int32]
  private var free: [Int]
  /// For each demand set the nodes that only wait for slots, the first to start on top.
  private var ready: [KeyedHeap]
  private var places: [Place]
  /// The demand sets that may be able to start something, by the key of the node on top of each.
  private var candidates = KeyedHeap()
  /// For each limit the demand sets that wait for a slot of it.
  private var parked: [[Int32]]
  /// Running nodes by the second at which they end.
  private var running = KeyedHeap()
  /// Nodes without work that are reached and not yet passed.
  private var passing: [Int32] = []

  init(_ network: WorkNetwork, _ lengths: PathLengths) {
    self.network = network
    // The rank in the highest two bits, then what is missing to the longest way.
    keys = network.ranks.indices.map { node in
      UInt64(min(network.ranks[node], 3)) << 62
        | UInt64(max(0, lengths.longest - lengths.tails[node])) & (1 << 62 - 1)
    }
    starts = [Int](repeating: 0, count: network.nodeCount)
    isBinding = [Bool](repeating: false, count: network.capacities.count)
    waiting = network.graph.incomingCounts()
    free = network.capacities
    ready = [KeyedHeap](repeating: KeyedHeap(), count: network.demands.count)
    places = [Place](repeating: .empty, count: network.demands.count)
    parked = [[Int32]](repeating: [], count: network.capacities.count)
  }

  mutating func run() {
    for node in 0..<network.nodeCount where waiting[node] == 0 { reach(node) }
    pass()
    startWhatCan()
    while let next = running.first {
      now = Int(next.key)
      while let ended = running.first, Int(ended.key) == now {
        running.removeFirst()
        finish(Int(ended.value))
      }
      pass()
      startWhatCan()
    }
  }

  /// A node whose last wait has ended.
  private mutating func reach(_ node: Int) {
    guard network.durations[node] > 0 else {
      passing.append(Int32(truncatingIfNeeded: node))
      return
    }
    let demand = Int(network.demandOfNode[node])
    ready[demand].insert(keys[node], Int32(truncatingIfNeeded: node))
    if places[demand] == .parked { return }
    places[demand] = .candidate
    // An older entry of the same set is passed over when it comes up.
    offer(demand)
  }

  private mutating func offer(_ demand: Int) {
    guard let top = ready[demand].first else {
      places[demand] = .empty
      return
    }
    candidates.insert(top.key, Int32(truncatingIfNeeded: demand), tie: top.value)
  }

  private mutating func pass() {
    while let node = passing.popLast() {
      starts[Int(node)] = now
      release(Int(node))
    }
  }

  private mutating func release(_ node: Int) {
    for target in network.graph.successors(of: node) {
      waiting[Int(target)] -= 1
      if waiting[Int(target)] == 0 { reach(Int(target)) }
    }
  }

  private mutating func finish(_ node: Int) {
    for limit in network.demands[Int(network.demandOfNode[node])].lazy.map(Int.init) {
      free[limit] += 1
      for demand in parked[limit] {
        places[Int(demand)] = .candidate
        offer(Int(demand))
      }
      parked[limit].removeAll(keepingCapacity: true)
    }
    release(node)
  }

  private mutating func startWhatCan() {
    while let candidate = candidates.first {
      candidates.removeFirst()
      let demand = Int(candidate.value)
      guard places[demand] == .candidate, let top = ready[demand].first, top.key == candidate.key,
        top.value == candidate.tie
      else { continue }
      if let full = network.demands[demand].lazy.map(Int.init).first(where: { free[$0] == 0 }) {
        places[demand] = .parked
        parked[full].append(Int32(truncatingIfNeeded: demand))
        isBinding[full] = true
        continue
      }
      ready[demand].removeFirst()
      let node = Int(top.value)
      for limit in network.demands[demand] { free[Int(limit)] -= 1 }
      starts[node] = now
      running.insert(UInt64(now + Int(network.durations[node])), top.value)
      offer(demand)
    }
  }
}
