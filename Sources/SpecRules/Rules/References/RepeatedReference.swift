import Diagnostics
import SpecModel

extension Rule {
  static let repeatedReference = Rule(
    id: "repeated-reference", group: .references,
    summary: "A list of requirements or dependencies names the same one twice.",
    rationale: "Another one may have been meant.",
    severity: .note,
    passing: [.tasks("- [ ] 1. A\n  - _Requirements: 1.1, 1.2, 2.1_\n  - _Validates: 1.1_\n")],
    failing: [
      .tasks("- [ ] 1. é😀\n  - _Requirements: 1.1, 1.2, →1.1_\n"),
      .tasks("- [ ] 1. A\n- [ ] 2. B\n  - Depends on: Task 1 and →Task 1\n"),
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for index in document.tasks.indices {
        for key in [MetadataKey.requirements, .dependencies] {
          let list =
            key == .requirements
            ? document.tasks[index].requirements : document.tasks[index].dependencies
          guard Repetition.mayBe(in: list) else { continue }
          for entry in document.tasks[index].metadata where entry.key == key {
            let written = list.filter { entry.valueRange.contains($0.range.lowerBound) }
            for repetition in Repetition.find(in: written) {
              report(.repeated(repetition, in: document))
            }
          }
        }
      }
    })
}

/// An element of a list that stands in it already.
private struct Repetition {
  var reference: Reference
  var first: Reference
  /// The element right before the second one.
  var before: Reference

  private struct Meaning: Hashable {
    var kind: Reference.Kind
    var word: String
  }

  /// Whether two elements of a list are the same; nearly all lists are short and have none.
  static func mayBe(in list: [Reference]) -> Bool {
    guard list.count > 1 else { return false }
    guard list.count <= 12 else { return true }
    for (position, reference) in list.enumerated() {
      for other in list[..<position] where other.kind == reference.kind { return true }
    }
    return false
  }

  static func find(in list: [Reference]) -> [Repetition] {
    guard list.count > 1 else { return [] }
    var seen: [Meaning: Int] = [:]
    var found: [Repetition] = []
    for (position, reference) in list.enumerated() {
      switch reference.kind {
      case .identifier, .range: break
      case .all, .none, .text: continue
      }
      let meaning = Meaning(kind: reference.kind, word: reference.word)
      if let first = seen[meaning] {
        found.append(
          Repetition(reference: reference, first: list[first], before: list[position - 1]))
      } else {
        seen[meaning] = position
      }
    }
    return found
  }
}

extension Finding {
  fileprivate static func repeated(
    _ repetition: Repetition, in document: TasksDocument
  ) -> Finding {
    let (start, end) = (repetition.before.range.upperBound, repetition.reference.range.upperBound)
    let written = document.text.text(repetition.reference.range)
    let bytes = document.text.bytes
    // A list that goes on below is left to a person, and so are words that say something else.
    let isSimple =
      start < repetition.reference.range.lowerBound
      && !bytes[start.utf8..<end.utf8].contains { $0 == 0x0A || $0 == 0x0D }
      && !bytes[repetition.reference.range.indices].contains(UInt8(ascii: "("))
    return Finding(
      "'\(written)' is in this list already", in: document.path,
      at: repetition.reference.range,
      notes: [Note("first named here", in: document.path, at: repetition.first.range)],
      fix: isSimple
        ? Fix("take it out", edits: [TextEdit(replacing: start..<end, with: "")]) : nil)
  }
}
