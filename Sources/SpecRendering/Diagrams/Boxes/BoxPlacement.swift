/// Where the boxes, groups and lines of a diagram stand.
///
/// Groups with a direction of their own are laid out alone and stand in the layout around them as a box,
/// as long as no line leads into them. Parts that no line joins are laid out alone and packed in rows.
struct BoxPlacement {
  private(set) var boxes: [DiagramFrame]
  private(set) var groups: [DiagramFrame]
  private(set) var routes: [DiagramRoute?]
  /// The middle of the label of each line.
  private(set) var labels: [DiagramPoint?]
  private(set) var width = 0
  private(set) var height = 0

  let diagram: BoxDiagram
  let sizes: BoxSizes
  let units: PlacementUnits

  init(_ diagram: BoxDiagram, sizes: BoxSizes) throws(DiagramFault) {
    self.diagram = diagram
    self.sizes = sizes
    units = PlacementUnits(diagram)
    let nowhere = DiagramFrame(x: 0, y: 0, width: 0, height: 0)
    boxes = [DiagramFrame](repeating: nowhere, count: diagram.boxes.count)
    groups = [DiagramFrame](repeating: nowhere, count: diagram.groups.count)
    routes = [DiagramRoute?](repeating: nil, count: diagram.lines.count)
    labels = [DiagramPoint?](repeating: nil, count: diagram.lines.count)
    // Inner units first: outer ones must know how large they are.
    for unit in units.units.indices.reversed() {
      let size = try place(units.units[unit])
      if let group = units.units[unit].group {
        // Even, so that the middle is a whole number.
        groups[group].width = (max(size.width + 28, sizes.titles[group].width + 24) + 1) & ~1
        groups[group].height = (size.height + sizes.titleHeight(group) + 25) & ~1
      } else {
        (width, height) = (size.width, size.height)
      }
    }
    for unit in units.units.dropFirst() {
      guard let group = unit.group else { continue }
      let inner = DiagramPoint(
        x: groups[group].x + 14, y: groups[group].y + sizes.titleHeight(group) + 12)
      move(unit, by: inner)
    }
  }

  private func size(_ element: Int) -> (width: Int, height: Int) {
    let count = diagram.boxes.count
    return element < count
      ? (sizes.contents[element].outline.width, sizes.contents[element].outline.height)
      : (groups[element - count].width, groups[element - count].height)
  }

  private mutating func place(
    _ unit: PlacementUnits.Unit
  ) throws(DiagramFault) -> (width: Int, height: Int) {
    var shelves = PackedShelves()
    for part in unit.parts {
      let isVertical = unit.direction.isVertical
      let problem = self.problem(part, unit)
      let places = try LayerPlaces(problem)
      let map = FlowMap(direction: unit.direction, depth: places.depth)
      let offset = shelves.add(
        width: isVertical ? places.breadth : places.depth,
        height: isVertical ? places.depth : places.breadth)
      for (index, element) in part.boxes.enumerated() {
        let middle = map.point(places.boxes[index]) + offset
        let size = self.size(element)
        let frame = DiagramFrame(
          x: middle.x - size.width / 2, y: middle.y - size.height / 2, width: size.width,
          height: size.height)
        if element < diagram.boxes.count {
          boxes[element] = frame
        } else {
          groups[element - diagram.boxes.count] = frame
        }
      }
      for (index, group) in part.groups.enumerated() {
        groups[group] = map.frame(places.groups[index]).moved(by: offset)
      }
      for (index, line) in part.lines.enumerated() {
        let isTurned =
          places.routes[index].map { $0.start.along > $0.end.along } ?? false
        routes[line] = places.routes[index].map {
          map.route($0, isTurned: isTurned).moved(by: offset)
        }
        labels[line] = places.labels[index].map { map.point($0) + offset }
      }
      for line in part.loops { placeLoop(line, unit.direction) }
    }
    return (shelves.width, shelves.height)
  }

  private func problem(_ part: PlacementUnits.Part, _ unit: PlacementUnits.Unit) -> LayerProblem {
    let isVertical = unit.direction.isVertical
    let count = diagram.boxes.count
    var problem = LayerProblem()
    problem.gaps = sizes.gaps
    // Boxes are less high than wide.
    problem.rowLength = isVertical ? 5 : 8
    var numbers: [Int: Int] = [:]
    for (index, group) in part.groups.enumerated() { numbers[group + count] = index }
    func number(_ group: Int?) -> Int { group.flatMap { numbers[$0 + count] } ?? -1 }
    for (index, element) in part.boxes.enumerated() {
      let size = self.size(element)
      let breadth = isVertical ? size.width : size.height
      let loop =
        element < count ? sizes.loopRoom(element, isVertical: isVertical) : (across: 0, along: 0)
      let outline =
        element < count
        ? sizes.contents[element].outline
        : BoxOutline(shape: .rectangle, width: size.width, height: size.height)
      numbers[element] = index
      problem.boxes.append(
        .init(
          low: breadth / 2, high: breadth / 2 + loop.across,
          depth: isVertical ? size.height : size.width, room: loop.along,
          group: number(
            element < count ? diagram.boxes[element].group : diagram.groups[element - count].parent),
          reach: outline.reach(isVertical ? .top : .left)))
    }
    for group in part.groups {
      problem.groups.append(
        sizes.group(
          group, parent: number(diagram.groups[group].parent), direction: unit.direction))
    }
    for (index, group) in part.groups.enumerated() {
      numbers[group + count] = part.boxes.count + index
    }
    for line in part.lines {
      let given = diagram.lines[line]
      let label = sizes.labels[line]
      let hasLabel = !label.isEmpty
      problem.edges.append(
        .init(
          from: numbers[units.element(given.from)] ?? 0,
          to: numbers[units.element(given.to)] ?? 0, length: given.length,
          labelBreadth: hasLabel ? (isVertical ? label.width + 10 : label.height + 2) : 0,
          labelDepth: hasLabel ? (isVertical ? label.height + 2 : label.width + 12) : 0))
    }
    if problem.edges.contains(where: { $0.labelBreadth > 0 }) {
      problem.gaps.along = max(problem.gaps.along * 5 / 8, 12)
    }
    return problem
  }

  /// A line from a box to itself, at the side that edges do not use.
  private mutating func placeLoop(_ line: Int, _ direction: FlowDirection) {
    guard case .box(let box) = diagram.lines[line].from else { return }
    let frame = boxes[box]
    let middle = frame.middle
    let reach = BoxSizes.loopReach
    let label = sizes.labels[line]
    if direction.isVertical {
      let half = min(frame.height / 4, 12)
      routes[line] = DiagramRoute(
        start: DiagramPoint(x: frame.right, y: middle.y - half),
        steps: [
          .curve(
            DiagramPoint(x: frame.right + reach + 8, y: middle.y - half - 6),
            DiagramPoint(x: frame.right + reach + 8, y: middle.y + half + 6),
            DiagramPoint(x: frame.right + 10, y: middle.y + half))
        ], end: DiagramPoint(x: frame.right, y: middle.y + half), startSide: .right,
        endSide: .right)
      labels[line] = DiagramPoint(
        x: frame.right + reach + 6 + label.width / 2, y: middle.y)
    } else {
      let half = min(frame.width / 4, 14)
      routes[line] = DiagramRoute(
        start: DiagramPoint(x: middle.x - half, y: frame.bottom),
        steps: [
          .curve(
            DiagramPoint(x: middle.x - half - 6, y: frame.bottom + reach + 8),
            DiagramPoint(x: middle.x + half + 6, y: frame.bottom + reach + 8),
            DiagramPoint(x: middle.x + half, y: frame.bottom + 10))
        ], end: DiagramPoint(x: middle.x + half, y: frame.bottom), startSide: .bottom,
        endSide: .bottom)
      labels[line] = DiagramPoint(x: middle.x, y: frame.bottom + reach + label.height / 2)
    }
  }

  /// Moves all that was laid out in a unit.
  private mutating func move(_ unit: PlacementUnits.Unit, by offset: DiagramPoint) {
    for part in unit.parts {
      for element in part.boxes {
        if element < diagram.boxes.count {
          boxes[element] = boxes[element].moved(by: offset)
        } else {
          let group = element - diagram.boxes.count
          groups[group] = groups[group].moved(by: offset)
        }
      }
      for group in part.groups { groups[group] = groups[group].moved(by: offset) }
      for line in part.lines + part.loops {
        routes[line] = routes[line]?.moved(by: offset)
        labels[line] = labels[line].map { $0 + offset }
      }
    }
  }
}
