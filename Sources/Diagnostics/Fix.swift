/// A change of a document's bytes that removes the fault of a finding.
package struct Fix: Hashable, Sendable {
  /// What applying the fix may do to the meaning of a document.
  package enum Safety: String, Hashable, Sendable {
    /// The document means the same or what was plainly intended; applying it twice changes nothing more.
    case safe
    /// The document may come to mean something else.
    case unsafe
    /// Shown to a person and never applied.
    case displayOnly
  }

  /// What it does, as a request: `write 'true'`.
  package var description: String
  package var safety: Safety
  /// The edits in the finding's own document; their ranges do not overlap.
  package var edits: [TextEdit]
  /// What must change in other documents at the same time; each path once, none the finding's own.
  package var elsewhere: [DocumentEdits]

  package init(
    _ description: String, safety: Safety = .safe, edits: [TextEdit],
    elsewhere: [DocumentEdits] = []
  ) {
    self.description = description
    self.safety = safety
    self.edits = edits
    self.elsewhere = elsewhere
  }

  /// The edits by document, that of the finding first unless nothing changes there.
  package func documents(of path: String) -> [DocumentEdits] {
    (edits.isEmpty ? [] : [DocumentEdits(path: path, edits: edits)]) + elsewhere
  }
}

/// Edits in one document; their ranges do not overlap.
package struct DocumentEdits: Hashable, Sendable {
  /// The path relative to the root of the workspace.
  package var path: String
  package var edits: [TextEdit]

  package init(path: String, edits: [TextEdit]) {
    self.path = path
    self.edits = edits
  }
}

/// The replacement of a span of bytes by others.
package struct TextEdit: Hashable, Sendable {
  /// Empty for an insertion.
  package var range: Range<Offset>
  /// Empty for a deletion.
  package var replacement: String

  package init(replacing range: Range<Offset>, with replacement: String) {
    self.range = range
    self.replacement = replacement
  }

  package init(inserting text: String, at offset: Offset) {
    self.init(replacing: offset..<offset, with: text)
  }
}

extension [TextEdit] {
  /// The bytes after all edits, or `nil` when two edits overlap or one reaches outside the bytes.
  ///
  /// Insertions at one place keep the order of the array. Linear in the bytes, plus the sorting of the edits.
  package func applied(to bytes: [UInt8]) -> [UInt8]? {
    let ordered = enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    for (_, edit) in ordered {
      let range = edit.range.indices
      guard range.lowerBound >= position, range.upperBound <= bytes.count else { return nil }
      result += bytes[position..<range.lowerBound]
      result += edit.replacement.utf8
      position = range.upperBound
    }
    result += bytes[position...]
    return result
  }
}
