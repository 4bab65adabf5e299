import Diagnostics
import SpecModel

extension Rule {
  static let reversedRange = Rule(
    id: "reversed-range", group: .references,
    summary: "A range runs from its end to its start.",
    rationale: "It is read the other way about; another number may have been meant.",
    severity: .note,
    passing: [.tasks("- [ ] 1. A\n  - _Requirements: 1.1-1.6, 2.1–2.3, 1.4-6_\n")],
    failing: [.tasks("- [ ] 1. é\n  - _Requirements: 2.1, →1.6-1.1_\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for index in document.tasks.indices {
        for list in [document.tasks[index].requirements, document.tasks[index].dependencies] {
          for reference in list {
            guard case .range(let from, let to) = reference.kind, RangeEnds.areReversed(from, to)
            else { continue }
            let written = document.text.text(reference.range)
            report(
              Finding(
                "the range '\(written)' runs backwards", in: document.path, at: reference.range,
                fix: RangeEnds.turned(written, from, to).map {
                  Fix(
                    "write '\($0)'",
                    edits: [TextEdit(replacing: reference.range, with: $0)])
                }))
          }
        }
      }
    })
}

private enum RangeEnds {
  /// Whether two numbers of as many parts, which differ in the last part only, stand the wrong way.
  static func areReversed(_ from: String, _ to: String) -> Bool {
    guard let (front, first) = split(from), let (otherFront, last) = split(to) else { return false }
    return front == otherFront && last < first
  }

  private static func split(_ id: String) -> (front: Substring, number: Int)? {
    let start = id.utf8.lastIndex { !($0 &- 0x30 < 10) }.map { id.index(after: $0) }
    let cut = start ?? id.startIndex
    return Int(id[cut...]).map { (id[..<cut], $0) }
  }

  /// The range with its ends exchanged, if each stands in it just once.
  static func turned(_ written: String, _ from: String, _ to: String) -> String? {
    guard written.hasPrefix(from), written.hasSuffix(to),
      written.utf8.count > from.utf8.count + to.utf8.count
    else { return nil }
    return to + written.dropFirst(from.count).dropLast(to.count) + from
  }
}
