package import Diagnostics

/// The documents that a feature of another layout becomes.
package struct FeatureImport: Sendable {
  /// In the order requirements, design, tasks.
  package var documents: [ImportedDocument]
  /// What was not carried over as it was, in the order of the documents.
  package var remarks: [ImportRemark]

  package init(documents: [ImportedDocument], remarks: [ImportRemark] = []) {
    self.documents = documents
    self.remarks = remarks
  }
}

/// One document of an imported feature.
package struct ImportedDocument: Sendable, Hashable {
  /// The name of the file, such as `tasks.md`.
  package var name: String
  /// What the file is to hold.
  package var bytes: [UInt8]
  /// The paths of the documents that it was made from.
  package var origins: [String]
  /// The bytes of these, one after another.
  package var original: [UInt8]

  package init(name: String, bytes: [UInt8], from origins: [SourceFile]) {
    self.name = name
    self.bytes = bytes
    self.origins = origins.map(\.path)
    original = origins.flatMap(\.bytes)
  }

  /// A document that stays as it is.
  package init(name: String, copying file: SourceFile) {
    self.init(name: name, bytes: file.bytes, from: [file])
  }
}

/// Something in a source that has no counterpart, or that a person should look at.
package struct ImportRemark: Sendable, Hashable {
  /// The path relative to the root of the source.
  package var path: String
  /// Counted from 1.
  package var line: Int
  /// What became of it: a phrase.
  package var words: String

  /// The path with the line, as editors open it.
  package var place: String { "\(path):\(line)" }
}

/// The remarks on one document.
struct ImportRemarks {
  private(set) var remarks: [ImportRemark] = []
  private let file: SourceFile
  /// Made for the first remark, as few documents have any.
  private var lines: LineTable?

  init(on file: SourceFile) {
    self.file = file
  }

  mutating func add(_ words: String, at offset: Offset) {
    let table = lines ?? LineTable(file.bytes)
    lines = table
    remarks.append(
      ImportRemark(path: file.path, line: table.position(of: offset).line, words: words))
  }
}
