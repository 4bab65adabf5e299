import Diagnostics
import MarkdownSyntax

/// Cuts a document into lines and tells each what Markdown says it is.
enum LineReader {
  static func lines(
    of bytes: [UInt8], in body: Range<Int>, markdown: MarkdownDocument
  ) -> [TextLine] {
    var lines: [TextLine] = []
    lines.reserveCapacity(body.count / 40 + 4)
    bytes.withUnsafeBufferPointer { bytes in
      var start = body.lowerBound
      while start < body.upperBound {
        let end = lineEnd(bytes, from: start, upTo: body.upperBound)
        lines.append(line(bytes, start: start, end: end))
        let isPair =
          end + 1 < body.upperBound && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
        start = end + (isPair ? 2 : 1)
      }
      mark(&lines, bytes, markdown.blocks)
    }
    return lines
  }

  /// The place of the first line break, or the end; looks at eight bytes at a time for one below 14.
  @inline(__always)
  private static func lineEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, upTo end: Int
  ) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      var low = (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & 0x8080_8080_8080_8080
      while low != 0 {
        let found = index + low.trailingZeroBitCount / 8
        if bytes[found].isLineBreak { return found }
        low &= low &- 1
      }
      index += 8
    }
    while index < end, !bytes[index].isLineBreak { index += 1 }
    return index
  }

  @inline(__always)
  private static func line(
    _ bytes: UnsafeBufferPointer<UInt8>, start: Int, end: Int
  ) -> TextLine {
    var textStart = start
    var indent: Int32 = 0
    while textStart < end {
      if bytes[textStart] == 0x20 {
        indent += 1
      } else if bytes[textStart] == 0x09 {
        indent += 4 - indent % 4
      } else {
        break
      }
      textStart += 1
    }
    var textEnd = end
    while textEnd > textStart, bytes[textEnd - 1].isBlank { textEnd -= 1 }
    return TextLine(
      kind: textStart == textEnd ? .blank : .text, start: Int32(start), end: Int32(textEnd),
      textStart: Int32(textStart), indent: indent)
  }

  /// Lays the blocks that matter over the lines; both are in document order, so one pass is enough.
  private static func mark(
    _ lines: inout [TextLine], _ bytes: UnsafeBufferPointer<UInt8>, _ blocks: [MarkdownBlock]
  ) {
    var index = 0
    for block in blocks {
      let kind: TextLine.Kind
      switch block.kind {
      case .heading(let level):
        guard bytes[block.range.lowerBound.utf8] == UInt8(ascii: "#") else { continue }
        kind = .heading(level: UInt8(level))
      case .fencedCode: kind = .code
      case .html(let isComment):
        guard isComment || isOpaque(bytes, block.range.indices) else { continue }
        kind = .comment
      case .tableRow: kind = .tableRow
      default: continue
      }
      while index < lines.count, Int(lines[index].end) <= block.range.lowerBound.utf8 {
        index += 1
      }
      var line = index
      while line < lines.count, Int(lines[line].start) < block.range.upperBound.utf8 {
        if case .heading = kind, Int(lines[line].textStart) != block.range.lowerBound.utf8 {
          // A heading inside a list item or a quote is text of that item.
        } else {
          lines[line].kind = kind
        }
        line += 1
      }
    }
  }

  /// Whether raw HTML is of the kinds whose content is not Markdown: scripts, styles, preformatted text.
  private static func isOpaque(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let head = bytes[range.lowerBound..<min(range.lowerBound + 9, range.upperBound)]
    let tag = String(decoding: head, as: UTF8.self).lowercased()
    return ["<script", "<style", "<pre", "<textarea"].contains { tag.hasPrefix($0) }
  }
}
