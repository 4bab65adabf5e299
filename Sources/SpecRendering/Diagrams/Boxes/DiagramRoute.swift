/// A place in a picture, in pixels.
struct DiagramPoint: Hashable {
  var x: Int
  var y: Int

  static func + (one: DiagramPoint, other: DiagramPoint) -> DiagramPoint {
    DiagramPoint(x: one.x + other.x, y: one.y + other.y)
  }
}

/// A part of a picture, in pixels.
struct DiagramFrame: Hashable {
  var x: Int
  var y: Int
  var width: Int
  var height: Int

  var right: Int { x + width }
  var bottom: Int { y + height }
  var middle: DiagramPoint { DiagramPoint(x: x + width / 2, y: y + height / 2) }

  func moved(by offset: DiagramPoint) -> DiagramFrame {
    DiagramFrame(x: x + offset.x, y: y + offset.y, width: width, height: height)
  }
}

/// The way of a line from one box to another.
struct DiagramRoute: Hashable {
  enum Step: Hashable {
    case line(DiagramPoint)
    /// Two control points and the end of a cubic curve.
    case curve(DiagramPoint, DiagramPoint, DiagramPoint)
  }

  var start: DiagramPoint
  var steps: [Step] = []
  var end: DiagramPoint
  /// The sides of the boxes at which it starts and ends.
  var startSide: BoxOutline.Side
  var endSide: BoxOutline.Side

  /// The same way elsewhere.
  func moved(by offset: DiagramPoint) -> DiagramRoute {
    var route = self
    route.start = start + offset
    route.end = end + offset
    route.steps = steps.map { step in
      switch step {
      case .line(let point): .line(point + offset)
      case .curve(let one, let other, let point):
        .curve(one + offset, other + offset, point + offset)
      }
    }
    return route
  }

  /// Where its straight parts from top to bottom pass a band of the picture.
  func places(between top: Int, and bottom: Int) -> [Int] {
    var places: [Int] = []
    var last = start
    func pass(_ point: DiagramPoint) {
      if point.x == last.x, min(point.y, last.y) < bottom, max(point.y, last.y) > top {
        places.append(point.x)
      }
      last = point
    }
    for step in steps {
      switch step {
      case .line(let point): pass(point)
      case .curve(_, _, let point): last = point
      }
    }
    pass(end)
    return places
  }

  /// The outline of it as the `d` of a path.
  func path(shorterAtStart: Int, shorterAtEnd: Int) -> String {
    let from = start.away(from: startSide, by: shorterAtStart)
    let to = end.away(from: endSide, by: shorterAtEnd)
    var text = "M\(from.x) \(from.y)"
    var last = from
    func line(_ point: DiagramPoint) {
      if point.x == last.x, point.y == last.y { return }
      if point.x == last.x {
        text += "V\(point.y)"
      } else if point.y == last.y {
        text += "H\(point.x)"
      } else {
        text += "L\(point.x) \(point.y)"
      }
      last = point
    }
    for step in steps {
      switch step {
      case .line(let point): line(point)
      case .curve(let one, let other, let point):
        text += "C\(one.x) \(one.y) \(other.x) \(other.y) \(point.x) \(point.y)"
        last = point
      }
    }
    line(to)
    return text
  }
}

extension DiagramPoint {
  /// The point that lies so far before a side of a box.
  func away(from side: BoxOutline.Side, by distance: Int) -> DiagramPoint {
    switch side {
    case .top: DiagramPoint(x: x, y: y - distance)
    case .bottom: DiagramPoint(x: x, y: y + distance)
    case .left: DiagramPoint(x: x - distance, y: y)
    case .right: DiagramPoint(x: x + distance, y: y)
    }
  }
}
