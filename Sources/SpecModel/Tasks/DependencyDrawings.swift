import Diagnostics
import MarkdownSyntax
import YAMLSyntax

/// Reads what a document draws about its order: `waves` blocks, mermaid graphs and arrow chains.
struct DependencyDrawings {
  private(set) var waves: [DeclaredWaves] = []
  private(set) var edges: [DrawnEdge] = []
  private(set) var nodeIDs: [Located<String>] = []

  private let text: SpecText
  private let bytes: ByteView
  /// The tasks by id.
  private let ids: [String: Int]

  init(text: SpecText, bytes: ByteView, ids: [String: Int], groups: [TaskGroup]) {
    self.text = text
    self.bytes = bytes
    self.ids = ids
    let sections = Self.orderSections(bytes, groups)
    readFences(sections)
    readChains(sections)
  }

  // MARK: Where drawings are looked for

  /// The bytes below headings that speak of dependencies or order.
  private static func orderSections(_ bytes: ByteView, _ groups: [TaskGroup]) -> [Range<Int>] {
    var sections: [Range<Int>] = []
    for (index, group) in groups.enumerated() where isAboutOrder(bytes, group.range.indices) {
      let end =
        groups[(index + 1)...].first { $0.level <= group.level }?.range.lowerBound.utf8
        ?? bytes.count
      if let last = sections.last, last.upperBound >= end { continue }
      sections.append(group.range.upperBound.utf8..<end)
    }
    return sections
  }

  private static let orderWords = WordList<Bool>(
    [
      "dependenc", "execution order", "wave", "task order", "critical path", "parallel",
      "依赖", "依存", "执行顺序", "実行順", "关键路径", "sequence", "implementation order",
    ].map { ($0, true) })

  private static func isAboutOrder(_ bytes: ByteView, _ title: Range<Int>) -> Bool {
    var cursor = Cursor(bytes, title)
    while !cursor.isAtEnd {
      if orderWords.skip(&cursor, where: { _, _ in true }) != nil { return true }
      cursor.position += 1
    }
    return false
  }

  // MARK: Fences

  private mutating func readFences(_ sections: [Range<Int>]) {
    for block in text.fences {
      let info = block.info.map { text.text($0).lowercased().trimmingBlanks } ?? ""
      let content = block.content.indices
      if info == "mermaid" {
        readMermaid(content)
      } else if info.isEmpty || info == "text" || info == "txt" {
        guard sections.contains(where: { $0.contains(content.lowerBound) }) else { continue }
        for line in lines(content) { readChain(line) }
      } else if info == "json" || info == "jsonc" {
        readWaves(block.content)
      }
    }
  }

  private func lines(_ range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index].isLineBreak {
      if index > start { lines.append(start..<index) }
      start = index + 1
    }
    if start < range.upperBound { lines.append(start..<range.upperBound) }
    return lines
  }

  // MARK: Waves

  /// `{"waves": [{"id": 0, "tasks": ["1.1"]}]}`; other JSON is left alone.
  private mutating func readWaves(_ content: Range<Offset>) {
    guard bytes[content.indices].firstRange(of: Array("\"waves\"".utf8)) != nil else { return }
    do {
      let stream = try YAMLStream(parsing: text.bytes, in: content.indices)
      guard let list = stream.root?["waves"] else { return }
      guard case .sequence(let entries) = list.content else {
        waves.append(
          DeclaredWaves(
            entries: [], range: content, fault: Located("'waves' must be a list", at: list.range)))
        return
      }
      waves.append(DeclaredWaves(entries: entries.map(entry), range: content, fault: nil))
    } catch {
      waves.append(
        DeclaredWaves(entries: [], range: content, fault: Located(error.message, at: error.range)))
    }
  }

  private func entry(_ node: YAMLNode) -> DeclaredWaves.Entry {
    let tasks = node["tasks"]
    let number = node["id"] ?? node["wave"]
    var keys = 0
    if case .mapping(let pairs) = node.content { keys = pairs.count }
    return DeclaredWaves.Entry(
      tasks: (tasks?.elements ?? node.elements).compactMap { task in
        task.string.map { Located($0, at: task.range) }
      },
      number: number.flatMap { number in
        number.string.flatMap { Int($0) }.map { Located($0, at: number.range) }
      },
      list: (tasks ?? (keys == 0 ? node : nil))?.range, range: node.range,
      hasOtherKeys: keys > (tasks == nil ? 0 : 1) + (number == nil ? 0 : 1))
  }

  // MARK: Mermaid

  private mutating func readMermaid(_ content: Range<Int>) {
    var graph = MermaidGraph(ids: ids)
    for line in lines(content) { graph.read(bytes, line) }
    edges += graph.edges
    nodeIDs += graph.mentions
  }

  // MARK: Chains

  private mutating func readChains(_ sections: [Range<Int>]) {
    guard !sections.isEmpty else { return }
    var section = sections[...]
    for line in text.lines where line.kind == .text {
      while let first = section.first, first.upperBound <= Int(line.start) { section.removeFirst() }
      guard let first = section.first else { return }
      guard first.contains(Int(line.start)) else { continue }
      readChain(line.range.indices)
    }
  }

  /// `1.1 → 1.2 → 2.1` and `1.5, 2.6 → 5.1`: every link must hold only ids of tasks, each with an
  /// optional remark in parentheses; the words before a first colon are a label.
  private mutating func readChain(_ line: Range<Int>) {
    let links = ArrowChain.links(bytes, line)
    guard links.count >= 2 else { return }
    var nodes: [[Located<String>]] = []
    for link in links {
      var found: [Located<String>] = []
      for reference in ReferenceList.parse(bytes, Range(link.lowerBound, link.upperBound)) {
        guard case .identifier(let id) = reference.kind, let known = known(id) else { return }
        found.append(Located(known, at: reference.range))
      }
      guard !found.isEmpty else { return }
      nodes.append(found)
    }
    for (before, after) in zip(nodes, nodes.dropFirst()) {
      for from in before {
        for to in after where from.value != to.value {
          edges.append(DrawnEdge(from: from, to: to, drawing: .chain))
        }
      }
    }
  }

  private func known(_ id: String) -> String? {
    ids[id] == nil ? nil : id
  }
}
