package import Diagnostics

extension RequirementsDocument {
  /// Reads requirements in any of their dialects; what is not understood stays in ``text``.
  ///
  /// Never fails: a document without requirements has none. Linear in the bytes.
  package init(reading file: SourceFile) {
    self.init(SpecText(file))
  }

  /// Reads requirements that are cut into lines already.
  package init(_ text: SpecText) {
    self = text.bytes.withView { RequirementsDocument(text, $0) }
  }

  private init(_ text: SpecText, _ bytes: ByteView) {
    var reader = RequirementCandidateReader(
      bytes: bytes, lines: text.lines, readsClauses: text.path.hasSuffix("bugfix.md"))
    reader.read()
    var builder = RequirementBuilder(
      text: text, bytes: bytes, candidates: reader.candidates,
      choice: RequirementChoice(reader.candidates))
    builder.build()
    self.init(
      text: text,
      title: reader.title.map { span in
        let range = Range<Offset>(span.lowerBound, span.upperBound)
        return Located(text.text(range), at: range)
      }, requirements: builder.requirements)
  }
}
