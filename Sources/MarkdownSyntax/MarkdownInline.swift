package import Diagnostics

/// A part of the text of a paragraph, heading or table cell.
///
/// The inlines of a block, and those within another inline, follow each other without a gap: all
/// that is nothing else is text.
package struct MarkdownInline: Sendable, Hashable {
  /// What an inline is.
  package enum Kind: Sendable, Hashable {
    /// Text as it is written; of an escaped character the backslash is in the range only.
    case text
    case emphasis
    case strong
    case strikethrough
    /// Code between backticks, one blank on either side not in its content.
    case code
    /// A link in any of its forms; its destination is where the address is written, perhaps in a definition.
    case link(destination: Range<Offset>)
    /// An image; its content is the text that stands in for it.
    case image(destination: Range<Offset>)
    /// A tag, comment or other HTML within text.
    case rawHTML
    /// A line break that was asked for with blanks or a backslash before it.
    case lineBreak
    /// A line break in the source only, with the blanks around it and the quote marks after it.
    case softBreak
    /// `&name;` or a numeric one; whether there is such a name is not looked up.
    case entity
  }

  package var kind: Kind
  /// All its bytes, delimiters and a link's destination included.
  package var range: Range<Offset>
  /// The range without its delimiters.
  package var content: Range<Offset>
  /// The index of the block it is in.
  package var block: Int
  /// The index of the inline around it in ``MarkdownDocument/inlines``, or -1.
  package var parent: Int

  init(_ kind: Kind, _ range: Range<Int>, content: Range<Int>? = nil, block: Int) {
    self.kind = kind
    self.range = Range(range.lowerBound, range.upperBound)
    self.content = content.map { Range($0.lowerBound, $0.upperBound) } ?? self.range
    self.block = block
    parent = -1
  }
}
