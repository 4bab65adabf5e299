import Diagnostics

extension RequirementsDocument {
  /// The ids of requirements that the text names outside of the lines that make requirements and the
  /// marks of criteria, in document order; linear in the bytes.
  package var mentions: [Reference] {
    text.bytes.withView { bytes in
      var found: [Reference] = []
      let starts = Set(requirements.map(\.range.lowerBound))
      for line in text.lines {
        switch line.kind {
        case .text, .tableRow, .heading:
          guard !starts.contains(line.range.lowerBound) else { continue }
          RequirementMentions.find(in: bytes, line.range.indices, into: &found)
        case .blank, .code, .comment: continue
        }
      }
      let marks = Set(requirements.flatMap { $0.criteria.map(\.idRange.lowerBound) })
      return found.filter { !marks.contains($0.range.lowerBound) }
    }
  }
}
