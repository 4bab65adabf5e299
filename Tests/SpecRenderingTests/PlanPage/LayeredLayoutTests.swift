import Testing

@testable import SpecRendering

@Suite struct LayeredLayoutTests {
  /// Numbers that are the same each time.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  private struct Example {
    var boxes: [LayeredLayout.Box] = []
    var edges: [(from: Int, to: Int)] = []

    init(seed: UInt64, boxes count: Int, columns: Int, groups: Int) {
      var dice = Dice(state: seed)
      for _ in 0..<count {
        boxes.append(.init(group: dice.roll(groups), column: dice.roll(columns)))
      }
      for _ in 0..<count * 2 {
        let one = dice.roll(count)
        let other = dice.roll(count)
        if boxes[one].column < boxes[other].column { edges.append((one, other)) }
      }
    }

    /// Pairs of edges between the same two columns of one group that cross each other.
    func crossings(_ rows: [Int]) -> Int {
      var count = 0
      for (place, one) in edges.enumerated() {
        for other in edges[..<place]
        where [one.from, one.to, other.to].allSatisfy({
          boxes[$0].group == boxes[other.from].group
        }) && boxes[one.from].column == boxes[other.from].column
          && boxes[one.to].column == boxes[other.to].column
        {
          let start = rows[one.from] - rows[other.from]
          let end = rows[one.to] - rows[other.to]
          if start * end < 0 { count += 1 }
        }
      }
      return count
    }
  }

  @Test(arguments: 0..<30)
  func everyBoxHasItsOwnPlaceInItsBand(_ seed: UInt64) {
    let example = Example(seed: seed, boxes: 60, columns: 6, groups: 3)
    let layout = LayeredLayout(boxes: example.boxes, groupCount: 3, edges: example.edges)
    var places: Set<[Int]> = []
    for (box, row) in zip(example.boxes, layout.rows) {
      #expect((0..<layout.rowCounts[box.group]).contains(row))
      #expect(places.insert([box.group, box.column, row]).inserted)
    }
  }

  @Test func sweepsTakeCrossingsOut() {
    var before = 0
    var after = 0
    for seed in 0..<30 {
      let example = Example(seed: UInt64(seed), boxes: 80, columns: 5, groups: 2)
      let plain = LayeredLayout(
        boxes: example.boxes, groupCount: 2, edges: example.edges, sweeps: 0)
      let swept = LayeredLayout(boxes: example.boxes, groupCount: 2, edges: example.edges)
      before += example.crossings(plain.rows)
      after += example.crossings(swept.rows)
    }
    #expect(after * 10 < before * 8)
  }

  @Test func chainsAreStraight() {
    // Two chains whose second boxes were given in the other order.
    let boxes = [(0, 0), (0, 0), (0, 1), (0, 1), (0, 2), (0, 2)]
      .map { LayeredLayout.Box(group: $0.0, column: $0.1) }
    let layout = LayeredLayout(
      boxes: boxes, groupCount: 1, edges: [(0, 3), (1, 2), (3, 4), (2, 5)])
    #expect(layout.rows[0] == layout.rows[3] && layout.rows[3] == layout.rows[4])
    #expect(layout.rows[1] == layout.rows[2] && layout.rows[2] == layout.rows[5])
  }

  @Test func timeGrowsWithBoxesAndEdges() {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let example = Example(seed: 7, boxes: count, columns: 20, groups: count / 40)
      return (0..<3).map { _ in
        clock.measure {
          let layout = LayeredLayout(
            boxes: example.boxes, groupCount: count / 40, edges: example.edges)
          #expect(layout.rows.count == count)
        }
      }.min() ?? .zero
    }
    #expect(time(16_000) < time(4_000) * 12)
  }
}

@Suite struct TextMeasureTests {
  @Test func textIsCutToItsRoom() {
    for text in [
      "Größe 🎯 of it all", String(repeating: "計画", count: 30), "WWWW WWWW WWWW", "", "x",
    ] {
      for width in [20, 60, 140] {
        let fitted = TextMeasure.fitted(text, size: 12, width: width)
        #expect(TextMeasure.width(fitted, size: 12) <= width)
        #expect(fitted == text || fitted.hasSuffix("…"))
        let lines = TextMeasure.lines(text, size: 12, width: width)
        #expect(lines.count <= 2)
        #expect(lines.allSatisfy { TextMeasure.width($0, size: 12) <= width })
      }
    }
  }

  @Test func linesAreBrokenBetweenWords() {
    #expect(
      TextMeasure.lines("Show the page of results", size: 12, width: 120)
        == ["Show the page of", "results"])
  }

  @Test func theAxisHasFewMarks() {
    for length in [1, 59, 600, 5_400, 86_400, 3_000_000, 400_000_000] {
      let step = TimeAxis.step(of: length, marks: 12)
      #expect((1...12).contains(max(length / step, 1)))
    }
  }
}
