import Diagnostics
import MarkdownSyntax

/// The Markdown reader, blocks and inlines; every place must lie within the bytes.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let document = MarkdownDocument(parsing: bytes, inlines: true)
  for block in document.blocks {
    precondition(block.range.upperBound.utf8 <= bytes.count && block.parent < document.blocks.count)
  }
  return 0
}
