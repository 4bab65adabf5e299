package import Diagnostics
package import MarkdownSyntax

/// A Markdown document cut into lines, with its front matter set apart.
package struct SpecText: Sendable {
  package let file: SourceFile
  /// The fenced code of the document; of its other blocks only the lines tell.
  package let fences: [MarkdownBlock]
  /// The bytes between the `---` lines at the top, when there are such lines.
  package let frontMatter: Range<Offset>?
  /// The lines of the document itself, without front matter and a fence around the whole.
  package let lines: [TextLine]
  /// The bytes that are no UTF-8 or are NUL: where they are read as text they become U+FFFD.
  package let oddities: ByteOddities
  /// Whether `specctl:` stands anywhere in the bytes, so that comments may speak to the tool.
  package let addressesTool: Bool

  /// The whole file, front matter included.
  package var bytes: [UInt8] { file.bytes }
  /// Relative to the root.
  package var path: String { file.path }

  /// Reads the lines of a document; linear in its bytes.
  package init(_ file: SourceFile) {
    self.file = file
    oddities = ByteOddities(file.bytes)
    addressesTool = ToolMark.stands(in: file.bytes)
    let front = FrontMatter.find(in: file.bytes)
    frontMatter = front?.content
    let body = DocumentBody.range(of: file.bytes, after: front?.end ?? oddities.markLength)
    let markdown = MarkdownDocument(
      parsing: file.bytes, from: body.lowerBound, upTo: body.upperBound, inlines: false)
    lines = LineReader.lines(of: file.bytes, in: body, markdown: markdown)
    fences = markdown.blocks.filter(\.isFencedCode)
  }

  /// Bytes that are not UTF-8 become U+FFFD; a range past the end is cut there.
  package func text(_ range: Range<Offset>) -> String {
    file.text(range)
  }
}
