/// The blocks of a Markdown document, and its inlines if asked for, as flat arrays with exact places.
///
/// Every sequence of bytes is a document; nothing is normalised, so that every place is an offset
/// into the bytes as they are. Linear in the bytes; the inlines of each block are sorted as well.
package struct MarkdownDocument: Sendable {
  /// The most bytes that are parsed: 64 MiB.
  package static let byteLimit = 64 << 20

  /// In document order, each before the blocks within it.
  package let blocks: [MarkdownBlock]
  /// In document order; empty unless asked for.
  package let inlines: [MarkdownInline]
  /// Whether there are more than ``byteLimit`` bytes, of which none were looked at.
  package let isTooLarge: Bool

  /// Parses part of a file, such as what follows its front matter; offsets stay those of the file.
  ///
  /// A byte order mark at the start of the file is passed over.
  package init(
    parsing bytes: [UInt8], from start: Int = 0, upTo end: Int? = nil, inlines: Bool = false
  ) {
    guard bytes.count <= Self.byteLimit else {
      self.init(blocks: [], inlines: [], isTooLarge: true)
      return
    }
    let end = min(max(end ?? bytes.count, 0), bytes.count)
    var start = min(max(start, 0), end)
    if start == 0, end >= 3, bytes.prefix(3).elementsEqual([0xEF, 0xBB, 0xBF]) { start = 3 }
    let (blocks, inlines) = bytes.withUnsafeBufferPointer {
      buffer -> ([MarkdownBlock], [MarkdownInline]) in
      guard let base = buffer.baseAddress else { return ([], []) }
      let source = SourceBytes(base: base, end: end)
      var scanner = BlockScanner(source, keepsDefinitions: inlines)
      scanner.scan(from: start)
      guard inlines else { return (scanner.blocks, []) }
      var inlineScanner = InlineScanner(source, definitions: scanner.definitions)
      inlineScanner.scan(scanner.blocks)
      return (scanner.blocks, inlineScanner.inlines)
    }
    self.init(blocks: blocks, inlines: inlines, isTooLarge: false)
  }

  private init(blocks: [MarkdownBlock], inlines: [MarkdownInline], isTooLarge: Bool) {
    self.blocks = blocks
    self.inlines = inlines
    self.isTooLarge = isTooLarge
  }
}
