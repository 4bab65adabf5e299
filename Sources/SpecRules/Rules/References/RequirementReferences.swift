import Diagnostics
import SpecModel

extension Rule {
  static let unknownRequirement = Rule(
    id: "unknown-requirement", group: .references,
    summary: "A task or a design property cites a requirement that does not exist.",
    rationale: "The requirement was removed or renumbered, and the work behind it lost its reason.",
    severity: .warning,
    passing: [.tasks("- [ ] 1. A\n  - _Requirements: 1.1_\n", with: [requirements])],
    failing: [
      .tasks("- [ ] 1. A\n  - _Requirements: 1.1, →7.1_\n", with: [requirements]),
      .design("### Property 1: P\n\n**Validates: →Requirements 8.2**\n", with: [requirements]),
    ],
    check: .feature { context, report in
      var search = NearMissSearch(context.feature.requirements?.requirements.map(\.id) ?? [])
      for link in context.oddLinks {
        guard case .missingRequirement(let id) = link.resolution else { continue }
        report(
          Finding(
            "there is no requirement '\(id)'", in: link.path, at: link.reference.range,
            help: search.nearMiss(to: id).map { "did you mean '\($0)'?" }))
      }
    })

  static let unknownCriterion = Rule(
    id: "unknown-criterion", group: .references,
    summary: "A task or a design property cites a criterion that its requirement does not have.",
    rationale: "Criteria were removed or renumbered, and the work behind it lost its reason.",
    severity: .warning,
    passing: [.tasks("- [ ] 1. A\n  - _Requirements: 1.2_\n", with: [requirements])],
    failing: [.tasks("- [ ] 1. A\n  - _Requirements: 1.1, →1.3_\n", with: [requirements])],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      for link in context.oddLinks {
        guard case .missingCriterion(let requirement, let id, let count) = link.resolution else {
          continue
        }
        let item = document.requirements[requirement]
        report(
          Finding(
            "there is no criterion '\(id)'", in: link.path, at: link.reference.range,
            help: "requirement '\(item.id)' has \(count) \(count == 1 ? "criterion" : "criteria")",
            notes: [
              Finding.Note("the requirement", in: document.path, at: item.idRange)
            ]))
      }
    })

  static let referenceToAll = Rule(
    id: "reference-to-all", group: .references,
    summary: "A task cites all requirements at once.",
    rationale: "It covers everything on paper, so that gaps can no longer be seen.",
    severity: .note,
    passing: [.tasks("- [ ] 1. A\n  - _Requirements: 1.1_\n", with: [requirements])],
    failing: [.tasks("- [ ] 1. A\n  - _Requirements: →All_\n", with: [requirements])],
    check: .feature { context, report in
      for link in context.oddLinks {
        guard case .all = link.resolution else { continue }
        report(
          Finding(
            "this cites every requirement", in: link.path, at: link.reference.range,
            help: "name those that the task really serves"))
      }
    })

  static let wholeAsZero = Rule(
    id: "whole-as-zero", group: .references,
    summary: "A criterion is cited with the number 0.",
    rationale: "Criteria count from 1; the whole requirement is taken to be meant.",
    severity: .note,
    passing: [.tasks("- [ ] 1. A\n  - _Requirements: 1_\n", with: [requirements])],
    failing: [.tasks("- [ ] 1. A\n  - _Requirements: →1.0_\n", with: [requirements])],
    check: .feature { context, report in
      for link in context.oddLinks {
        guard case .identifier(let id) = link.reference.kind, id.hasSuffix(".0"),
          case .requirements = link.resolution
        else { continue }
        report(
          Finding(
            "'\(id)' is taken for the whole requirement '\(id.dropLast(2))'", in: link.path,
            at: link.reference.range))
      }
    })

  static let wordsAsReference = Rule(
    id: "words-as-reference", group: .references,
    summary: "A task cites words instead of a requirement's id.",
    rationale: "Nothing can be looked up by them.",
    severity: .note,
    passing: [.tasks("- [ ] 1. A\n  - _Requirements: 1.1_\n", with: [requirements])],
    failing: [.tasks("- [ ] 1. A\n  - _Requirements: 1.1, →Usability_\n", with: [requirements])],
    check: .feature { context, report in
      for link in context.oddLinks {
        guard case .text(let words) = link.reference.kind, case .words = link.resolution else {
          continue
        }
        report(
          Finding(
            "'\(words)' is no id of a requirement", in: link.path, at: link.reference.range))
      }
    })

  static let noReferences = Rule(
    id: "no-references", group: .traceability,
    summary: "No task cites a requirement.",
    rationale: "Nothing says why a task is there, nor whether every requirement is served.",
    severity: .note,
    passing: [.tasks("- [ ] 1. A\n  - _Requirements: 1.1_\n", with: [requirements])],
    failing: [.tasks("→- [ ] 1. A\n- [ ] 2. B\n", with: [requirements])],
    check: .feature { context, report in
      guard let tasks = context.feature.tasks, let first = tasks.tasks.first,
        context.feature.requirements?.requirements.isEmpty == false,
        tasks.tasks.indices.allSatisfy({ tasks.tasks[$0].requirements.isEmpty })
      else { return }
      report(
        Finding(
          "no task cites a requirement", in: tasks.path, at: first.range,
          help: "write '- _Requirements: 1.1_' below a task"))
    })

  private static let requirements = (
    path: "\(Example.folder)/requirements.md",
    text: """
    ### Requirement 1: A

    #### Acceptance Criteria

    1. WHEN a THEN the system SHALL b
    2. WHEN c THEN the system SHALL d
    """
  )
}
