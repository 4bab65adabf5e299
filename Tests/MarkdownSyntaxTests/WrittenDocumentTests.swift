import Diagnostics
import MarkdownSyntax
import Testing

struct WrittenDocumentTests {
  @Test(arguments: 0..<40)
  func findsEveryBlockWhereItWasWritten(batch: Int) {
    for seed in batch * 50..<(batch + 1) * 50 {
      let written = WrittenDocument(seed: seed)
      let document = MarkdownDocument(parsing: written.bytes, inlines: true)
      let found = document.blocks.map {
        WrittenDocument.Block(
          kind: $0.kind, lower: $0.range.lowerBound.utf8, upper: $0.range.upperBound.utf8,
          parent: $0.parent)
      }
      let text = String(decoding: written.bytes, as: UTF8.self).visible
      let difference = zip(found, written.blocks).first { $0 != $1 }
      #expect(difference == nil, "seed \(seed): \(text)")
      #expect(found.count == written.blocks.count, "seed \(seed): \(text)")
      #expect(violations(in: document, of: written.bytes) == [], "seed \(seed): \(text)")
    }
  }
}

extension WrittenDocumentTests {
  @Test(arguments: 0..<20)
  func agreesWithAnIndependentParser(batch: Int) {
    for seed in batch * 50..<(batch + 1) * 50 {
      // md4c 0.4.8 ends lists at bare items before a blank line; and where a line begins at an
      // offset whose low byte is 4, its own mark of an item, it may take the line for a bare item.
      let written = WrittenDocument(seed: seed, isPlain: true)
      guard !written.blocks.contains(where: { $0.lower & 0xFF == 4 }) else { continue }
      // md4c takes a byte order mark for text.
      let bytes = written.bytes.first == 0xEF ? Array(written.bytes.dropFirst(3)) : written.bytes
      let document = MarkdownDocument(parsing: bytes, inlines: true)
      let reference = ReferenceParser(bytes)
      let text = String(decoding: bytes, as: UTF8.self).visible
      #expect(
        document.blocks.compactMap(referenceName) == reference.blocks, "seed \(seed): \(text)")
      let texts = document.inlines.filter { $0.kind == .text }.map(\.content.indices)
      for place in reference.texts where bytes[place] != [UInt8(ascii: "\t")] {
        #expect(texts.contains { $0.contains(place.lowerBound) }, "\(place) of \(text)")
      }
    }
  }

  private func referenceName(_ block: MarkdownBlock) -> String? {
    switch block.kind {
    case .tableRow, .tableCell: nil
    case .bulletList, .orderedList: "list"
    case .html: "html"
    default: name(of: block.kind)
    }
  }
}
