import Diagnostics
import MarkdownSyntax
import Testing

struct WrittenDocumentTests {
  @Test(arguments: 0..<40)
  func findsEveryBlockWhereItWasWritten(batch: Int) {
    for seed in batch * 50..<(batch + 1) * 50 {
      let written = WrittenDocument(seed: seed)
      let document = MarkdownDocument(parsing: written.bytes)
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
