package import Diagnostics

package struct MarkdownInline: Sendable, Hashable {
  package var range: Range<Offset>
}
