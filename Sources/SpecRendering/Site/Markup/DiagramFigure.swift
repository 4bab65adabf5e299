/// A diagram of a document in a page.
enum DiagramFigure {
  /// Shows what the diagram was written as.
  static func write(_ source: String, id: String, to markup: inout MarkupWriter) {
    markup.open("pre", ["class": "diagram-source", "tabindex": "0"])
    markup.open("code")
    markup.write(lines: source)
    markup.close("code")
    markup.close("pre")
  }
}
