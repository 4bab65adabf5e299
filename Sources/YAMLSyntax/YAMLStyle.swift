/// How new YAML is laid out, so that it looks like what stands around it.
package struct YAMLStyle: Hashable, Sendable {
  /// The spaces by which a mapping stands to the right of its key.
  package var indent: Int
  /// The spaces by which the `-` of a list stands to the right of its key; often 0.
  package var listIndent: Int
  /// LF, CRLF or CR.
  package var lineEnd: String
  /// Whether text that needs quotes, and can do with single ones, gets those.
  package var prefersSingleQuotes: Bool
  /// Whether text of several lines may be written after `|`.
  package var allowsLiterals: Bool

  package init(
    indent: Int = 2, listIndent: Int = 2, lineEnd: String = "\n",
    prefersSingleQuotes: Bool = false, allowsLiterals: Bool = true
  ) {
    self.indent = indent
    self.listIndent = listIndent
    self.lineEnd = lineEnd
    self.prefersSingleQuotes = prefersSingleQuotes
    self.allowsLiterals = allowsLiterals
  }

  /// Two spaces for mappings and lists, LF, double quotes.
  package static let `default` = YAMLStyle()
}
