/// Boxes joined by lines: what flowcharts, states, entities and classes have in common.
struct BoxDiagram {
  var kind: DiagramKind
  var title: String?
  /// What is said in its place to those who do not see the diagram.
  var spokenTitle: String?
  var direction = FlowDirection.down
  var boxes: [Box] = []
  var groups: [Group] = []
  var lines: [Line] = []

  struct Box {
    var shape: BoxShape
    var content: BoxContent
    /// The group that it stands in.
    var group: Int?
  }

  /// A named frame around boxes and other groups.
  struct Group {
    var title: [String]
    /// An earlier group.
    var parent: Int?
    /// How its boxes follow each other, if not as those around it.
    var direction: FlowDirection?
  }

  /// What a line starts or ends at.
  enum End: Hashable {
    case box(Int)
    case group(Int)
  }

  struct Line {
    var from: End
    var to: End
    var stroke = Stroke.solid
    var start = LineTip.none
    var end = LineTip.none
    var label: [String] = []
    /// What stands beside its start and its end, such as `1` and `*`.
    var startNote = ""
    var endNote = ""
    /// How many layers it leads on, at least.
    var length = 1
  }

  enum Stroke: String {
    case solid, dotted, thick, unseen
  }
}

/// The way in which boxes follow each other.
enum FlowDirection: Hashable {
  case down, up, right, left

  init?(word: Substring) {
    switch word {
    case "TD", "TB", "v": self = .down
    case "BT", "^": self = .up
    case "LR", ">": self = .right
    case "RL", "<": self = .left
    default: return nil
    }
  }

  var isVertical: Bool { self == .down || self == .up }
}

/// What is drawn where a line ends.
enum LineTip: Hashable {
  case none, arrow, circle, cross
  /// An arrow whose head is two lines.
  case open
  /// Relations of classes.
  case triangle, diamond, filledDiamond
  /// Cardinalities of entities.
  case one, zeroOrOne, many, zeroOrMany
}
