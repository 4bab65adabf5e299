/// Which edges of a layered graph can be straight.
struct Straightening {
  /// Edges that pass layers and are not alone at both of their ends.
  private(set) var passing: [[Int]] = []
  /// Items of an edge that is alone at both of its ends, apart from the first: they stand under the item
  /// before.
  private(set) var isUnder: [Bool]
  /// The same, apart from the last: they stand over the next item.
  private(set) var isOver: [Bool]

  init(_ chains: [[Int]], above: [[Int]], below: [[Int]]) {
    isUnder = [Bool](repeating: false, count: above.count)
    isOver = isUnder
    for chain in chains where chain.count > 1 {
      if below[chain[0]].count == 1, above[chain[chain.count - 1]].count == 1 {
        for item in chain.dropFirst() { isUnder[item] = true }
        for item in chain.dropLast() { isOver[item] = true }
      } else if chain.count > 2 {
        passing.append(chain)
      }
    }
  }
}
