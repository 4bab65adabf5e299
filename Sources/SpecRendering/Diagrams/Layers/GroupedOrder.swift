/// The items of a layer sorted by keys, each group in one piece and groups in their given order.
struct GroupedOrder {
  private(set) var sorted: [Int] = []

  private struct Piece {
    var key: Double
    /// Decides between equal keys.
    var place: Int
    var items: [Int]
    /// The place among groups; -1 for a single item.
    var groupPlace: Int
  }

  init(
    _ layer: [Int], items: [LayerItems.Item], parents: [Int], groupPlaces: [Int], keys: [Double],
    places: [Int]
  ) {
    var pieces = [[Piece]](repeating: [], count: parents.count + 1)
    for item in layer {
      pieces[items[item].group + 1].append(
        Piece(key: keys[item], place: places[item], items: [item], groupPlace: -1))
    }
    for group in parents.indices.reversed() where !pieces[group + 1].isEmpty {
      let inner = Self.merged(pieces[group + 1])
      let sum = inner.reduce(0.0) { $0 + keys[$1] }
      pieces[parents[group] + 1].append(
        Piece(
          key: sum / Double(inner.count), place: inner.reduce(Int.max) { min($0, places[$1]) },
          items: inner, groupPlace: groupPlaces[group]))
      pieces[group + 1] = []
    }
    sorted = Self.merged(pieces[0])
  }

  private static func merged(_ given: [Piece]) -> [Int] {
    guard given.count > 1 else { return given.first?.items ?? [] }
    var pieces = given
    let groups = pieces.indices.filter { pieces[$0].groupPlace >= 0 }
      .sorted { pieces[$0].groupPlace < pieces[$1].groupPlace }
    if groups.count > 1 {
      // Keys of groups must not fall: neighbours that do are pooled.
      var pools: [(sum: Double, count: Int)] = []
      for group in groups {
        pools.append((pieces[group].key, 1))
        while pools.count > 1, let last = pools.last {
          let before = pools[pools.count - 2]
          guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
          pools.removeLast()
          pools[pools.count - 1] = (before.sum + last.sum, before.count + last.count)
        }
      }
      var next = 0
      for pool in pools {
        for _ in 0..<pool.count {
          pieces[groups[next]].key = pool.sum / Double(pool.count)
          next += 1
        }
      }
    }
    pieces.sort {
      ($0.key, $0.groupPlace, $0.place) < ($1.key, $1.groupPlace, $1.place)
    }
    return pieces.flatMap(\.items)
  }
}
