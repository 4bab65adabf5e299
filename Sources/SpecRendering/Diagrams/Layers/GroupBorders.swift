/// The distances that items of one layer keep from each other, and those of groups in all layers.
struct GroupBorders {
  /// For each item the distance of its middle from that of the item before it in its layer; 0 for first
  /// ones.
  private(set) var distances: [Int]

  private let items: [LayerItems.Item]
  private let problem: LayerProblem
  private var system: SeparationSystem

  init(_ items: [LayerItems.Item], layers: [[Int]], problem: LayerProblem) {
    self.items = items
    self.problem = problem
    distances = [Int](repeating: 0, count: items.count)
    system = SeparationSystem(count: items.count + 2 * problem.groups.count)
    for layer in layers {
      var previous: Int?
      for item in layer {
        follow(previous, by: item)
        previous = item
      }
      if let previous { close(previous, upTo: -1) }
    }
    for (group, given) in problem.groups.enumerated() {
      system.keep(low(group), before: high(group), by: given.breadth)
      if given.parent >= 0 {
        system.keep(low(given.parent), before: low(group), by: problem.groups[given.parent].low)
        system.keep(high(group), before: high(given.parent), by: problem.groups[given.parent].high)
      }
    }
    system.prepare()
  }

  private func low(_ group: Int) -> Int { items.count + 2 * group }
  private func high(_ group: Int) -> Int { items.count + 2 * group + 1 }

  /// Places near the given ones that keep all distances, and the borders of groups, as narrow as they
  /// can be.
  func kept(_ places: [Int]) -> ([Int], [(low: Int, high: Int)]) {
    guard !problem.groups.isEmpty else { return (places, []) }
    var rising = places
    var falling = places
    for border in wished(places) {
      rising += [border.low, -Self.far]
      falling += [Self.far, border.high]
    }
    rising = system.raised(rising)
    falling = system.lowered(falling)
    // Both keep all distances, so what is half way between them does as well.
    return tightened(zip(rising, falling).map { ($0 + $1) >> 1 })
  }

  /// Numbers that keep all distances, with the borders of groups as narrow as they can be.
  private func tightened(_ numbers: [Int]) -> ([Int], [(low: Int, high: Int)]) {
    var kept = numbers
    for group in problem.groups.indices { kept[low(group)] = Self.far }
    kept = system.lowered(kept)
    for group in problem.groups.indices { kept[high(group)] = -Self.far }
    kept = system.raised(kept)
    return (
      Array(kept[..<items.count]),
      problem.groups.indices.map { (kept[low($0)], kept[high($0)]) }
    )
  }

  /// The same places and borders, with what no edge holds moved to its neighbours.
  ///
  /// Linear.
  func compacted(
    _ places: [Int], _ borders: [(low: Int, high: Int)], isFree: [Bool]
  ) -> ([Int], [(low: Int, high: Int)]) {
    let given = places + borders.flatMap { [$0.low, $0.high] }
    let isHeld = given.indices.map { $0 < items.count && !isFree[$0] }
    // To the left, where anything is held there, and else to the right.
    var moved = system.raised(given.indices.map { isHeld[$0] ? given[$0] : -Self.far })
    moved = system.lowered(moved.map { $0 < -Self.far / 2 ? Self.far : $0 })
    guard moved.allSatisfy({ $0 < Self.far / 2 }) else { return (places, borders) }
    return tightened(moved)
  }

  /// Beyond all places, but not so far that sums of it overflow.
  private static var far: Int { 1 << 40 }

  /// The borders that groups would have around their items.
  private func wished(_ places: [Int]) -> [(low: Int, high: Int)] {
    var borders = [(low: Int, high: Int)](
      repeating: (Self.far, -Self.far), count: problem.groups.count)
    func extend(_ group: Int, _ start: Int, _ end: Int) {
      borders[group].low = min(borders[group].low, start - problem.groups[group].low)
      borders[group].high = max(borders[group].high, end + problem.groups[group].high)
    }
    for (item, given) in items.enumerated() where given.group >= 0 {
      extend(given.group, places[item] - given.low, places[item] + given.high)
    }
    for (group, given) in problem.groups.enumerated().reversed() where given.parent >= 0 {
      extend(given.parent, borders[group].low, borders[group].high)
    }
    return borders
  }

  // MARK: - Distances of neighbours

  private mutating func follow(_ previous: Int?, by item: Int) {
    guard let previous else {
      open(item, from: -1)
      return
    }
    let common = self.common(items[previous].group, items[item].group)
    let outerClosed = close(previous, upTo: common)
    let outerOpened = open(item, from: common)
    let gap = self.gap(previous, item)
    let start = outerClosed.map { (high($0), 0) } ?? (previous, items[previous].high)
    let end = outerOpened.map { (low($0), 0) } ?? (item, items[item].low)
    system.keep(start.0, before: end.0, by: start.1 + gap + end.1)
    distances[item] =
      items[previous].high + padding(previous, common, \.high) + gap
      + padding(item, common, \.low) + items[item].low
  }

  private func gap(_ one: Int, _ other: Int) -> Int {
    let gaps = problem.gaps
    guard items[one].group == items[other].group else { return gaps.across }
    return items[one].kind.isBox && items[other].kind.isBox ? gaps.across : gaps.lines
  }

  /// What the groups of an item within a common one keep free.
  private func padding(
    _ item: Int, _ common: Int, _ side: KeyPath<LayerProblem.Group, Int>
  ) -> Int {
    var sum = 0
    var group = items[item].group
    while group != common, group >= 0 {
      sum += problem.groups[group][keyPath: side]
      group = problem.groups[group].parent
    }
    return sum
  }

  /// The groups of an item within a common one end behind it; the outermost of them.
  @discardableResult
  private mutating func close(_ item: Int, upTo common: Int) -> Int? {
    let group = items[item].group
    guard group != common, group >= 0 else { return nil }
    system.keep(item, before: high(group), by: items[item].high + problem.groups[group].high)
    return outermost(group, in: common)
  }

  /// The groups of an item within a common one start before it; the outermost of them.
  @discardableResult
  private mutating func open(_ item: Int, from common: Int) -> Int? {
    let group = items[item].group
    guard group != common, group >= 0 else { return nil }
    system.keep(low(group), before: item, by: items[item].low + problem.groups[group].low)
    return outermost(group, in: common)
  }

  private func outermost(_ group: Int, in common: Int) -> Int {
    var group = group
    while problem.groups[group].parent != common, problem.groups[group].parent >= 0 {
      group = problem.groups[group].parent
    }
    return group
  }

  /// The innermost group that holds both, or -1.
  ///
  /// Groups come before those in them.
  private func common(_ one: Int, _ other: Int) -> Int {
    var one = one
    var other = other
    while one != other {
      if one > other {
        one = problem.groups[one].parent
      } else {
        other = problem.groups[other].parent
      }
    }
    return one
  }
}
