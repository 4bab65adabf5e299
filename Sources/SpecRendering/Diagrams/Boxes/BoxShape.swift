/// The outline of a box.
enum BoxShape: Hashable {
  case rectangle, rounded, stadium, subroutine, cylinder, circle, doubleCircle, ellipse
  case rhombus, hexagon, leanRight, leanLeft, trapezoid, invertedTrapezoid, flag
  /// A note, and one of its corners folded.
  case note
  /// The first and the last of some states, and the bar at which they part or meet.
  case start, stop, bar
  /// A name above rows.
  case record

  /// What the style knows it by.
  var name: String {
    switch self {
    case .rhombus: "node decision"
    case .cylinder: "node store"
    case .note: "node note"
    case .start, .stop, .bar: "node mark"
    case .record: "node record"
    default: "node"
    }
  }
}

/// The outline of a box of some size.
struct BoxOutline {
  enum Side { case top, bottom, left, right }

  var shape: BoxShape
  var width: Int
  var height: Int

  /// How far slanted sides lean.
  var slant: Int {
    switch shape {
    case .hexagon: min(height / 3, 22)
    case .leanRight, .leanLeft, .trapezoid, .invertedTrapezoid: min(height / 3, 20)
    case .flag: min(height / 3, 16)
    default: 0
    }
  }

  /// The half height of the lid of a cylinder.
  static let lid = 7

  /// The size for a text of a size.
  init(_ shape: BoxShape, textWidth: Int, textHeight: Int) {
    self.shape = shape
    width = max(textWidth + 28, 48)
    height = textHeight + 20
    switch shape {
    case .stadium: width = max(textWidth + height, 60)
    case .subroutine: width += 16
    case .cylinder: height += 3 * Self.lid
    case .circle, .doubleCircle:
      let square = textWidth * textWidth + textHeight * textHeight
      let side = Int(Double(square).squareRoot()) + (shape == .circle ? 16 : 26)
      width = max(side, 36)
      height = width
    case .ellipse:
      width = textWidth * 3 / 2 + 20
      height = textHeight * 3 / 2 + 16
    case .rhombus:
      // The corners of the text touch the sides.
      height = textHeight * 2 + 26
      width = max(textWidth * height / (height - textHeight) + 16, 64)
    case .hexagon, .leanRight, .leanLeft, .trapezoid, .invertedTrapezoid, .flag:
      width += 2 * slant
    case .note: width = textWidth + 30
    case .start: (width, height) = (16, 16)
    case .stop: (width, height) = (20, 20)
    case .bar: (width, height) = (70, 7)
    case .rectangle, .rounded, .record: break
    }
  }

  init(shape: BoxShape, width: Int, height: Int) {
    self.shape = shape
    self.width = width
    self.height = height
  }

  /// How far from the middle of a side a line can end at it.
  func reach(_ side: Side) -> Int {
    let isLevel = side == .top || side == .bottom
    let half = (isLevel ? width : height) / 2
    return switch shape {
    case .rhombus: half * 3 / 5
    case .circle, .doubleCircle, .ellipse: half / 2
    case .start, .stop: 0
    case .hexagon, .leanRight, .leanLeft, .trapezoid, .invertedTrapezoid, .flag:
      max(isLevel ? half - slant - 4 : half / 2, 0)
    case .stadium: max(isLevel ? half - height / 2 : half / 2, 0)
    case .bar: max(half - 3, 0)
    default: max(half - 10, 0)
    }
  }

  /// How far inside of the frame around it the outline is, at a distance from the middle of a side.
  func inset(_ side: Side, at offset: Int) -> Int {
    let isLevel = side == .top || side == .bottom
    let half = (isLevel ? width : height) / 2
    let depth = isLevel ? height : width
    let distance = min(abs(offset), half)
    guard half > 0 else { return 0 }
    /// What a round side leaves free when its radius along it and its depth are these.
    func round(_ along: Int, _ deep: Int, _ distance: Int) -> Int {
      let part = Double(min(distance, along)) / Double(max(along, 1))
      return Int(Double(deep) * (1 - (1 - part * part).squareRoot()))
    }
    switch shape {
    case .rhombus: return depth / 2 * distance / half
    case .circle, .doubleCircle, .ellipse, .start, .stop: return round(half, depth / 2, distance)
    case .stadium where !isLevel: return round(half, half, distance)
    case .cylinder where isLevel: return round(half, Self.lid, distance)
    case .hexagon where !isLevel: return slant * distance / half
    case .flag where side == .left: return slant * (half - distance) / half
    case .leanRight, .leanLeft, .trapezoid, .invertedTrapezoid:
      guard !isLevel else { return 0 }
      // 0 at the top and `height` at the bottom.
      let low = min(max(offset + half, 0), height)
      let leansIn =
        switch shape {
        case .leanRight: side == .left
        case .leanLeft: side == .right
        case .trapezoid: true
        default: false
        }
      return slant * (leansIn ? height - low : low) / height
    default: return 0
    }
  }
}
