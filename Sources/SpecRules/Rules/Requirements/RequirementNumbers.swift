import Diagnostics
import SpecModel

extension Rule {
  static let requirementNumberGap = Rule(
    id: "requirement-number-gap", group: .requirements,
    summary: "A number between two requirements is missing.",
    rationale: "A requirement may have been lost; where one was removed on purpose, all is well.",
    severity: .note,
    passing: [
      .requirements("### Requirement 1: A\n### Requirement 2: B\n"),
      .requirements("### Requirement 1: A\n### Requirement 3: B\n### Requirement 2: C\n"),
    ],
    failing: [
      .requirements("### Requirement 1: A é 😀\n### Requirement 2: B\n### Requirement →4: C\n")
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      document.forEachJump { requirement, last, number in
        // One that stands later is out of order, not missing.
        guard number > last,
          !document.requirements.contains(where: { other in
            guard let first = Int(other.id), !other.isSecondary else { return false }
            return first < number && other.lastOfSeveral ?? first > last
          })
        else { return }
        let missing = number == last + 2 ? "\(last + 1)" : "\(last + 1) to \(number - 1)"
        report(
          Finding(
            "requirement '\(requirement.id)' follows '\(last)': \(missing) is missing",
            in: document.path, at: requirement.idRange))
      }
    })

  static let requirementOrder = Rule(
    id: "requirement-order", group: .requirements,
    summary: "A requirement stands behind one with a higher number.",
    rationale: "Whoever looks a requirement up by its number looks in the wrong place.",
    severity: .note,
    passing: [.requirements("### Requirement 1: A\n### Requirement 2: B\n")],
    failing: [.requirements("### Requirement 2: A é 😀\n### Requirement →1: B\n")],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      document.forEachJump { requirement, last, number in
        guard number < last else { return }
        report(
          Finding(
            "requirement '\(requirement.id)' stands behind '\(last)'", in: document.path,
            at: requirement.idRange))
      }
    })

  static let emptyRequirementTitle = Rule(
    id: "empty-requirement-title", group: .requirements,
    summary: "A requirement has no title where the others have one.",
    rationale: "In lists, plans and tasks the title is what people read.",
    severity: .note,
    passing: [.requirements("### Requirement 1\n### Requirement 2\n### Requirement 3\n")],
    failing: [
      .requirements(
        "### Requirement 1: A é 😀\n### Requirement 2: B\n### Requirement →3\n\n### Requirement 4: D\n"
      )
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      let proper = document.proper
      let untitled = proper.filter { document.requirements[$0].title.isEmpty }
      guard !untitled.isEmpty, proper.count >= 3, untitled.count * 3 <= proper.count else { return }
      for index in untitled {
        let requirement = document.requirements[index]
        report(
          Finding(
            "requirement '\(requirement.id)' has no title", in: document.path,
            at: requirement.idRange))
      }
    })
}

extension RequirementsDocument {
  /// The requirements that are headings of their own, by index.
  fileprivate var proper: [Int] {
    requirements.indices.filter {
      !requirements[$0].isSecondary && requirements[$0].form == .heading
        && requirements[$0].parent == nil
    }
  }

  /// Calls back for every heading whose plain number is neither that of the one before nor the next,
  /// with the highest number so far.
  fileprivate func forEachJump(_ body: (Requirement, Int, Int) -> Void) {
    var last: Int?
    var seen: Set<Int> = []
    for index in proper {
      let requirement = requirements[index]
      guard let number = Int(requirement.id) else { return }
      // A number for the second time is another rule's.
      if !seen.insert(number).inserted { continue }
      if let last, number != last + 1 { body(requirement, last, number) }
      last = max(last ?? 0, requirement.lastOfSeveral ?? number)
    }
  }
}
