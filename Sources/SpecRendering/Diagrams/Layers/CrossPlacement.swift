/// Where items and groups stand across the flow.
///
/// Items wish to stand where the middle of what they are joined with stands. Sweeps over the layers come
/// as near to the wishes as the order and the distances allow, edges that pass layers more so than boxes,
/// so that long edges are straight. In the end all distances are kept. Linear in items for each sweep.
struct CrossPlacement {
  private static let sweeps = 8
  private static let straightenings = 6

  /// The middle of each item.
  private(set) var items: [Int]
  /// For each group its borders.
  private(set) var groups: [(low: Int, high: Int)] = []

  private let given: [LayerItems.Item]
  private let layers: [[Int]]
  private let problem: LayerProblem
  private var above: [[Int]]
  private var below: [[Int]]
  /// For each item the distance that its middle keeps from that of the item before it.
  private var distances: [Int]

  init(_ layered: LayerItems, order: LayerOrder, problem: LayerProblem) {
    given = layered.items
    layers = order.layers
    self.problem = problem
    items = [Int](repeating: 0, count: given.count)
    distances = items
    above = [[Int]](repeating: [], count: given.count)
    below = above
    for chain in layered.chains where chain.count > 1 {
      for index in chain.indices.dropFirst() {
        above[chain[index]].append(chain[index - 1])
        below[chain[index - 1]].append(chain[index])
      }
    }
    let borders = GroupBorders(given, layers: layers, problem: problem)
    distances = borders.distances
    pack()
    for sweep in 0..<Self.sweeps {
      if sweep % 2 == 0 {
        for layer in layers.indices.dropFirst() { settle(layer, beside: above) }
      } else {
        for layer in layers.indices.reversed().dropFirst() { settle(layer, beside: below) }
      }
      if !problem.groups.isEmpty { (items, groups) = borders.kept(items) }
    }
    let straightening = Straightening(layered.chains, above: above, below: below)
    for round in 0..<Self.straightenings {
      straighten(straightening, isDown: round % 2 == 1)
      if !problem.groups.isEmpty { (items, groups) = borders.kept(items) }
    }
    if !problem.groups.isEmpty {
      let isFree = given.indices.map { above[$0].isEmpty && below[$0].isEmpty }
      (items, groups) = borders.compacted(items, groups, isFree: isFree)
    }
    normalize()
  }

  /// Each layer as narrow as it can be, around 0.
  private mutating func pack() {
    for layer in layers {
      var place = 0
      for item in layer {
        place += distances[item]
        items[item] = place
      }
      for item in layer { items[item] -= place / 2 }
    }
  }

  /// Moves the items of a layer towards their neighbours.
  private mutating func settle(_ layer: Int, beside neighbours: [[Int]]) {
    var wishes: [(place: Int, weight: Int)] = []
    for item in layers[layer] {
      let joined = neighbours[item]
      wishes.append((wish(joined) ?? items[item], weight(of: item, beside: joined)))
    }
    settle(layer, wishes)
  }

  /// Moves the items of a layer as near to their wishes as their order and distances allow.
  private mutating func settle(_ layer: Int, _ wishes: [(place: Int, weight: Int)]) {
    var pools: [(sum: Int, weight: Int, count: Int)] = []
    var offset = 0
    for (index, item) in layers[layer].enumerated() {
      offset += distances[item]
      pools.append(((wishes[index].place - offset) * wishes[index].weight, wishes[index].weight, 1))
      // Items that wish to pass each other share the mean of their wishes.
      while pools.count > 1, let last = pools.last {
        let before = pools[pools.count - 2]
        guard before.sum * last.weight > last.sum * before.weight else { break }
        pools.removeLast()
        pools[pools.count - 1] = (
          before.sum + last.sum, before.weight + last.weight, before.count + last.count
        )
      }
    }
    var next = layers[layer].makeIterator()
    offset = 0
    for pool in pools {
      let place = Self.floor(pool.sum, pool.weight)
      for _ in 0..<pool.count {
        guard let item = next.next() else { break }
        offset += distances[item]
        items[item] = place + offset
      }
    }
  }

  /// Moves what an edge passes onto one line, and boxes between what they are joined with.
  private mutating func straighten(_ straightening: Straightening, isDown: Bool) {
    var wishes = items.map { (place: $0, weight: 1) }
    for chain in straightening.passing {
      let target = line(chain)
      for item in chain.dropFirst().dropLast() {
        wishes[item] = (target, chain.count > 3 ? 24 : 3)
      }
    }
    for layer in isDown ? Array(layers.indices) : layers.indices.reversed() {
      for item in layers[layer] {
        let isAligned = isDown ? straightening.isUnder[item] : straightening.isOver[item]
        if isAligned {
          wishes[item] = (
            items[(isDown ? above : below)[item][0]], given[item].kind.isBox ? 3 : 12
          )
        } else if given[item].kind.isBox {
          wishes[item] = (balance(item), 3)
        }
      }
      settle(layer, layers[layer].map { wishes[$0] })
    }
  }

  /// Where an edge can pass layers in a straight line.
  private func line(_ chain: [Int]) -> Int {
    let last = chain.count - 1
    let inner = Array(chain[1..<last])
    let (start, end) = (items[chain[0]], items[chain[last]])
    // In line with an end at which there is no other edge.
    let place = below[chain[0]].count == 1 ? start : above[chain[last]].count == 1 ? end : nil
    // Between the ends; but far away from where it is, it would push boxes.
    let middle = min(max(wish(inner) ?? start, min(start, end)), max(start, end))
    return place.map { abs($0 - middle) < 120 ? $0 : middle } ?? middle
  }

  /// Where a box is in the middle of what leads to it and what it leads to.
  private func balance(_ item: Int) -> Int {
    switch (wish(above[item]), wish(below[item])) {
    case (let one?, let other?):
      // A single edge is to be straight.
      if above[item].count == 1, below[item].count > 1 { return (one * 2 + other) / 3 }
      return above[item].count > 1 && below[item].count == 1
        ? (one + other * 2) / 3 : (one + other) >> 1
    case (let one?, nil): return one
    case (nil, let other?): return other
    default: return items[item]
    }
  }

  /// The median of the places of items.
  private func wish(_ joined: [Int]) -> Int? {
    switch joined.count {
    case 0: return nil
    case 1: return items[joined[0]]
    case 2: return (items[joined[0]] + items[joined[1]]) >> 1
    default:
      let places = joined.map { items[$0] }.sorted()
      let middle = places.count / 2
      return places.count % 2 == 1 ? places[middle] : (places[middle - 1] + places[middle]) >> 1
    }
  }

  private func weight(of item: Int, beside joined: [Int]) -> Int {
    if joined.isEmpty { return 1 }
    if given[item].kind.isBox { return 3 }
    return joined.allSatisfy { !given[$0].kind.isBox } ? 12 : 5
  }

  private static func floor(_ sum: Int, _ weight: Int) -> Int {
    sum >= 0 ? sum / weight : -((-sum + weight - 1) / weight)
  }

  /// Moves everything so that the lowest border is 0.
  private mutating func normalize() {
    var lowest = Int.max
    for item in given.indices { lowest = min(lowest, items[item] - given[item].low) }
    for group in groups { lowest = min(lowest, group.low) }
    guard lowest != Int.max else { return }
    for item in items.indices { items[item] -= lowest }
    for group in groups.indices {
      groups[group].low -= lowest
      groups[group].high -= lowest
    }
  }

  /// Across the flow, of everything.
  var breadth: Int {
    max(
      given.indices.reduce(0) { max($0, items[$1] + given[$1].high) },
      groups.reduce(0) { max($0, $1.high) })
  }
}
