import Diagnostics
import MarkdownSyntax

extension DocumentMarkup {
  /// Writes the text of a paragraph, heading or cell.
  mutating func writeText(of index: Int, _ block: MarkdownBlock, to markup: inout MarkupWriter) {
    let start = block.content.lowerBound.utf8
    while nextMark < marks.count, marks[nextMark].offset < start { writeMark(to: &markup) }
    if case .paragraph = block.kind, block.parent >= 0,
      case .item = document.blocks[block.parent].kind,
      document.blocks[index - 1].range.lowerBound.utf8 <= start,
      index - 1 == block.parent, let box = CheckBox(bytes, at: start)
    {
      markup.box(box.state)
      markup.write(" ")
      skipped = box.end
    }
    var open: [Int] = []
    while nextInline < document.inlines.count, document.inlines[nextInline].block < index {
      nextInline += 1
    }
    while nextInline < document.inlines.count, document.inlines[nextInline].block == index {
      let inline = document.inlines[nextInline]
      while let last = open.last, last != inline.parent {
        close(document.inlines[last], to: &markup)
        open.removeLast()
      }
      if self.open(inline, to: &markup) {
        open.append(nextInline)
        nextInline += 1
      } else {
        passContents(of: inline)
      }
    }
    while let last = open.popLast() { close(document.inlines[last], to: &markup) }
    while nextMark < marks.count, marks[nextMark].offset < block.content.upperBound.utf8 {
      writeMark(to: &markup)
    }
    writeBadges(to: &markup)
  }

  /// Leaves out an inline, and what is within it.
  private mutating func passContents(of inline: MarkdownInline) {
    let end = inline.range.upperBound
    nextInline += 1
    while nextInline < document.inlines.count, document.inlines[nextInline].block == inline.block,
      document.inlines[nextInline].range.lowerBound < end
    {
      nextInline += 1
    }
  }

  /// Begins an inline; false where nothing within it is to be written.
  private mutating func open(
    _ inline: MarkdownInline, to markup: inout MarkupWriter
  ) -> Bool {
    switch inline.kind {
    case .text: writeText(inline.content.indices, to: &markup)
    case .emphasis: markup.open("em")
    case .strong: markup.open("strong")
    case .strikethrough: markup.open("s")
    case .code:
      markup.open("code")
      writeText(inline.content.indices, to: &markup)
      markup.close("code")
      return false
    case .link(let destination): openLink(inline, destination, to: &markup)
    case .image(let destination):
      writeImage(inline, destination, to: &markup)
      return false
    case .rawHTML:
      write(WrittenHTML.parts(of: bytes[inline.range.indices]), to: &markup)
    case .lineBreak: markup.void("br", [:])
    case .softBreak: markup.endLine()
    case .entity: writeEntity(inline, to: &markup)
    }
    return true
  }

  private mutating func close(_ inline: MarkdownInline, to markup: inout MarkupWriter) {
    switch inline.kind {
    case .emphasis: markup.close("em")
    case .strong: markup.close("strong")
    case .strikethrough: markup.close("s")
    case .link:
      openLinks -= 1
      markup.close("a")
    case .text, .code, .image, .rawHTML, .lineBreak, .softBreak, .entity: break
    }
  }

  // MARK: Links

  /// Where an address that is written in a range leads in the page; empty for one that leads nowhere.
  private func address(_ destination: Range<Offset>) -> String {
    let written = Self.unescaped(bytes[destination.indices])
    switch LinkTarget(written, in: setting.folder) {
    case .outside(let address): return address
    case .place(let place): return heading(place).map { "#" + PageAnchor.fragment($0) } ?? ""
    case .file(let path, let place): return setting.address(path, place) ?? ""
    case .nothing: return ""
    }
  }

  private mutating func openLink(
    _ inline: MarkdownInline, _ destination: Range<Offset>, to markup: inout MarkupWriter
  ) {
    // A place cannot be a link within a link.
    while nextMark < marks.count, marks[nextMark].offset < inline.range.upperBound.utf8 {
      writeMark(to: &markup)
    }
    openLinks += 1
    let address = address(destination)
    if address.isEmpty {
      markup.open("a", ["title": Self.unescaped(bytes[destination.indices])])
    } else {
      let isOutside = !address.hasPrefix("#") && LinkTarget(address, in: "") == .outside(address)
      markup.open("a", ["href": address, "rel": isOutside ? "noopener noreferrer" : ""])
    }
  }

  /// An image would have to be fetched: a link to it stands in its place.
  private mutating func writeImage(
    _ inline: MarkdownInline, _ destination: Range<Offset>, to markup: inout MarkupWriter
  ) {
    let words = String(decoding: bytes[inline.content.indices], as: UTF8.self)
    let address = openLinks > 0 ? "" : address(destination)
    let text = words.isEmpty ? "image" : words
    if address.isEmpty {
      markup.element("span", ["class": "image"], text)
    } else {
      markup.element(
        "a", ["class": "image", "href": address, "rel": "noopener noreferrer"], text)
    }
  }

  /// An address without its backslashes and with the characters that entities stand for.
  private static func unescaped(_ written: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var position = written.startIndex
    while position < written.endIndex {
      let byte = written[position]
      if byte == UInt8(ascii: "\\"), position + 1 < written.endIndex,
        written[position + 1].isPunctuation
      {
        result.append(written[position + 1])
        position += 2
      } else if byte == UInt8(ascii: "&"),
        let end = written[position...].prefix(12).firstIndex(of: 0x3B),
        let scalar = CharacterReference.scalar(written[position...end])
      {
        result += String(scalar).utf8
        position = end + 1
      } else {
        result.append(byte)
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: Text

  private mutating func writeEntity(_ inline: MarkdownInline, to markup: inout MarkupWriter) {
    let written = bytes[inline.range.indices]
    if let scalar = CharacterReference.scalar(written) {
      markup.write(String(scalar))
    } else {
      markup.write(String(decoding: written, as: UTF8.self))
    }
  }

  /// Writes text with the marks and links that lie in it.
  private mutating func writeText(_ range: Range<Int>, to markup: inout MarkupWriter) {
    var position = max(range.lowerBound, skipped)
    while nextMark < marks.count, marks[nextMark].offset < position { writeMark(to: &markup) }
    while position < range.upperBound {
      if nextMark < marks.count, marks[nextMark].offset <= position {
        writeMark(to: &markup)
        continue
      }
      var stop = range.upperBound
      if nextMark < marks.count { stop = min(stop, marks[nextMark].offset) }
      while nextLink < links.count, links[nextLink].range.upperBound <= position { nextLink += 1 }
      if openLinks == 0, nextLink < links.count {
        let link = links[nextLink]
        if link.range.lowerBound <= position {
          stop = min(stop, link.range.upperBound)
          markup.open("a", ["class": "trace", "href": link.address])
          markup.write(String(decoding: bytes[position..<stop], as: UTF8.self))
          markup.close("a")
          position = stop
          continue
        }
        stop = min(stop, link.range.lowerBound)
      }
      markup.write(String(decoding: bytes[position..<stop], as: UTF8.self))
      position = stop
    }
  }

  /// Writes the next mark: a place to link to, and what is said of it.
  mutating func writeMark(to markup: inout MarkupWriter) {
    writeBadges(to: &markup)
    let mark = marks[nextMark]
    nextMark += 1
    badges = mark.badges
    guard openLinks == 0 else {
      markup.open("span", ["id": mark.id])
      markup.close("span")
      return
    }
    markup.open(
      "a",
      [
        "class": "here", "id": mark.id, "href": "#" + PageAnchor.fragment(mark.id),
        "aria-label": "Link to \(mark.name)", "title": "Link to \(mark.name)",
      ])
    markup.close("a")
  }

  /// Writes what is said of the last mark, behind the text that it stands before.
  mutating func writeBadges(to markup: inout MarkupWriter) {
    guard openLinks == 0 else { return }
    markup.badges(badges)
    badges = []
  }
}

extension UInt8 {
  fileprivate var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
