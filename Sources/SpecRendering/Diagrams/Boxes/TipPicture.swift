/// What is drawn where a line touches a box.
struct TipPicture {
  var tip: LineTip
  /// On the outline of the box.
  var point: DiagramPoint
  /// Of the box.
  var side: BoxOutline.Side

  /// How much earlier the line may end, so that it does not stand out under the tip.
  static func shortening(_ tip: LineTip) -> Int { tip == .arrow ? 6 : 0 }

  func write(to markup: inout MarkupWriter) {
    switch tip {
    case .none: break
    case .arrow:
      markup.shape("path", ["class": "tip", "d": "M\(at(9, -5))L\(at(0, 0))L\(at(9, 5))Z"])
    case .open: stroke("M\(at(9, -5))L\(at(0, 0))L\(at(9, 5))", to: &markup)
    case .circle:
      let center = place(5, 0)
      markup.shape(
        "circle", ["class": "tip open", "cx": "\(center.x)", "cy": "\(center.y)", "r": "5"])
    case .cross:
      markup.shape(
        "path",
        [
          "class": "tip stroke",
          "d": "M\(at(3, -5))L\(at(13, 5))M\(at(3, 5))L\(at(13, -5))",
        ])
    case .triangle:
      markup.shape(
        "path", ["class": "tip open", "d": "M\(at(15, -8))L\(at(0, 0))L\(at(15, 8))Z"])
    case .diamond, .filledDiamond:
      markup.shape(
        "path",
        [
          "class": tip == .diamond ? "tip open" : "tip",
          "d": "M\(at(0, 0))L\(at(9, -6))L\(at(18, 0))L\(at(9, 6))Z",
        ])
    case .one: stroke("\(bar(7))\(bar(12))", to: &markup)
    case .many: stroke("\(foot)\(bar(16))", to: &markup)
    case .zeroOrOne: open(bar(6), circleAt: 14, to: &markup)
    case .zeroOrMany: open(foot, circleAt: 17, to: &markup)
    }
  }

  private func stroke(_ path: String, to markup: inout MarkupWriter) {
    markup.shape("path", ["class": "tip stroke", "d": path])
  }

  private func open(_ path: String, circleAt distance: Int, to markup: inout MarkupWriter) {
    stroke(path, to: &markup)
    let center = place(distance, 0)
    markup.shape(
      "circle", ["class": "tip open", "cx": "\(center.x)", "cy": "\(center.y)", "r": "5"])
  }

  private func bar(_ distance: Int) -> String { "M\(at(distance, -7))L\(at(distance, 7))" }

  /// Three toes.
  private var foot: String { "M\(at(0, -7))L\(at(12, 0))L\(at(0, 7))" }

  private func at(_ distance: Int, _ across: Int) -> String {
    let place = place(distance, across)
    return "\(place.x) \(place.y)"
  }

  /// The point at a distance before the box, beside the line.
  private func place(_ distance: Int, _ across: Int) -> DiagramPoint {
    let before = point.away(from: side, by: distance)
    return side == .top || side == .bottom
      ? DiagramPoint(x: before.x + across, y: before.y)
      : DiagramPoint(x: before.x, y: before.y + across)
  }
}
