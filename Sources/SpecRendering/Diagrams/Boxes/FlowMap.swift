/// Turns places across and along a flow into points of a picture.
struct FlowMap {
  var direction: FlowDirection
  /// Of what is mapped, along the flow.
  var depth: Int

  func point(_ place: LayerPlaces.Place) -> DiagramPoint {
    switch direction {
    case .down: DiagramPoint(x: place.across, y: place.along)
    case .up: DiagramPoint(x: place.across, y: depth - place.along)
    case .right: DiagramPoint(x: place.along, y: place.across)
    case .left: DiagramPoint(x: depth - place.along, y: place.across)
    }
  }

  func frame(_ frame: LayerPlaces.Frame) -> DiagramFrame {
    let one = point(.init(across: frame.low, along: frame.start))
    let other = point(.init(across: frame.high, along: frame.end))
    return DiagramFrame(
      x: min(one.x, other.x), y: min(one.y, other.y), width: abs(one.x - other.x),
      height: abs(one.y - other.y))
  }

  /// The side of a box that edges from earlier layers reach first.
  var leading: BoxOutline.Side {
    switch direction {
    case .down: .top
    case .up: .bottom
    case .right: .left
    case .left: .right
    }
  }

  var trailing: BoxOutline.Side {
    switch direction {
    case .down: .bottom
    case .up: .top
    case .right: .right
    case .left: .left
    }
  }

  func route(_ route: LayerPlaces.Route, isTurned: Bool) -> DiagramRoute {
    var mapped = DiagramRoute(
      start: point(route.start), end: point(route.end),
      startSide: isTurned ? leading : trailing, endSide: isTurned ? trailing : leading)
    for bend in route.bends {
      let middle = (bend.from.along + bend.to.along) / 2
      mapped.steps.append(.line(point(bend.from)))
      mapped.steps.append(
        .curve(
          point(.init(across: bend.from.across, along: middle)),
          point(.init(across: bend.to.across, along: middle)), point(bend.to)))
    }
    return mapped
  }
}
