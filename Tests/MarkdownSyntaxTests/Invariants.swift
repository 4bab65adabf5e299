import Diagnostics
import MarkdownSyntax

/// What is wrong with the places of a document's blocks, whatever its text; empty if all is well.
func violations(in document: MarkdownDocument, of bytes: [UInt8]) -> [String] {
  var result: [String] = []
  var endOfLastChild = Array(repeating: 0, count: document.blocks.count + 1)
  for (index, block) in document.blocks.enumerated() {
    func check(_ holds: Bool, _ what: String) {
      if !holds { result.append("\(index) \(name(of: block.kind)): \(what)") }
    }
    let range = block.range.indices
    let content = block.content.indices
    guard range.upperBound <= bytes.count, block.parent < index, block.parent >= -1 else {
      check(false, "out of bounds")
      continue
    }
    check(range.lowerBound <= content.lowerBound, "content before range")
    check(content.upperBound <= range.upperBound, "content after range")
    if let info = block.info?.indices {
      check(range.lowerBound < info.lowerBound && info.upperBound <= range.upperBound, "info")
    }
    if block.parent >= 0 {
      let outer = document.blocks[block.parent].range.indices
      check(outer.lowerBound <= range.lowerBound, "before its parent")
      check(range.upperBound <= outer.upperBound, "after its parent")
    }
    check(endOfLastChild[block.parent + 1] <= range.lowerBound, "overlaps its sibling")
    endOfLastChild[block.parent + 1] = range.upperBound
    check(begins(block.kind, with: bytes[range]), "begins with other bytes")
  }
  return result + gaps(in: document)
}

/// The inlines that do not begin where the one before ended, or end outside what is around them.
private func gaps(in document: MarkdownDocument) -> [String] {
  var result: [String] = []
  var ends: [Int: Offset] = [:]
  var endsOfBlocks: [Int: Offset] = [:]
  for (index, inline) in document.inlines.enumerated() {
    let outer =
      inline.parent < 0
      ? document.blocks[inline.block].content : document.inlines[inline.parent].content
    let last = inline.parent < 0 ? endsOfBlocks[inline.block] : ends[inline.parent]
    let isWithin =
      inline.range.lowerBound <= inline.content.lowerBound
      && inline.content.upperBound <= inline.range.upperBound
      && inline.range.upperBound <= outer.upperBound
    if inline.range.lowerBound != last ?? outer.lowerBound || !isWithin || inline.range.isEmpty {
      result.append("inline \(index) \(inline.kind): \(inline.range)")
    }
    if inline.parent < 0 {
      endsOfBlocks[inline.block] = inline.range.upperBound
    } else {
      ends[inline.parent] = inline.range.upperBound
    }
  }
  for (block, end) in endsOfBlocks where end != document.blocks[block].content.upperBound {
    result.append("the inlines of block \(block) end at \(end)")
  }
  return result
}

private func begins(_ kind: MarkdownBlock.Kind, with bytes: ArraySlice<UInt8>) -> Bool {
  guard let first = bytes.first else { return kind == .tableCell }
  let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  switch kind {
  case .quote: return first == UInt8(ascii: ">")
  case .bulletList(let marker): return first == marker
  case .orderedList(let start, let delimiter):
    let number = bytes.prefix { digits.contains($0) }
    return Int(String(decoding: number, as: UTF8.self)) == start
      && bytes.dropFirst(number.count).first == delimiter
  case .item:
    return digits.contains(first) || "-+*".utf8.contains(first)
  case .fencedCode: return bytes.starts(with: "```".utf8) || bytes.starts(with: "~~~".utf8)
  case .html(let isComment):
    return first == UInt8(ascii: "<") && (!isComment || bytes.starts(with: "<!--".utf8))
  case .thematicBreak: return "-_*".utf8.contains(first)
  case .paragraph, .heading, .table, .tableRow, .tableCell:
    return !" \t\r\n".utf8.contains(first)
  }
}
