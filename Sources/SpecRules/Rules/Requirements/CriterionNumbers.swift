import Diagnostics
import SpecModel

extension Rule {
  static let repeatedCriterionNumber = Rule(
    id: "repeated-criterion-number", group: .requirements,
    summary: "Two criteria of a requirement have the same number.",
    rationale: "A task that cites the number could mean either.",
    severity: .note,
    passing: [.criteria("THE system SHALL a", "THE system SHALL b")],
    failing: [
      .requirements(
        "### Requirement 1: A\n\n#### Acceptance Criteria\n\n1. THE é 😀 SHALL a\n2. THE b SHALL c\n→2. THE d SHALL e\n"
      )
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      for requirement in document.requirements where !requirement.isSecondary {
        guard let (first, second) = requirement.firstRepetition else { continue }
        report(
          Finding(
            "the number '\(second.id)' is already that of another criterion", in: document.path,
            at: second.idRange,
            help: "number the criteria of a requirement from 1 without a repeat",
            notes: [Finding.Note("it is first here", in: document.path, at: first.idRange)]))
      }
    })

  static let criterionOrder = Rule(
    id: "criterion-order", group: .requirements,
    summary: "The numbers of a requirement's criteria do not rise.",
    rationale: "Whoever looks a criterion up by its number looks in the wrong place.",
    severity: .note,
    passing: [.criteria("THE system SHALL a", "THE system SHALL b")],
    failing: [
      .requirements(
        "### Requirement 1: A\n\n#### Acceptance Criteria\n\n1. THE a SHALL a\n3. THE é 😀 SHALL c\n→2. THE d SHALL e\n"
      )
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      for requirement in document.requirements
      where !requirement.isSecondary && requirement.firstRepetition == nil {
        var last = 0
        for criterion in requirement.criteria {
          guard let number = criterion.writtenNumber else { break }
          if number < last {
            report(
              Finding(
                "criterion '\(criterion.id)' comes after one with the number \(last)",
                in: document.path, at: criterion.idRange))
            break
          }
          last = number
        }
      }
    })

  static let duplicateCriterion = Rule(
    id: "duplicate-criterion", group: .requirements,
    summary: "Two criteria of a document say the same in the same words.",
    rationale: "One of them is a slip of copying, and tasks cite now the one and now the other.",
    severity: .note,
    passing: [.criteria("THE system SHALL keep every entry", "THE system SHALL drop no entry")],
    failing: [
      .criteria(
        "WHEN é 😀 is read THEN the system SHALL keep it",
        "→When **é 😀** is read then the  system SHALL keep it.")
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      var first: [UInt64: Criterion] = [:]
      for requirement in document.requirements where !requirement.isSecondary {
        for criterion in requirement.criteria {
          guard let key = document.text.bytes.wordHash(criterion.textRange) else { continue }
          guard let original = first[key] else {
            first[key] = criterion
            continue
          }
          report(
            Finding(
              "criterion '\(criterion.id)' says the same as '\(original.id)'", in: document.path,
              at: criterion.textRange,
              notes: [Finding.Note("it is first here", in: document.path, at: original.textRange)]))
        }
      }
    })
}

extension Requirement {
  /// The first two criteria with the same number.
  fileprivate var firstRepetition: (first: Criterion, second: Criterion)? {
    // Numbers that rise, as nearly all do, cannot repeat.
    var last = ""
    var rises = true
    for (index, criterion) in criteria.enumerated() {
      if criterion.id == last || criterion.writtenNumber ?? index + 1 != index + 1 { rises = false }
      last = criterion.id
    }
    if rises { return nil }
    var seen: [String: Int] = [:]
    for (index, criterion) in criteria.enumerated() where criterion.writtenNumber != nil {
      if let first = seen[criterion.id] { return (criteria[first], criterion) }
      seen[criterion.id] = index
    }
    return nil
  }
}

extension [UInt8] {
  /// A hash of the letters and digits of a span, for which the case of ASCII letters does not count;
  /// `nil` for fewer than 20 of them, of which two may well be the same on purpose.
  fileprivate func wordHash(_ range: Range<Offset>) -> UInt64? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var length = 0
    withUnsafeBufferPointer { bytes in
      for index in range.indices.clamped(to: 0..<bytes.count) {
        let byte = bytes[index]
        let isLetter = (byte | 0x20) &- 0x61 < 26
        guard isLetter || byte &- 0x30 < 10 || byte >= 0x80 else { continue }
        hash = (hash ^ UInt64(isLetter ? byte | 0x20 : byte)) &* 0x100_0000_01B3
        length += 1
      }
    }
    return length < 20 ? nil : hash
  }
}
