import Diagnostics
import MarkdownSyntax

/// Writes a Markdown document into a page: the text as it is written, and beside it what is known of it.
///
/// What a document holds reaches a page as text only. Links lead where ``LinkTarget`` allows, images stay
/// away, HTML is reduced to its text. Linear in the document, its marks and its links.
struct DocumentMarkup {
  /// What a document needs of the page it is in.
  struct Setting {
    /// How much deeper its headings are than written: 2 makes the first level an `h3`.
    var headingDepth: Int
    /// What the ids of its headings begin with, such as `design-`.
    var idPrefix: String
    /// The folder of the document, from which its links start.
    var folder: String
    /// The address of a file of the workspace, and of a place in it; `nil` for a file without a page.
    var address: (_ path: String, _ place: String) -> String?
  }

  let bytes: [UInt8]
  let setting: Setting
  let document: MarkdownDocument
  /// In the order of their places.
  let marks: [DocumentMark]
  /// In the order of their places; none reaches over another.
  let links: [DocumentLink]

  var nextMark = 0
  var nextLink = 0
  var nextInline = 0
  /// What is said of the last mark and not written yet.
  var badges: [SiteBadge] = []
  /// How many links of the document are open, in which no other may begin.
  var openLinks = 0
  /// What comes before is written already, in another way.
  var skipped = 0
  /// The names of headings, by the numbers of their blocks, and where links to them lead.
  private var headingIDs: [Int: String] = [:]
  private var places: [String: String] = [:]
  private var diagramCount = 0

  /// Reads the bytes from `start` on.
  init(
    _ bytes: [UInt8], from start: Int, marks: [DocumentMark], links: [DocumentLink],
    taken: Set<String> = [], setting: Setting
  ) {
    self.bytes = bytes
    self.setting = setting
    document = MarkdownDocument(parsing: bytes, from: start, inlines: true)
    self.marks = marks.sorted { $0.offset < $1.offset }
    self.links = links.sorted { $0.range.lowerBound < $1.range.lowerBound }
    nameHeadings()
  }

  private mutating func nameHeadings() {
    var slugs = HeadingSlug()
    for (index, block) in document.blocks.enumerated() {
      guard case .heading = block.kind else { continue }
      let slug = slugs.name(String(decoding: bytes[block.content.indices], as: UTF8.self))
      headingIDs[index] = PageAnchor.id(setting.idPrefix + slug)
      places[slug] = headingIDs[index]
    }
  }

  /// The id of the heading to which a link within the document leads.
  func heading(_ place: String) -> String? { places[place.lowercased()] ?? places[place] }

  mutating func write(to markup: inout MarkupWriter) {
    var open: [Int] = []
    for index in document.blocks.indices {
      let block = document.blocks[index]
      while let last = open.last, last != block.parent {
        close(last, to: &markup)
        open.removeLast()
      }
      self.open(index, block, to: &markup)
      open.append(index)
    }
    while let last = open.popLast() { close(last, to: &markup) }
    // Whatever stands where no text is written is still found.
    while nextMark < marks.count { writeMark(to: &markup) }
    writeBadges(to: &markup)
  }

  // MARK: Blocks

  private mutating func open(
    _ index: Int, _ block: MarkdownBlock, to markup: inout MarkupWriter
  ) {
    switch block.kind {
    case .paragraph:
      markup.open("p")
      writeText(of: index, block, to: &markup)
      markup.close("p")
    case .heading(let level):
      writeHeading(index, block, level: level, to: &markup)
    case .quote: markup.open("blockquote")
    case .bulletList: markup.open("ul")
    case .orderedList(let start, _):
      markup.open("ol", ["start": start == 1 ? "" : "\(start)"])
    case .item: markup.open("li", ["class": startsWithBox(index) ? "boxed" : ""])
    case .fencedCode: writeCode(block, to: &markup)
    case .html(let isComment):
      if !isComment { writeHTML(block, to: &markup) }
    case .table:
      markup.openWide("Table")
      markup.open("table")
    case .tableRow(let isHeader):
      if isHeader { markup.open("thead") }
      markup.open("tr")
    case .tableCell:
      let isHeader = isHeader(document.blocks[block.parent])
      if isHeader { markup.open("th", ["scope": "col"]) } else { markup.open("td") }
      writeText(of: index, block, to: &markup)
      if isHeader { markup.close("th") } else { markup.close("td") }
    case .thematicBreak: markup.void("hr", [:])
    }
  }

  private mutating func close(_ index: Int, to markup: inout MarkupWriter) {
    switch document.blocks[index].kind {
    case .quote: markup.close("blockquote")
    case .bulletList: markup.close("ul")
    case .orderedList: markup.close("ol")
    case .item: markup.close("li")
    case .table:
      markup.close("table")
      markup.close("div")
    case .tableRow(let isHeader):
      markup.close("tr")
      if isHeader { markup.close("thead") }
    case .paragraph, .heading, .fencedCode, .html, .tableCell, .thematicBreak: break
    }
    markup.endLine()
  }

  private func isHeader(_ block: MarkdownBlock) -> Bool {
    if case .tableRow(true) = block.kind { true } else { false }
  }

  private mutating func writeHeading(
    _ index: Int, _ block: MarkdownBlock, level: Int, to markup: inout MarkupWriter
  ) {
    let id = headingIDs[index] ?? ""
    switch min(level + setting.headingDepth, 6) {
    case ...2: markup.open("h2", ["id": id])
    case 3: markup.open("h3", ["id": id])
    case 4: markup.open("h4", ["id": id])
    case 5: markup.open("h5", ["id": id])
    default: markup.open("h6", ["id": id])
    }
    writeText(of: index, block, to: &markup)
    switch min(level + setting.headingDepth, 6) {
    case ...2: markup.close("h2")
    case 3: markup.close("h3")
    case 4: markup.close("h4")
    case 5: markup.close("h5")
    default: markup.close("h6")
    }
  }

  private func startsWithBox(_ item: Int) -> Bool {
    let next = item + 1
    guard next < document.blocks.count, document.blocks[next].parent == item else { return false }
    return CheckBox(bytes, at: document.blocks[next].content.lowerBound.utf8) != nil
  }

  private mutating func writeCode(_ block: MarkdownBlock, to markup: inout MarkupWriter) {
    let code = FencedCode(block, in: bytes)
    if code.language == "mermaid" {
      diagramCount += 1
      DiagramFigure.write(code.text, id: "diagram-\(setting.idPrefix)\(diagramCount)", to: &markup)
      return
    }
    markup.open("pre", ["tabindex": "0", "role": "group", "aria-label": "Code"])
    markup.open("code")
    markup.write(lines: code.text)
    markup.close("code")
    markup.close("pre")
  }

  private mutating func writeHTML(_ block: MarkdownBlock, to markup: inout MarkupWriter) {
    let parts = WrittenHTML.parts(of: bytes[block.range.indices])
    let isBlank = parts.allSatisfy { part in
      if case .text(let text) = part { return text.allSatisfy(\.isWhitespace) }
      return true
    }
    guard !isBlank else { return }
    markup.open("p")
    write(parts, to: &markup)
    markup.close("p")
  }

  func write(_ parts: [WrittenHTML.Part], to markup: inout MarkupWriter) {
    for part in parts {
      switch part {
      case .text(let text): markup.write(lines: text)
      case .lineBreak: markup.void("br", [:])
      }
    }
  }
}
