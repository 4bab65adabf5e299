extension MarkupWriter {
  /// A sentence about what a part of the page leaves out.
  mutating func note(_ words: String) {
    element("p", ["class": "note"], words)
    endLine()
  }

  /// The heads of the columns of a table.
  mutating func tableHead(_ names: [String]) {
    open("thead")
    open("tr")
    for name in names { element("th", ["scope": "col"], name) }
    close("tr")
    close("thead")
    endLine()
  }

  /// A part that may be wider than the window; who has no mouse moves it by the keys.
  mutating func scrolling(
    _ name: String, _ body: (inout MarkupWriter) -> Void
  ) {
    open(
      "div", ["class": "scroll", "role": "region", "aria-label": name, "tabindex": "0"])
    endLine()
    body(&self)
    close("div")
    endLine()
  }

  /// The start of a drawing in a page; hidden ones say nothing that other parts do not.
  mutating func openPicture(_ kind: String, width: Int, height: Int, isHidden: Bool = true) {
    open(
      "svg",
      [
        "class": "picture \(kind)", "width": "\(width)", "height": "\(height)",
        "viewBox": "0 0 \(width) \(height)", "aria-hidden": isHidden ? "true" : "",
      ])
  }
}
