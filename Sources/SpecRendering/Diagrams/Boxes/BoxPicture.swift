/// Writes one box.
struct BoxPicture {
  var content: MeasuredContent
  var shape: BoxShape
  var frame: DiagramFrame

  func write(to markup: inout MarkupWriter) {
    markup.open("g", ["class": shape.name])
    writeOutline(to: &markup)
    if shape == .record {
      writeRecord(to: &markup)
    } else if !content.label.isEmpty {
      var middle = frame.middle
      if shape == .cylinder { middle.y += BoxOutline.lid }
      if shape == .flag { middle.x += content.outline.slant / 2 }
      markup.lines(content.label, class: "", middle: middle)
    }
    markup.close("g")
    markup.endLine()
  }

  private func writeOutline(to markup: inout MarkupWriter) {
    switch shape {
    case .rectangle, .record: rectangle(radius: 3, to: &markup)
    case .rounded: rectangle(radius: 9, to: &markup)
    case .stadium: rectangle(radius: frame.height / 2, to: &markup)
    case .bar: rectangle(radius: 2, to: &markup)
    case .subroutine:
      rectangle(radius: 2, to: &markup)
      path(
        "M\(frame.x + 8) \(frame.y)V\(frame.bottom)M\(frame.right - 8) \(frame.y)V\(frame.bottom)",
        "detail", to: &markup)
    case .circle, .start: circle(frame.width / 2, "shape", to: &markup)
    case .doubleCircle:
      circle(frame.width / 2, "shape", to: &markup)
      circle(frame.width / 2 - 4, "detail", to: &markup)
    case .stop:
      circle(frame.width / 2 - 1, "ring", to: &markup)
      circle(frame.width / 2 - 5, "shape", to: &markup)
    case .ellipse:
      markup.shape(
        "ellipse",
        [
          "class": "shape", "cx": "\(frame.middle.x)", "cy": "\(frame.middle.y)",
          "rx": "\(frame.width / 2)", "ry": "\(frame.height / 2)",
        ])
    case .cylinder: writeCylinder(to: &markup)
    case .note:
      let fold = 9
      path(
        "M\(frame.x) \(frame.y)H\(frame.right - fold)L\(frame.right) \(frame.y + fold)"
          + "V\(frame.bottom)H\(frame.x)Z", to: &markup)
      path(
        "M\(frame.right - fold) \(frame.y)V\(frame.y + fold)H\(frame.right)", "detail", to: &markup)
    case .rhombus, .hexagon, .leanRight, .leanLeft, .trapezoid, .invertedTrapezoid, .flag:
      path(polygon, to: &markup)
    }
  }

  private func rectangle(radius: Int, to markup: inout MarkupWriter) {
    markup.shape(
      "rect",
      [
        "class": "shape", "x": "\(frame.x)", "y": "\(frame.y)", "width": "\(frame.width)",
        "height": "\(frame.height)", "rx": "\(radius)",
      ])
  }

  private func circle(_ radius: Int, _ name: String, to markup: inout MarkupWriter) {
    markup.shape(
      "circle",
      [
        "class": name, "cx": "\(frame.middle.x)", "cy": "\(frame.middle.y)", "r": "\(radius)",
      ])
  }

  private func path(_ outline: String, _ name: String = "shape", to markup: inout MarkupWriter) {
    markup.shape("path", ["class": name, "d": outline])
  }

  private func writeCylinder(to markup: inout MarkupWriter) {
    let lid = BoxOutline.lid
    let half = frame.width / 2
    let top = frame.y + lid
    let arc = "a\(half) \(lid) 0 0 "
    path(
      "M\(frame.x) \(top)\(arc)1 \(frame.width) 0V\(frame.bottom - lid)"
        + "\(arc)1 \(-frame.width) 0Z", to: &markup)
    path("M\(frame.x) \(top)\(arc)0 \(frame.width) 0", "detail", to: &markup)
  }

  private var polygon: String {
    let lean = content.outline.slant
    let (left, right, top, bottom) = (frame.x, frame.right, frame.y, frame.bottom)
    let middle = frame.middle
    let corners: [(Int, Int)] =
      switch shape {
      case .rhombus: [(middle.x, top), (right, middle.y), (middle.x, bottom), (left, middle.y)]
      case .hexagon:
        [
          (left + lean, top), (right - lean, top), (right, middle.y), (right - lean, bottom),
          (left + lean, bottom), (left, middle.y),
        ]
      case .leanRight: [(left + lean, top), (right, top), (right - lean, bottom), (left, bottom)]
      case .leanLeft: [(left, top), (right - lean, top), (right, bottom), (left + lean, bottom)]
      case .trapezoid: [(left + lean, top), (right - lean, top), (right, bottom), (left, bottom)]
      case .flag:
        [(left, top), (right, top), (right, bottom), (left, bottom), (left + lean, middle.y)]
      default: [(left, top), (right, top), (right - lean, bottom), (left + lean, bottom)]
      }
    return "M" + corners.map { "\($0.0) \($0.1)" }.joined(separator: "L") + "Z"
  }

  // MARK: - Records

  private func writeRecord(to markup: inout MarkupWriter) {
    var y = frame.y + 7
    if !content.stereotype.isEmpty {
      markup.element(
        "text", ["class": "stereotype", "x": "\(frame.middle.x)", "y": "\(y + 12)"],
        content.stereotype)
      y += 16
    }
    markup.lines(
      content.label, class: "name",
      middle: DiagramPoint(x: frame.middle.x, y: y + content.label.height / 2))
    y = frame.y + content.headHeight
    for (number, part) in content.parts.enumerated() {
      path("M\(frame.x) \(y)H\(frame.right)", "detail", to: &markup)
      for (row, cells) in part.enumerated() {
        let baseline = y + 4 + row * MeasuredContent.rowHeight + 13
        for (column, cell) in cells.enumerated() where !cell.isEmpty {
          markup.element(
            "text",
            [
              "class": column > 0 && cells.count > 2 && column != 1 ? "cell faint" : "cell",
              "x": "\(frame.x + content.columns[column])", "y": "\(baseline)",
            ], cell)
        }
      }
      y += content.height(ofPart: number)
    }
  }
}
