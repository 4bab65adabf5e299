import Diagnostics

/// A source file with the tags in it.
package struct TaggedFile: Sendable, Hashable {
  /// Relative to the root.
  package var path: String
  /// Whether the file is one of tests, by the globs that led to it.
  package var isTest: Bool
  /// In the order written.
  package var tags: [SpecTag]

  package init(path: String, isTest: Bool, tags: [SpecTag]) {
    self.path = path
    self.isTest = isTest
    self.tags = tags
  }
}

extension TaggedFile {
  /// Of more tags in one file, which no person wrote, only the first are read.
  package static let tagLimit = 10_000

  /// The tags of a file with what each belongs to; `nil` for a file without tags.
  ///
  /// Linear in the bytes; of files without a tag no line is looked at.
  package init?(path: String, bytes: [UInt8], isTest: Bool) {
    let found = bytes.withUnsafeBytes { TagScanner.tags(in: $0) }.prefix(Self.tagLimit)
    guard !found.isEmpty else { return nil }
    let lines = SourceLines(bytes)
    var reader = DeclarationReader(lines)
    let tags = found.map { tag in
      let place = lines.table.position(of: Offset(tag.range.lowerBound))
      return SpecTag(
        targets: tag.targets, line: place.line, column: place.column,
        declaration: reader.declaration(atLine: place.line - 1))
    }
    self.init(path: path, isTest: isTest, tags: tags)
  }
}
