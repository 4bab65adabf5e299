extension MarkupWriter {
  /// A part of a page under a heading of its own, to which links lead.
  mutating func section(
    _ id: StaticString, _ title: String, _ body: (inout MarkupWriter) -> Void
  ) {
    open("section", ["id": "\(id)", "aria-labelledby": "\(id)-title"])
    element("h2", ["id": "\(id)-title"], title)
    endLine()
    body(&self)
    close("section")
    endLine()
  }

  /// The start of what may be wider than the window; who has no mouse moves it by the keys.
  ///
  /// It is no landmark: a page has many of them, and several of one name.
  mutating func openWide(_ name: String) {
    open("div", ["class": "wide", "role": "group", "aria-label": name, "tabindex": "0"])
  }

  /// A table that may be wider than the window; on a phone the rows of some are cards, whose cells say by
  /// `data-name` what they are.
  mutating func table(
    _ name: String, id: String = "", columns: [String], ofCards: Bool = false,
    _ rows: (inout MarkupWriter) -> Void
  ) {
    openWide(name)
    open("table", ["id": id, "class": ofCards ? "cards" : ""])
    element("caption", ["class": "unseen"], name)
    tableHead(columns)
    open("tbody")
    endLine()
    rows(&self)
    close("tbody")
    close("table")
    close("div")
    endLine()
  }

  /// The numbers of a page, each with what it counts.
  mutating func numbers(_ numbers: [(name: String, value: String)]) {
    open("dl", ["class": "numbers"])
    for (name, value) in numbers {
      open("div")
      element("dt", name)
      element("dd", value)
      close("div")
    }
    close("dl")
    endLine()
  }

  /// A bar that shows how much of something is done, with the numbers beside it.
  mutating func progress(_ done: Int, of total: Int, _ name: String) {
    guard total > 0 else { return }
    open("span", ["class": "progress"])
    open("progress", ["value": "\(done)", "max": "\(total)", "aria-label": name])
    close("progress")
    write(" \(done)/\(total)")
    close("span")
  }

  /// A field that leaves of a table the rows that hold what is typed.
  mutating func filter(_ table: String, _ words: String) {
    open("p", ["class": "filter", "hidden": "hidden"])
    open("label", ["for": "filter-\(table)"])
    write(words)
    close("label")
    write(" ")
    void(
      "input",
      [
        "type": "search", "id": "filter-\(table)", "data-filters": table, "autocomplete": "off",
        "spellcheck": "false",
      ])
    element("output", ["for": "filter-\(table)"], "")
    close("p")
    endLine()
  }

  /// Links one after the other, with commas between.
  mutating func links(_ links: [(words: String, address: String)], limit: Int = .max) {
    for (number, link) in links.prefix(limit).enumerated() {
      if number > 0 { write(", ") }
      element("a", ["href": link.address], link.words)
    }
    if links.count > limit { write(" and \(links.count - limit) more") }
  }
}
