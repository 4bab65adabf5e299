/// A diagram of a document in a page: drawn where it can be, and what it was written as.
enum DiagramFigure {
  static func write(_ source: String, id: String, to markup: inout MarkupWriter) {
    markup.open("figure", ["class": "figure"])
    switch DiagramMarkup.svg(of: source, id: id) {
    case .drawn(let svg):
      markup.openWide("Diagram")
      markup.verbatim(svg)
      markup.close("div")
      markup.open("details")
      markup.element("summary", "What it is drawn from")
      write(source, to: &markup)
      markup.close("details")
    case .undrawn(let reason):
      write(source, to: &markup)
      markup.element("figcaption", ["class": "note"], "not drawn: \(reason)")
    }
    markup.close("figure")
  }

  private static func write(_ source: String, to markup: inout MarkupWriter) {
    markup.open("pre", ["tabindex": "0", "role": "group", "aria-label": "Source of the diagram"])
    markup.open("code")
    markup.write(lines: source)
    markup.close("code")
    markup.close("pre")
  }
}
