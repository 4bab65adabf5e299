import Diagnostics
import YAMLSyntax

/// Reads a text strictly.
func read(_ text: String) throws(YAMLError) -> YAMLStream {
  try YAMLStream(parsing: Array(text.utf8))
}

/// The text in a range.
func slice(_ text: String, _ range: Range<Offset>) -> String {
  SourceFile(path: "", text: text).text(range)
}
