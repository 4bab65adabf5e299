/// What of a diagram is laid out together.
struct PlacementUnits {
  /// The whole, or a group with a direction of its own.
  struct Unit {
    var group: Int?
    var direction: FlowDirection
    var parts: [Part] = []
  }

  /// What lines and groups hold together.
  struct Part {
    /// Elements that stand as boxes: boxes and groups that are units.
    var boxes: [Int] = []
    var groups: [Int] = []
    var lines: [Int] = []
    /// Lines from a box to itself.
    var loops: [Int] = []
  }

  /// Outer ones before those in them.
  private(set) var units: [Unit] = []

  private let diagram: BoxDiagram
  private let count: Int
  /// For each group the unit that it is, or -1.
  private var ownUnits: [Int]
  /// For each element the unit that it stands in.
  private var holders: [Int]

  init(_ diagram: BoxDiagram) {
    self.diagram = diagram
    count = diagram.boxes.count
    ownUnits = [Int](repeating: -1, count: diagram.groups.count)
    holders = [Int](repeating: 0, count: diagram.boxes.count + diagram.groups.count)
    units.append(Unit(direction: diagram.direction))
    let isCrossed = crossedGroups
    for (number, group) in diagram.groups.enumerated() {
      let outer = holder(of: group.parent)
      holders[count + number] = outer
      if let direction = group.direction, direction != units[outer].direction, !isCrossed[number] {
        ownUnits[number] = units.count
        units.append(Unit(group: number, direction: direction))
      }
    }
    for (number, box) in diagram.boxes.enumerated() { holders[number] = holder(of: box.group) }
    divide()
  }

  /// The number of an element as ``LayerProblem`` counts them, over the whole diagram.
  func element(_ end: BoxDiagram.End) -> Int {
    switch end {
    case .box(let box): box
    case .group(let group): count + group
    }
  }

  private func holder(of group: Int?) -> Int {
    guard let group else { return 0 }
    return ownUnits[group] >= 0 ? ownUnits[group] : holders[count + group]
  }

  private func parent(_ element: Int) -> Int? {
    element < count ? diagram.boxes[element].group : diagram.groups[element - count].parent
  }

  /// Groups into which a line leads from outside.
  private var crossedGroups: [Bool] {
    var isCrossed = [Bool](repeating: false, count: diagram.groups.count)
    for line in diagram.lines {
      // Groups come behind those that they are in, so the larger number is not the common one.
      var one = parent(element(line.from)) ?? -1
      var other = parent(element(line.to)) ?? -1
      while one != other {
        let inner = max(one, other)
        isCrossed[inner] = true
        let outer = diagram.groups[inner].parent ?? -1
        if one > other { one = outer } else { other = outer }
      }
    }
    return isCrossed
  }

  /// Divides units into parts.
  private mutating func divide() {
    var sets = DisjointSets(count: holders.count)
    for element in holders.indices {
      if let group = parent(element), ownUnits[group] < 0 { sets.join(element, count + group) }
    }
    for line in diagram.lines {
      let (from, to) = (element(line.from), element(line.to))
      if holders[from] == holders[to] { sets.join(from, to) }
    }
    var places: [Int: (unit: Int, part: Int)] = [:]
    func place(_ element: Int, _ units: inout [Unit]) -> (unit: Int, part: Int) {
      let root = sets.root(element)
      if let place = places[root] { return place }
      let unit = holders[element]
      let place = (unit, units[unit].parts.count)
      units[unit].parts.append(Part())
      places[root] = place
      return place
    }
    for element in holders.indices {
      let (unit, part) = place(element, &units)
      if element < count || ownUnits[element - count] >= 0 {
        units[unit].parts[part].boxes.append(element)
      } else {
        units[unit].parts[part].groups.append(element - count)
      }
    }
    for (number, line) in diagram.lines.enumerated() {
      let (from, to) = (element(line.from), element(line.to))
      // A line from a group to what is in it is no line between boxes.
      guard holders[from] == holders[to] else { continue }
      let (unit, part) = place(from, &units)
      if from != to {
        units[unit].parts[part].lines.append(number)
      } else if from < count {
        units[unit].parts[part].loops.append(number)
      }
    }
  }
}

/// Sets that become fewer by being joined.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) {
    parents = Array(0..<count)
  }

  mutating func root(_ element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (one, other) = (root(one), root(other))
    if one != other { parents[max(one, other)] = min(one, other) }
  }
}
