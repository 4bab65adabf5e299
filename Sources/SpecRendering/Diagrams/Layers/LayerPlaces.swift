/// Where everything stands along the flow, and how edges run.
struct LayerPlaces {
  /// A place across and along the flow.
  struct Place: Hashable {
    var across: Int
    var along: Int
  }

  /// An edge from its earlier to its later end: straight along the flow but for bends.
  struct Route {
    var start: Place
    var bends: [(from: Place, to: Place)] = []
    var end: Place
  }

  struct Frame {
    var low: Int
    var high: Int
    var start: Int
    var end: Int
  }

  /// The middle of each box.
  private(set) var boxes: [Place] = []
  private(set) var groups: [Frame] = []
  /// In the direction in which the edges were given.
  private(set) var routes: [Route?] = []
  /// The middle of each label.
  private(set) var labels: [Place?] = []
  private(set) var breadth = 0
  private(set) var depth = 0

  private let problem: LayerProblem
  private let layered: LayerItems
  private let cross: CrossPlacement
  private let ranks: LayerRanks
  /// Where the boxes of each layer start and end at most.
  private var tops: [Int]
  private var bottoms: [Int]
  /// What stays straight before and behind each layer.
  private var leads: [Int]
  private var trails: [Int]

  /// Places boxes in layers.
  init(_ problem: LayerProblem) throws(DiagramFault) {
    self.problem = problem
    let joins = LayerJoins(problem).joins
    ranks = LayerRanks(problem, joins: joins)
    layered = try LayerItems(problem, joins: joins, ranks: ranks)
    let order = LayerOrder(layered, groups: problem.groups)
    cross = CrossPlacement(layered, order: order, problem: problem)
    tops = [Int](repeating: 0, count: layered.layerCount)
    (bottoms, leads, trails) = (tops, tops, tops)
    breadth = cross.breadth
    placeLayers()
    placeGroups()
    for box in problem.boxes.indices {
      let rank = ranks.first[box]
      boxes.append(Place(across: cross.items[box], along: (tops[rank] + bottoms[rank]) / 2))
    }
    labels = layered.labels.map { item in
      item.map {
        let rank = layered.items[$0].rank
        return Place(across: cross.items[$0], along: (tops[rank] + bottoms[rank]) / 2)
      }
    }
    routes =
      EdgeRoutes(problem, layered, cross: cross, places: self, isTurned: ranks.isTurned)
      .routes
  }

  /// Where edges may bend behind a layer.
  func bendStart(_ layer: Int) -> Int { bottoms[layer] + trails[layer] }
  /// Where edges must be straight again before a layer.
  func bendEnd(_ layer: Int) -> Int { tops[layer] - leads[layer] }

  private mutating func placeLayers() {
    var heights = tops
    var hasBox = [Bool](repeating: false, count: layered.layerCount)
    for item in layered.items {
      heights[item.rank] = max(heights[item.rank], item.depth)
      if item.kind.isBox { hasBox[item.rank] = true }
    }
    for layer in hasBox.indices where hasBox[layer] {
      leads[layer] = problem.gaps.stub
      trails[layer] = problem.gaps.stub
    }
    for (group, needed) in groupMargins.enumerated() {
      let element = problem.boxes.count + group
      let first = ranks.first[element]
      let last = ranks.last[element]
      leads[first] = max(leads[first], needed.lead + 4)
      trails[last] = max(trails[last], needed.trail + 4)
    }
    let shifts = self.shifts
    // The frames of outer groups are part of the picture; stubs before the first layer are not.
    var along = (groupMargins.map(\.lead).max() ?? 0)
    if let first = leads.first { along = first > problem.gaps.stub ? first : 0 }
    for layer in tops.indices {
      tops[layer] = along
      bottoms[layer] = along + heights[layer]
      depth = bottoms[layer]
      if layer + 1 < tops.count {
        along = bottoms[layer] + trails[layer] + problem.gaps.along
        along += min(shifts[layer] / 10, 48) + leads[layer + 1]
      } else if trails[layer] > problem.gaps.stub {
        depth += trails[layer]
      }
    }
  }

  /// How far the edges between each layer and the next lead across, at most.
  private var shifts: [Int] {
    var shifts = [Int](repeating: 0, count: layered.layerCount)
    for chain in layered.chains where chain.count > 1 {
      for index in chain.indices.dropFirst() {
        let upper = chain[index - 1]
        let rank = layered.items[upper].rank
        shifts[rank] = max(shifts[rank], abs(cross.items[chain[index]] - cross.items[upper]))
      }
    }
    return shifts
  }

  /// What each group needs before its first and behind its last layer, with the groups in it.
  private var groupMargins: [(lead: Int, trail: Int)] {
    var margins = problem.groups.map { (lead: $0.lead, trail: $0.trail) }
    for (group, given) in problem.groups.enumerated().reversed() where given.parent >= 0 {
      let element = problem.boxes.count + group
      let outer = problem.boxes.count + given.parent
      if ranks.first[element] == ranks.first[outer] {
        margins[given.parent].lead = max(
          margins[given.parent].lead, margins[group].lead + problem.groups[given.parent].lead)
      }
      if ranks.last[element] == ranks.last[outer] {
        margins[given.parent].trail = max(
          margins[given.parent].trail, margins[group].trail + problem.groups[given.parent].trail)
      }
    }
    return margins
  }

  private mutating func placeGroups() {
    for (group, margin) in groupMargins.enumerated() {
      let element = problem.boxes.count + group
      groups.append(
        Frame(
          low: cross.groups[group].low, high: cross.groups[group].high,
          start: tops[ranks.first[element]] - margin.lead,
          end: bottoms[ranks.last[element]] + margin.trail))
    }
  }
}
