/// Boxes, groups and edges that are to be placed in layers, one below the other.
///
/// Measures have two directions: *along* the flow, from the first layer to the last, and *across* it.
/// An *element* is a box or a group; boxes are numbered first, groups follow behind all boxes. Groups
/// come before the groups in them.
struct LayerProblem {
  struct Box {
    /// From its middle to either end across the flow.
    var low: Int
    var high: Int
    /// Along the flow; even, so that its middle is a whole number.
    var depth: Int
    /// What its layer must have along the flow, if that is more.
    var room = 0
    /// The group that it is in, or -1.
    var group = -1
    /// How far from the middle of its sides edges may end.
    var reach = 0
  }

  struct Group {
    /// The group that it is in, or -1.
    var parent = -1
    /// What it keeps free along the flow, before its first and behind its last box.
    var lead = 0
    var trail = 0
    /// What it keeps free across the flow.
    var low = 0
    var high = 0
    /// At least this wide across the flow.
    var breadth = 0
  }

  struct Edge {
    /// Elements.
    var from: Int
    var to: Int
    /// In layers of boxes, at least 1.
    var length = 1
    /// The room for a label, across and along.
    var labelBreadth = 0
    var labelDepth = 0
  }

  /// What stays free between things.
  struct Gaps {
    /// Between boxes of a layer, and between a box and a line or between lines.
    var across = 28
    var lines = 14
    /// Between layers, apart from ``stub``.
    var along = 26
    /// How far edges lead straight on at both ends.
    var stub = 12
    /// Between two edges that end at one side.
    var ports = 18
  }

  var boxes: [Box] = []
  var groups: [Group] = []
  var edges: [Edge] = []
  var gaps = Gaps()
  /// As many boxes that no edge joins with others of their group stand in one layer.
  var rowLength = 5

  var elementCount: Int { boxes.count + groups.count }

  /// The group that an element is in, or -1.
  func parent(of element: Int) -> Int {
    element < boxes.count ? boxes[element].group : groups[element - boxes.count].parent
  }

  /// For each group how many groups it is in.
  var depths: [Int] {
    var depths: [Int] = []
    depths.reserveCapacity(groups.count)
    for group in groups { depths.append(group.parent < 0 ? 1 : depths[group.parent] + 1) }
    return depths
  }
}
