/// The part of a page that shows what waits for what.
struct GraphSection {
  let picture: PlanPicture
  /// Whether the page keeps to features.
  var isOverview = false

  func write(to markup: inout MarkupWriter) {
    let graph = GraphOfPlan(picture, isLinked: true)
    if let text = graph.note { markup.note(text) }
    writeLegend(to: &markup)
    PageFilter.writeTools(to: &markup)
    markup.scrolling("Graph of what waits for what") { markup in
      if graph.shape != nil {
        markup.openPicture("heads", width: graph.width, height: GraphOfPlan.headHeight)
        graph.writeWaves(to: &markup)
        markup.close("svg")
        markup.endLine()
      }
      markup.open("div", ["class": "graph"])
      markup.openPicture("names", width: 1, height: graph.height, isHidden: false)
      graph.writeNames(to: &markup)
      markup.close("svg")
      let shape = graph.shape
      markup.open(
        "svg",
        [
          "class": "picture drawing", "width": "\(graph.width)", "height": "\(graph.height)",
          "viewBox": "0 0 \(graph.width) \(graph.height)", "role": "group",
          "aria-labelledby": "graph-title",
          "data-band-head": shape.map { "\($0.bandHead)" } ?? "",
          "data-row-step": shape.map { "\($0.rowStep)" } ?? "",
          "data-gap": shape.map { "\($0.columnGap)" } ?? "",
          "data-box-width": shape.map { "\($0.boxWidth)" } ?? "",
          "data-box-height": shape.map { "\($0.boxHeight)" } ?? "",
        ])
      markup.endLine()
      graph.write(to: &markup)
      markup.close("svg")
      markup.close("div")
    }
  }

  private func writeLegend(to markup: inout MarkupWriter) {
    markup.open("ul", ["class": "legend"])
    for entry in PictureLegend.entries(picture, ofTasks: !isOverview) {
      markup.open("li")
      markup.open(
        "svg",
        [
          "class": "picture", "width": "17", "height": "22", "viewBox": "0 0 17 22",
          "aria-hidden": "true",
        ])
      entry.write(x: 0, to: &markup)
      markup.close("svg")
      markup.write(entry.words)
      markup.close("li")
    }
    markup.close("ul")
    markup.endLine()
  }
}
