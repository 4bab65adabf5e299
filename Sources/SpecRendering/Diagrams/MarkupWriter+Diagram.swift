extension MarkupWriter {
  /// The start of a diagram, with what is said to those who do not see it.
  mutating func openDiagram(
    id: String, kind: DiagramKind, title: String?, summary: String, description: String,
    width: Int, height: Int
  ) {
    // An id is a word: what is none would be several.
    let id = String(id.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" })
    open(
      "svg",
      [
        "class": "diagram", "role": "img", "aria-labelledby": "\(id)-title",
        "aria-describedby": description.isEmpty ? "" : "\(id)-text", "width": "\(width)",
        "height": "\(height)", "viewBox": "0 0 \(width) \(height)",
      ])
    endLine()
    let name = [kind.name, title.flatMap { $0.isEmpty ? nil : "“\($0)”" }, summary]
    element("title", ["id": "\(id)-title"], name.compactMap { $0 }.joined(separator: ", "))
    endLine()
    if !description.isEmpty {
      element("desc", ["id": "\(id)-text"], description)
      endLine()
    }
  }

  /// The lines of a label around a point.
  mutating func lines(_ label: WrappedLabel, class name: String, middle: DiagramPoint) {
    let top = middle.y - label.height / 2
    for (line, text) in label.lines.enumerated() where !text.isEmpty {
      element(
        "text",
        [
          "class": name, "x": "\(middle.x)",
          "y": "\(top + line * WrappedLabel.lineHeight + 13)",
        ], text)
    }
  }
}
