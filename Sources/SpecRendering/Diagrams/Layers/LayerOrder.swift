/// The order of the items of each layer, in which few edges cross.
///
/// Items are put beside those that they are joined with (barycentres) in sweeps over the layers, the best
/// order is kept. A group is one piece in every layer, and groups beside each other are in the same order
/// in all layers.
struct LayerOrder {
  private static let sweeps = 10

  /// The items of each layer in their order.
  private(set) var layers: [[Int]]

  private let items: [LayerItems.Item]
  private let parents: [Int]
  private let above: [[Int]]
  private let below: [[Int]]
  private var places: [Int]
  /// The place of each group among all groups.
  private var groupPlaces: [Int]
  /// The sum and the number of the wishes of each group, in parts of the breadth.
  private var wishes: [(sum: Double, count: Int)]
  /// The mean wish of each group in the sweep before.
  private var means: [Double]

  init(_ given: LayerItems, groups: [LayerProblem.Group]) {
    items = given.items
    parents = groups.map(\.parent)
    layers = [[Int]](repeating: [], count: given.layerCount)
    places = [Int](repeating: 0, count: items.count)
    groupPlaces = Array(groups.indices)
    wishes = [(Double, Int)](repeating: (0, 0), count: groups.count)
    means = [Double](repeating: 0.5, count: groups.count)
    var above = [[Int]](repeating: [], count: items.count)
    var below = above
    for chain in given.chains where chain.count > 1 {
      for index in chain.indices.dropFirst() {
        above[chain[index]].append(chain[index - 1])
        below[chain[index - 1]].append(chain[index])
      }
    }
    self.above = above
    self.below = below
    start()
    improve()
  }

  /// Items in the order in which a walk along the edges meets them.
  private mutating func start() {
    var isSeen = [Bool](repeating: false, count: items.count)
    var keys = [Double](repeating: 0, count: items.count)
    var seen = 0
    var path: [(item: Int, next: Int)] = []
    let roots = items.indices.sorted { (items[$0].rank, $0) < (items[$1].rank, $1) }
    for root in roots where !isSeen[root] {
      isSeen[root] = true
      path.append((root, 0))
      while let (item, next) = path.last {
        if next == 0 {
          keys[item] = Double(seen)
          seen += 1
        }
        path[path.count - 1].next += 1
        guard next < below[item].count else {
          path.removeLast()
          continue
        }
        let target = below[item][next]
        if !isSeen[target] {
          isSeen[target] = true
          path.append((target, 0))
        }
      }
    }
    for item in items.indices { layers[items[item].rank].append(item) }
    for group in parents.indices { wishes[group] = (0, 0) }
    for item in items.indices { wish(items[item].group, keys[item]) }
    orderGroups()
    for layer in layers.indices { sort(layer, by: keys) }
  }

  private mutating func improve() {
    var best = layers
    var fewest = crossings
    var keys = [Double](repeating: 0, count: items.count)
    var failures = 0
    for sweep in 0..<Self.sweeps where fewest > 0 && failures < 4 {
      for group in parents.indices { wishes[group] = (0, 0) }
      let isDown = sweep % 2 == 0
      for step in 1..<max(layers.count, 2) {
        let layer = isDown ? step : layers.count - 1 - step
        guard layers.indices.contains(layer) else { continue }
        place(layer, beside: isDown ? above : below, &keys)
      }
      orderGroups()
      let count = crossings
      if count < fewest {
        fewest = count
        best = layers
        failures = 0
      } else {
        failures += 1
      }
    }
    layers = best
  }

  private mutating func place(_ layer: Int, beside neighbours: [[Int]], _ keys: inout [Double]) {
    for item in layers[layer] {
      guard !neighbours[item].isEmpty else {
        keys[item] =
          items[item].kind == .filler
          ? means[items[item].group] * Double(layers[layer].count) - 0.5 : Double(places[item])
        continue
      }
      var sum = 0
      for neighbour in neighbours[item] { sum += places[neighbour] }
      keys[item] = Double(sum) / Double(neighbours[item].count)
      let size = layers[items[neighbours[item][0]].rank].count
      wish(items[item].group, (keys[item] + 0.5) / Double(size))
    }
    sort(layer, by: keys)
  }

  private mutating func wish(_ innermost: Int, _ key: Double) {
    var group = innermost
    while group >= 0 {
      wishes[group].sum += key
      wishes[group].count += 1
      group = parents[group]
    }
  }

  private mutating func orderGroups() {
    for (group, wish) in wishes.enumerated() where wish.count > 0 {
      means[group] = wish.sum / Double(wish.count)
    }
    guard parents.count > 1 else { return }
    let order = parents.indices.sorted {
      (means[$0], groupPlaces[$0]) < (means[$1], groupPlaces[$1])
    }
    for (place, group) in order.enumerated() { groupPlaces[group] = place }
  }

  /// Sorts a layer by keys, with the pieces of groups in one.
  private mutating func sort(_ layer: Int, by keys: [Double]) {
    if parents.isEmpty {
      layers[layer].sort { (keys[$0], places[$0]) < (keys[$1], places[$1]) }
    } else {
      layers[layer] =
        GroupedOrder(
          layers[layer], items: items, parents: parents, groupPlaces: groupPlaces, keys: keys,
          places: places
        ).sorted
    }
    for (place, item) in layers[layer].enumerated() { places[item] = place }
  }

  /// How many pairs of edges between neighbouring layers cross.
  var crossings: Int {
    var total = 0
    var ends: [Int] = []
    for layer in layers.indices.dropLast() {
      ends.removeAll(keepingCapacity: true)
      for item in layers[layer] {
        let start = ends.count
        for target in below[item] { ends.append(places[target]) }
        if ends.count > start + 1 { ends[start...].sort() }
      }
      total += InversionCount.of(ends, below: layers[layer + 1].count)
    }
    return total
  }
}

/// How often a larger number comes before a smaller one.
enum InversionCount {
  /// The numbers are from 0 and below a bound.
  ///
  /// Time is *n* log *n*.
  static func of(_ numbers: [Int], below bound: Int) -> Int {
    guard numbers.count > 1 else { return 0 }
    var counts = [Int](repeating: 0, count: bound + 1)
    var total = 0
    for (index, number) in numbers.enumerated() {
      // Those that came before and are not larger.
      var place = number + 1
      var smaller = 0
      while place > 0 {
        smaller += counts[place]
        place -= place & -place
      }
      total += index - smaller
      place = number + 1
      while place <= bound {
        counts[place] += 1
        place += place & -place
      }
    }
    return total
  }
}
