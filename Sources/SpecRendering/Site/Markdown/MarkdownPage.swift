/// A page of Markdown that is written from top to bottom.
struct MarkdownPage {
  /// The first line of every page.
  static let head = "<!-- Made by specctl docs: change the documents, not this page. -->\n\n"

  private var lines: [String]

  init(_ title: String) {
    lines = ["# " + PlanMarkdown.escaped(title)]
  }

  /// A paragraph of Markdown.
  mutating func line(_ text: String) {
    lines += ["", text]
  }

  mutating func heading(_ text: String) { line("## " + PlanMarkdown.escaped(text)) }

  /// One item of a list, so many levels down.
  mutating func item(_ text: String, depth: Int = 0, isFirst: Bool = false) {
    if isFirst { lines.append("") }
    lines.append(String(repeating: "  ", count: depth) + "- " + text)
  }

  mutating func table(_ columns: [String]) {
    lines += [
      "", "| " + columns.joined(separator: " | ") + " |",
      "| " + columns.map { _ in "---" }.joined(separator: " | ") + " |",
    ]
  }

  /// A row of the table; cells are Markdown.
  mutating func row(_ cells: [String]) {
    lines.append("| " + cells.joined(separator: " | ") + " |")
  }

  /// The words for the first of so many things, and how many more there are.
  static func listed<Element>(
    _ elements: [Element], of count: Int? = nil, limit: Int = 24, _ words: (Element) -> String
  ) -> String {
    let shown = elements.prefix(limit)
    let rest = (count ?? elements.count) - shown.count
    return shown.map(words).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  func file(_ path: String) -> SiteFile {
    SiteFile(path, Self.head + lines.joined(separator: "\n") + "\n")
  }
}
