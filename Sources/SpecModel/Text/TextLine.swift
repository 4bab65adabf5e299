package import Diagnostics

/// One line of a document and what Markdown makes of it.
///
/// The spec grammar reads lines, because people and agents write task lists whose indentation and
/// blank lines CommonMark would read in ways that nobody meant; what is code or comment, Markdown
/// decides.
package struct TextLine: Sendable {
  /// What stands on a line.
  package enum Kind: Sendable, Equatable {
    case blank
    case text
    case heading(level: UInt8)
    case tableRow
    /// A line of a fenced block, its fences included.
    case code
    /// A line that lies wholly in an HTML comment, or in a raw HTML block such as `<script>`.
    case comment
  }

  package var kind: Kind
  /// The first byte of the line.
  package var start: Int32
  /// Where the line's own bytes end: trailing blanks and the line break are left out.
  package var end: Int32
  /// The first byte that is not a blank.
  package var textStart: Int32
  /// The width of the blanks in front, a tab counting to the next multiple of four.
  package var indent: Int32

  /// From the first byte that is not a blank to the last.
  package var range: Range<Offset> {
    Range(Int(textStart), Int(end))
  }
}
