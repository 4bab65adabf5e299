package import Diagnostics

extension DesignDocument {
  /// Reads a design; what is not understood stays in ``text``.
  ///
  /// Never fails: a document without headings has no sections. Linear in the bytes.
  package init(reading file: SourceFile) {
    self.init(SpecText(file))
  }

  /// Reads a design that is cut into lines already.
  package init(_ text: SpecText) {
    self = text.bytes.withView { DesignDocument(text, $0) }
  }

  private init(_ text: SpecText, _ bytes: ByteView) {
    var reader = DesignReader(text: text, bytes: bytes)
    reader.read()
    self.init(
      text: text, title: reader.sections.first?.title, sections: reader.sections,
      properties: reader.properties, mentions: reader.mentions)
  }
}
