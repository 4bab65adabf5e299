import MarkdownSyntax

/// A document made of known blocks, each with the place at which it was written.
struct WrittenDocument {
  struct Block: Hashable, CustomStringConvertible {
    var kind: MarkdownBlock.Kind
    var lower = 0
    var upper = 0
    var parent: Int

    var description: String { "\(name(of: kind)) \(lower)..<\(upper) in \(parent)" }
  }

  private(set) var blocks: [Block] = []
  private(set) var bytes: [UInt8] = []

  /// A line of a block and the blocks that begin and end at columns of it.
  private struct Line {
    var text: String
    var starts: [(block: Int, column: Int)] = []
    var ends: [(block: Int, column: Int)] = []
    var isLazy = false

    init(_ text: String) { self.text = text }

    mutating func indent(by prefix: String) {
      guard !isLazy, !(text.isEmpty && prefix.allSatisfy { $0 == " " }) else { return }
      text = prefix + text
      for index in starts.indices { starts[index].column += prefix.utf8.count }
      for index in ends.indices { ends[index].column += prefix.utf8.count }
    }
  }

  private var random: SeededGenerator

  private let isPlain: Bool

  /// A plain document has no bare items and never two blank lines between blocks.
  init(seed: Int, isPlain: Bool = false) {
    self.isPlain = isPlain
    random = SeededGenerator(seed: UInt64(seed))
    var lines = sequence(parent: -1, depth: 0, count: 1 + random.below(6))
    if random.below(8) == 0 {
      lines.append(Line(""))
      lines += leaf(.fencedCode, ["```", "é", " x"], parent: -1)
    }
    let ends = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]][random.below(4)]
    if random.below(5) == 0 { bytes = [0xEF, 0xBB, 0xBF] }
    for index in lines.indices {
      let line = lines[index]
      for (block, column) in line.starts { blocks[block].lower = bytes.count + column }
      for (block, column) in line.ends { blocks[block].upper = bytes.count + column }
      bytes += line.text.utf8
      if index + 1 < lines.count || random.below(3) > 0 {
        var end = ends[random.below(ends.count)]
        // An empty line ended by LF after one ended by CR would make one CRLF.
        if end == "\n", bytes.last == 0x0D { end = "\r\n" }
        bytes += end.utf8
      }
    }
  }

  private mutating func add(_ kind: MarkdownBlock.Kind, parent: Int) -> Int {
    blocks.append(Block(kind: kind, parent: parent))
    return blocks.count - 1
  }

  /// Blocks one after the other with blank lines between them.
  private mutating func sequence(parent: Int, depth: Int, count: Int) -> [Line] {
    var lines: [Line] = []
    var lastBullet = ""
    for index in 0..<count {
      if index > 0 { lines += Array(repeating: Line(""), count: isPlain ? 1 : 1 + random.below(2)) }
      let choice = random.below(depth < 4 ? 14 : 9)
      switch choice {
      case 0...2: lines += paragraph(parent: parent)
      case 3: lines += heading(parent: parent)
      case 4: lines += fence(parent: parent)
      case 5: lines += table(parent: parent)
      case 6: lines += comment(parent: parent)
      case 7:
        lines += leaf(.thematicBreak, [["___", "_ _ _", "____"][random.below(3)]], parent: parent)
      case 8:
        lines += [Line("[é\(index)]: /u 'title'"), Line("[b]:"), Line("  <x>")]
        lines += leaf(.paragraph, ["see [b]"], parent: parent)
      case 9: lines += quote(parent: parent, depth: depth)
      default: lines += list(parent: parent, depth: depth, after: &lastBullet)
      }
      if choice < 10 { lastBullet = "" }
    }
    return lines
  }

  private mutating func leaf(
    _ kind: MarkdownBlock.Kind, _ text: [String], parent: Int, trailing: String = ""
  ) -> [Line] {
    let block = add(kind, parent: parent)
    var lines = text.map(Line.init)
    lines[0].starts = [(block, 0)]
    lines[lines.count - 1].ends = [(block, text[text.count - 1].utf8.count)]
    lines[lines.count - 1].text += trailing
    return lines
  }

  private mutating func paragraph(parent: Int) -> [Line] {
    let words = [
      "[ ] 1.1 Títle", "[x] 任务：b，c", "plain 😀 `code`", "**bold** a | b", "(1) é", "2.3 x",
    ]
    let text = (0...random.below(3)).map { _ in words[random.below(words.count)] }
    let blanks = ["", "", "  ", "\t"][random.below(4)]
    var lines = leaf(.paragraph, text, parent: parent, trailing: blanks)
    if parent >= 0, lines.count > 1, random.below(4) == 0 { lines[lines.count - 1].isLazy = true }
    return lines
  }

  private mutating func heading(parent: Int) -> [Line] {
    switch random.below(4) {
    case 0: return leaf(.heading(level: 1), ["é b", "==="], parent: parent, trailing: " ")
    case 1: return leaf(.heading(level: 3), ["###"], parent: parent, trailing: "  ")
    case 2: return leaf(.heading(level: 2), ["## 要件 ##"], parent: parent, trailing: " ")
    default: return leaf(.heading(level: 6), ["###### a #b"], parent: parent)
    }
  }

  private mutating func fence(parent: Int) -> [Line] {
    let mark = ["```", "~~~", "````"][random.below(3)]
    let code = ["- [ ] a", "", "# é", "> q", "  x", "``", "| a |"]
    let inside = (0..<random.below(4)).map { _ in code[random.below(code.count)] }
    let info = ["", " swift", "json 😀"][random.below(3)]
    return leaf(.fencedCode, [mark + info] + inside + [mark], parent: parent, trailing: " ")
  }

  private mutating func comment(parent: Int) -> [Line] {
    let text = random.below(2) == 0 ? ["<!-- é -->"] : ["<!--", "- [ ] a", "", "-->"]
    return leaf(.html(isComment: true), text, parent: parent, trailing: "  ")
  }

  private mutating func table(parent: Int) -> [Line] {
    let table = add(.table, parent: parent)
    let columns = 1 + random.below(3)
    var lines: [Line] = []
    let rows = 1 + random.below(3)
    for index in 0..<rows {
      let row = add(.tableRow(isHeader: index == 0), parent: table)
      var line = Line("|")
      line.starts = [(row, 0)]
      for _ in 0..<columns {
        let cell = add(.tableCell, parent: row)
        let text = ["é", "a \\| b", "", "😀 c"][random.below(4)]
        if !text.isEmpty { line.text += " " }
        line.starts.append((cell, line.text.utf8.count))
        line.text += text
        line.ends.append((cell, line.text.utf8.count))
        line.text += " |"
      }
      line.ends.append((row, line.text.utf8.count))
      lines.append(line)
      if index == 0 { lines.append(Line("|" + String(repeating: " :-- |", count: columns))) }
    }
    lines[0].starts.append((table, 0))
    lines[lines.count - 1].ends.append((table, lines[lines.count - 1].text.utf8.count))
    return lines
  }

  private mutating func quote(parent: Int, depth: Int) -> [Line] {
    let quote = add(.quote, parent: parent)
    var lines = sequence(parent: quote, depth: depth + 1, count: 1 + random.below(2))
    let prefix = ["> ", ">  "][random.below(2)]
    for index in lines.indices { lines[index].indent(by: lines[index].text.isEmpty ? ">" : prefix) }
    lines[0].starts.append((quote, 0))
    endLast(quote, in: &lines)
    return lines
  }

  private mutating func list(parent: Int, depth: Int, after last: inout String) -> [Line] {
    var bullet = ["-", "+", "*", ".", ")"][random.below(5)]
    if bullet == last { bullet = bullet == "-" ? "+" : "-" }
    last = bullet
    let isOrdered = bullet == "." || bullet == ")"
    let first = random.below(20)
    let byte = Array(bullet.utf8)[0]
    let list = add(
      isOrdered ? .orderedList(start: first, delimiter: byte) : .bulletList(marker: byte),
      parent: parent)
    var lines: [Line] = []
    let isLoose = random.below(2) == 0
    for number in 0...random.below(3) {
      let item = add(.item, parent: list)
      let marker = isOrdered ? "\(first + number)\(bullet)" : bullet
      if !lines.isEmpty, isLoose { lines.append(Line("")) }
      // Deeper down, three bare bullets on one line would be a thematic break.
      if !isPlain, random.below(5) == 0, isOrdered || bullet == "+" || depth == 0 {
        var line = Line(marker)
        line.starts = [(item, 0)]
        line.ends = [(item, marker.utf8.count)]
        line.text += ["", " ", "  "][random.below(3)]
        lines.append(line)
        continue
      }
      var inner = sequence(parent: item, depth: depth + 1, count: 1 + random.below(2))
      let space = ["  ", " ", "   "][random.below(3)]
      let indentation = String(repeating: " ", count: marker.utf8.count + space.utf8.count)
      for index in inner.indices {
        inner[index].indent(by: index == 0 ? marker + space : indentation)
      }
      inner[0].starts.append((item, 0))
      endLast(item, in: &inner)
      lines += inner
    }
    lines[0].starts.append((list, 0))
    endLast(list, in: &lines)
    return lines
  }

  /// Ends a container where the last of its blocks ends.
  private func endLast(_ block: Int, in lines: inout [Line]) {
    let column = lines[lines.count - 1].ends.map(\.column).max() ?? 0
    lines[lines.count - 1].ends.append((block, column))
  }
}
