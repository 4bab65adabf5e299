import Diagnostics
import MarkdownSyntax

/// The text of a fenced block without what stands before each line because of the blocks around it.
struct FencedCode {
  /// The first word behind the fence, in lower case; empty without one.
  let language: String
  let text: String

  init(_ block: MarkdownBlock, in bytes: [UInt8]) {
    let info = block.info.map { bytes[$0.indices] } ?? []
    language = String(
      decoding: info.prefix { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "{") },
      as: UTF8.self
    ).lowercased()
    let fence = block.range.lowerBound.utf8
    let lineStart = bytes[..<fence].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let content = bytes[block.content.indices]
    guard fence > lineStart else {
      text = String(decoding: content, as: UTF8.self)
      return
    }
    let width = fence - lineStart
    let isQuoted = bytes[lineStart..<fence].contains(UInt8(ascii: ">"))
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    for line in content.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let limit = line.startIndex + width
      var position = line.startIndex
      while position < min(limit, line.endIndex) {
        let byte = line[position]
        guard byte == 0x20 || byte == 0x09 || (isQuoted && byte == UInt8(ascii: ">")) else { break }
        position += 1
      }
      if !result.isEmpty || line.startIndex > content.startIndex { result.append(0x0A) }
      result += line[position...]
    }
    text = String(decoding: result, as: UTF8.self)
  }
}
