/// The ways of edges through the layers.
///
/// Edges leave and reach boxes at ports beside each other, in the order of where they come from, so that
/// they do not cross there. They move across only between layers and so pass no box.
struct EdgeRoutes {
  /// In the direction in which the edges were given; `nil` for those that pass no layers.
  private(set) var routes: [LayerPlaces.Route?]

  private let problem: LayerProblem
  private let layered: LayerItems
  private let cross: CrossPlacement
  /// Across the flow, where each edge starts and ends.
  private var starts: [Int]
  private var ends: [Int]
  /// How many edges there are on the same side of the same box.
  private var startCounts: [Int]
  private var endCounts: [Int]

  init(
    _ problem: LayerProblem, _ layered: LayerItems, cross: CrossPlacement, places: LayerPlaces,
    isTurned: [Bool]
  ) {
    self.problem = problem
    self.layered = layered
    self.cross = cross
    routes = [LayerPlaces.Route?](repeating: nil, count: problem.edges.count)
    starts = [Int](repeating: 0, count: problem.edges.count)
    (ends, startCounts, endCounts) = (starts, starts, starts)
    placePorts(isTurned)
    var groupUses: [Int: Int] = [:]
    for (edge, chain) in layered.chains.enumerated() where chain.count > 1 {
      let upper = isTurned[edge] ? problem.edges[edge].to : problem.edges[edge].from
      let lower = isTurned[edge] ? problem.edges[edge].from : problem.edges[edge].to
      var across = chain.map { cross.items[$0] }
      across[0] = starts[edge]
      across[across.count - 1] = ends[edge]
      let count = problem.boxes.count
      if upper >= count || lower >= count {
        let key = max(upper, lower)
        let use = groupUses[key, default: 0]
        groupUses[key] = use + 1
        let upperRange = upper < count ? nil : places.groups[upper - count]
        let lowerRange = lower < count ? nil : places.groups[lower - count]
        Self.meet(&across, upperRange, lowerRange, shift: (use + 1) / 2 * (use % 2 == 0 ? 14 : -14))
      }
      straighten(edge, &across, isFree: (upper < count, lower < count))
      let top = places.boxes[chain[0]]
      let bottom = places.boxes[chain[chain.count - 1]]
      var route = LayerPlaces.Route(
        start: .init(
          across: across[0],
          along: upper < count
            ? top.along + problem.boxes[chain[0]].depth / 2 : places.groups[upper - count].end),
        end: .init(
          across: across[across.count - 1],
          along: lower < count
            ? bottom.along - problem.boxes[chain[chain.count - 1]].depth / 2
            : places.groups[lower - count].start))
      for index in chain.indices.dropFirst() where across[index] != across[index - 1] {
        let layer = layered.items[chain[index - 1]].rank
        route.bends.append(
          (
            .init(across: across[index - 1], along: places.bendStart(layer)),
            .init(across: across[index], along: places.bendEnd(layer + 1))
          ))
      }
      if isTurned[edge] {
        (route.start, route.end) = (route.end, route.start)
        route.bends = route.bends.reversed().map { ($0.to, $0.from) }
      }
      routes[edge] = route
    }
  }

  /// Gives each edge its place at its boxes.
  private mutating func placePorts(_ isTurned: [Bool]) {
    var leaving = [[Int]](repeating: [], count: problem.boxes.count)
    var reaching = leaving
    for (edge, chain) in layered.chains.enumerated() where chain.count > 1 {
      let count = problem.boxes.count
      let given = problem.edges[edge]
      starts[edge] = cross.items[chain[0]]
      ends[edge] = cross.items[chain[chain.count - 1]]
      if (isTurned[edge] ? given.to : given.from) < count { leaving[chain[0]].append(edge) }
      if (isTurned[edge] ? given.from : given.to) < count {
        reaching[chain[chain.count - 1]].append(edge)
      }
    }
    for box in problem.boxes.indices {
      let chains = layered.chains
      spread(leaving[box].sorted { key(chains[$0][1], $0) < key(chains[$1][1], $1) }, box) {
        $0.starts[$1] = $2
        $0.startCounts[$1] = $3
      }
      spread(
        reaching[box].sorted {
          key(chains[$0][chains[$0].count - 2], $0) < key(chains[$1][chains[$1].count - 2], $1)
        }, box
      ) {
        $0.ends[$1] = $2
        $0.endCounts[$1] = $3
      }
    }
  }

  private func key(_ item: Int, _ edge: Int) -> (Int, Int) { (cross.items[item], edge) }

  private mutating func spread(
    _ edges: [Int], _ box: Int, _ set: (inout EdgeRoutes, Int, Int, Int) -> Void
  ) {
    guard !edges.isEmpty else { return }
    let gap =
      edges.count < 2
      ? 0 : min(problem.gaps.ports, 2 * problem.boxes[box].reach / (edges.count - 1))
    for (index, edge) in edges.enumerated() {
      set(
        &self, edge, cross.items[box] + (2 * index - edges.count + 1) * gap / 2, edges.count)
    }
  }

  /// Takes small steps out: an edge that is alone at an end may end beside the middle.
  private func straighten(_ edge: Int, _ across: inout [Int], isFree: (start: Bool, end: Bool)) {
    let chain = layered.chains[edge]
    let last = across.count - 1
    let isDirect = last == 1
    func fits(_ place: Int, _ box: Int, _ alone: Bool) -> Bool {
      let distance = abs(place - cross.items[box])
      return distance <= min(problem.boxes[box].reach, alone ? 26 : 4)
    }
    if across[last] != across[last - 1], isFree.end, endCounts[edge] == 1,
      fits(across[last - 1], chain[last], true)
    {
      across[last] = across[last - 1]
    }
    if across[0] != across[1], isFree.start, startCounts[edge] == 1, fits(across[1], chain[0], true)
    {
      across[0] = across[1]
    }
    if isDirect { return }
    for index in 1..<last where abs(across[index] - across[index - 1]) <= 7 {
      across[index] = across[index - 1]
    }
    if abs(across[last] - across[last - 1]) <= 7 { across[last - 1] = across[last] }
  }

  /// Moves the ends at groups to where they meet straight.
  private static func meet(
    _ across: inout [Int], _ upper: LayerPlaces.Frame?, _ lower: LayerPlaces.Frame?, shift: Int
  ) {
    func clamped(_ place: Int, _ frame: LayerPlaces.Frame) -> Int {
      let margin = min(16, (frame.high - frame.low) / 2)
      return min(max(place, frame.low + margin), frame.high - margin)
    }
    let last = across.count - 1
    if last == 1, let upper, let lower {
      let middle = (max(upper.low, lower.low) + min(upper.high, lower.high)) / 2 + shift
      across[0] = clamped(middle, upper)
      across[1] = clamped(middle, lower)
      return
    }
    if let upper { across[0] = clamped(across[1] + (last == 1 ? 0 : shift), upper) }
    if let lower { across[last] = clamped(across[last - 1] + (last == 1 ? 0 : shift), lower) }
  }
}
