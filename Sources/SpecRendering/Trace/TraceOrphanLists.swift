import SpecTracing

/// The lists of what leads nowhere, on the page of a trace or of a documentation.
struct TraceOrphanLists {
  let orphans: TraceOrphans
  /// Where code and tests stand on the web.
  let sources: SourceAddress?

  /// Of a longer list the rest is only counted.
  private static let limit = 2_000

  func write(to markup: inout MarkupWriter) {
    writeTagsAndTests(to: &markup)
    list(
      "untraced-tasks", "Tasks that cite no requirement", orphans.tasks, to: &markup
    ) { task, markup in
      markup.element("code", "\(task.feature)/\(task.id)")
      markup.write(" \(task.title)")
    }
  }

  /// What code, tests and reports have to do with it.
  func writeTagsAndTests(to markup: inout MarkupWriter) {
    list("unknown-tags", "Tags that name nothing", orphans.unknownTags, to: &markup) {
      tag, markup in
      markup.element("code", tag.text)
      markup.open("span", ["class": "faint path"])
      markup.write(" ")
      markup.place(tag.place, tag.place?.text ?? tag.test.map { "test '\($0)'" } ?? "", in: sources)
      markup.write(" ")
      markup.close("span")
      markup.write(tag.message)
      if let help = tag.help { markup.write("; \(help)") }
    }
    list(
      "tests-without-result", "Tests with a tag and without a result", orphans.tests, to: &markup
    ) { test, markup in
      markup.element("code", test.name.isEmpty ? "no test" : test.name)
      markup.open("span", ["class": "faint path"])
      markup.write(" ")
      markup.place(test.place, test.place.text, in: sources)
      markup.write(" ")
      markup.close("span")
      markup.write(test.reason)
    }
  }

  private func list<Row>(
    _ id: String, _ title: String, _ rows: [Row], to markup: inout MarkupWriter,
    _ write: (Row, inout MarkupWriter) -> Void
  ) {
    guard !rows.isEmpty else { return }
    markup.open("section", ["id": id])
    markup.element("h2", "\(title) (\(PlanWords.grouped(rows.count)))")
    markup.open("ul", ["class": "orphans"])
    markup.endLine()
    for row in rows.prefix(Self.limit) {
      markup.open("li")
      write(row, &markup)
      markup.close("li")
      markup.endLine()
    }
    markup.close("ul")
    if rows.count > Self.limit {
      markup.note("and \(PlanWords.grouped(rows.count - Self.limit)) more")
    }
    markup.close("section")
    markup.endLine()
  }
}

extension MarkupWriter {
  /// The words for what stands in a line of a file, as a link where it is known where the file is.
  mutating func place(_ place: TracePlace?, _ words: String, in sources: SourceAddress?) {
    guard let place, let sources else { return write(words) }
    element("a", ["href": sources.link(to: place), "rel": "noopener noreferrer"], words)
  }
}
