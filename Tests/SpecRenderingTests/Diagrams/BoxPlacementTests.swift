import Testing

@testable import SpecRendering

@Suite struct BoxPlacementTests {
  /// Numbers that are the same each time.
  struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  /// A graph with groups in groups, cycles, loops and labels.
  private func example(_ seed: UInt64) -> BoxDiagram {
    var dice = Dice(state: seed &* 977 &+ 5)
    var diagram = BoxDiagram(kind: .flowchart)
    diagram.direction = [.down, .up, .right, .left][dice.roll(4)]
    for group in 0..<dice.roll(5) {
      let parent = dice.roll(3) == 0 && group > 0 ? dice.roll(group) : nil
      diagram.groups.append(
        .init(
          title: ["Group \(group)"], parent: parent,
          direction: dice.roll(3) == 0 ? [.down, .right][dice.roll(2)] : nil))
    }
    let shapes: [BoxShape] = [.rectangle, .rhombus, .circle, .hexagon, .stadium, .leanRight, .flag]
    for box in 0..<2 + dice.roll(24) {
      let words = (0...dice.roll(9)).map { _ in "word" }.joined(separator: " ")
      diagram.boxes.append(
        .init(
          shape: shapes[dice.roll(shapes.count)], content: .label(["\(box)", words]),
          group: dice.roll(2) == 0 || diagram.groups.isEmpty ? nil : dice.roll(diagram.groups.count)
        ))
    }
    let emptied = EmptyGroups(&diagram)
    _ = emptied
    func end(_ dice: inout Dice) -> BoxDiagram.End {
      if dice.roll(9) == 0, !diagram.groups.isEmpty {
        return .group(dice.roll(diagram.groups.count))
      }
      return .box(dice.roll(diagram.boxes.count))
    }
    for _ in 0..<dice.roll(34) {
      diagram.lines.append(
        .init(
          from: end(&dice), to: end(&dice), end: .arrow,
          label: dice.roll(3) == 0 ? ["a label"] : []))
    }
    EmptyGroups.joinLoops(&diagram)
    return diagram
  }

  private func placed(_ diagram: BoxDiagram) throws -> BoxPlacement {
    try BoxPlacement(diagram, sizes: BoxSizes(diagram))
  }

  private func overlap(_ one: DiagramFrame, _ other: DiagramFrame) -> Bool {
    one.x < other.right && other.x < one.right && one.y < other.bottom && other.y < one.bottom
  }

  private func contains(_ outer: DiagramFrame, _ inner: DiagramFrame) -> Bool {
    outer.x <= inner.x && inner.right <= outer.right && outer.y <= inner.y
      && inner.bottom <= outer.bottom
  }

  @Test(arguments: 0..<120 as Range<UInt64>)
  func boxesAndGroupsStandApartOrInEachOther(_ seed: UInt64) throws {
    let diagram = example(seed)
    let placement = try placed(diagram)
    for (box, frame) in placement.boxes.enumerated() {
      #expect(frame.x >= 0 && frame.y >= 0)
      #expect(frame.right <= placement.width && frame.bottom <= placement.height)
      for other in placement.boxes[..<box] { #expect(!overlap(frame, other)) }
      var around: Set<Int> = []
      var group = diagram.boxes[box].group
      while let number = group {
        around.insert(number)
        group = diagram.groups[number].parent
      }
      for (number, outer) in placement.groups.enumerated() {
        if around.contains(number) {
          #expect(contains(outer, frame))
        } else {
          #expect(!overlap(outer, frame), "box \(box) and group \(number)")
        }
      }
    }
    for (number, group) in diagram.groups.enumerated() {
      if let parent = group.parent {
        #expect(contains(placement.groups[parent], placement.groups[number]))
      }
      for other in 0..<number where diagram.groups[other].parent == group.parent {
        #expect(!overlap(placement.groups[other], placement.groups[number]))
      }
    }
  }

  @Test(arguments: 0..<120 as Range<UInt64>)
  func linesEndAtTheBordersOfWhatTheyJoinAndPassNoOtherBox(_ seed: UInt64) throws {
    let diagram = example(seed)
    let placement = try placed(diagram)
    for (number, line) in diagram.lines.enumerated() {
      guard let route = placement.routes[number] else { continue }
      #expect(isAtBorder(route.start, route.startSide, frame(line.from, placement)))
      #expect(isAtBorder(route.end, route.endSide, frame(line.to, placement)))
      for (box, frame) in placement.boxes.enumerated() {
        let inner = DiagramFrame(
          x: frame.x + 1, y: frame.y + 1, width: frame.width - 2, height: frame.height - 2)
        for point in points(route) {
          let isInside =
            inner.x < point.x && point.x < inner.right && inner.y < point.y
            && point.y < inner.bottom
          #expect(!isInside, "line \(number) in box \(box)")
        }
      }
    }
  }

  private func frame(_ end: BoxDiagram.End, _ placement: BoxPlacement) -> DiagramFrame {
    switch end {
    case .box(let box): placement.boxes[box]
    case .group(let group): placement.groups[group]
    }
  }

  private func isAtBorder(
    _ point: DiagramPoint, _ side: BoxOutline.Side, _ frame: DiagramFrame
  ) -> Bool {
    switch side {
    case .top: point.y == frame.y && frame.x <= point.x && point.x <= frame.right
    case .bottom: point.y == frame.bottom && frame.x <= point.x && point.x <= frame.right
    case .left: point.x == frame.x && frame.y <= point.y && point.y <= frame.bottom
    case .right: point.x == frame.right && frame.y <= point.y && point.y <= frame.bottom
    }
  }

  /// Points along a route, close to each other.
  private func points(_ route: DiagramRoute) -> [DiagramPoint] {
    var points: [DiagramPoint] = []
    var last = route.start
    func add(_ to: DiagramPoint, _ one: DiagramPoint, _ other: DiagramPoint) {
      for step in 0...40 {
        let (t, u) = (Double(step) / 40, 1 - Double(step) / 40)
        func mix(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Int {
          let (a, b, c, d) = (Double(a), Double(b), Double(c), Double(d))
          return Int(u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d)
        }
        points.append(
          DiagramPoint(x: mix(last.x, one.x, other.x, to.x), y: mix(last.y, one.y, other.y, to.y)))
      }
      last = to
    }
    for step in route.steps {
      switch step {
      case .line(let to): add(to, last, to)
      case .curve(let one, let other, let to): add(to, one, other)
      }
    }
    add(route.end, last, route.end)
    return points
  }

  @Test(arguments: [FlowDirection.down, .up, .right, .left])
  func whatComesLaterLiesFurtherOn(_ direction: FlowDirection) throws {
    var diagram = BoxDiagram(kind: .flowchart)
    diagram.direction = direction
    for box in 0..<5 {
      diagram.boxes.append(.init(shape: .rectangle, content: .label(["\(box)"])))
    }
    for (from, to) in [(0, 1), (1, 2), (2, 3), (0, 4), (4, 3), (3, 0)] {
      diagram.lines.append(.init(from: .box(from), to: .box(to), end: .arrow))
    }
    let placement = try placed(diagram)
    for (from, to) in [(0, 1), (1, 2), (2, 3), (0, 4), (4, 3)] {
      let one = placement.boxes[from]
      let other = placement.boxes[to]
      switch direction {
      case .down: #expect(one.bottom < other.y)
      case .up: #expect(other.bottom < one.y)
      case .right: #expect(one.right < other.x)
      case .left: #expect(other.right < one.x)
      }
    }
  }

  @Test func aGroupWithADirectionOfItsOwnIsLaidOutInThat() throws {
    let source = """
      flowchart TD
        A --> inner
        subgraph inner
          direction LR
          B --> C --> D
        end
        inner --> E
      """
    let diagram = try FlowchartReader.read(DiagramSource(source))
    let placement = try placed(diagram)
    #expect(placement.boxes[1].y == placement.boxes[3].y)
    #expect(placement.boxes[1].right < placement.boxes[2].x)
    #expect(placement.boxes[0].bottom < placement.groups[0].y)
    #expect(placement.groups[0].bottom < placement.boxes[4].y)
  }

  @Test func sweepsLeaveNoCrossingInATree() throws {
    var diagram = BoxDiagram(kind: .flowchart)
    for box in 0..<31 {
      diagram.boxes.append(.init(shape: .rectangle, content: .label(["\(box)"])))
    }
    // The children of the second half come first.
    for box in (1..<31).reversed() {
      diagram.lines.append(.init(from: .box((box - 1) / 2), to: .box(box)))
    }
    let placement = try placed(diagram)
    for level in [3..<7, 7..<15, 15..<31] {
      let middles = level.sorted { placement.boxes[$0].x < placement.boxes[$1].x }
        .map { placement.boxes[($0 - 1) / 2].x }
      #expect(middles == middles.sorted())
    }
  }
}
