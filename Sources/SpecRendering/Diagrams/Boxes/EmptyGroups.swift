/// Groups without a box in them, which stand as boxes.
struct EmptyGroups {
  /// For each group as it was what it is now.
  private var ends: [BoxDiagram.End] = []

  /// Makes boxes of the empty groups of a diagram that has no lines yet.
  ///
  /// Linear.
  init(_ diagram: inout BoxDiagram) {
    var isFilled = [Bool](repeating: false, count: diagram.groups.count)
    for box in diagram.boxes {
      if let group = box.group { isFilled[group] = true }
    }
    // One that holds an empty one holds a box.
    for group in diagram.groups {
      if let parent = group.parent { isFilled[parent] = true }
    }
    var kept: [BoxDiagram.Group] = []
    for (number, group) in diagram.groups.enumerated() {
      var group = group
      if let parent = group.parent, case .group(let now) = ends[parent] { group.parent = now }
      if isFilled[number] {
        ends.append(.group(kept.count))
        kept.append(group)
      } else {
        ends.append(.box(diagram.boxes.count))
        diagram.boxes.append(
          .init(shape: .rectangle, content: .label(group.title), group: group.parent))
      }
    }
    let old = diagram.boxes.count - isFilled.count { !$0 }
    for box in 0..<old {
      if let group = diagram.boxes[box].group, case .group(let now) = ends[group] {
        diagram.boxes[box].group = now
      }
    }
    diagram.groups = kept
  }

  func end(of group: Int) -> BoxDiagram.End { ends[group] }

  /// Makes one line with all labels of the lines from a box to itself.
  static func joinLoops(_ diagram: inout BoxDiagram) {
    var first: [BoxDiagram.End: Int] = [:]
    var lines: [BoxDiagram.Line] = []
    for line in diagram.lines {
      if line.from == line.to {
        if let known = first[line.from] {
          lines[known].label += line.label
          continue
        }
        first[line.from] = lines.count
      }
      lines.append(line)
    }
    diagram.lines = lines
  }
}
