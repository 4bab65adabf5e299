import Diagnostics
import SpecModel

extension Rule {
  static let changeWithoutDelta = Rule(
    id: "change-without-delta", group: .openSpec,
    summary: "A change of OpenSpec has a proposal and changes no specification.",
    rationale: "OpenSpec does not accept it, and nothing is left of it once it is archived.",
    severity: .note,
    passing: [
      .delta(
        "## REMOVED Requirements\n\n### Requirement: é\n", with: [proposal, (spec("é"))])
    ],
    failing: [
      Example([("openspec/changes/one/proposal.md", "→# Proposal 😀\n\n## Why\n\né\n")])
    ],
    check: .workspace { context, report in
      for change in context.workspace.openSpec?.changes ?? [] {
        guard change.deltas.isEmpty, let proposal = change.proposal,
          let first = proposal.lines.first(where: { $0.kind != .blank })
        else { continue }
        report(
          Finding(
            "the change '\(change.name)' changes no specification", in: proposal.path,
            at: first.range, help: "say what it changes in 'specs/<capability>/spec.md' beside it"))
      }
    })

  static let emptyDelta = Rule(
    id: "empty-delta", group: .openSpec,
    summary: "A section of a change holds nothing, or a change's specification has no section.",
    rationale: "What was meant to change stays as it is.",
    severity: .warning,
    passing: [.delta("## ADDED Requirements\n\n\(requirement("é"))")],
    failing: [
      .delta(
        "→## ADDED Requirements\n\n## REMOVED Requirements\n\n### Requirement: é\n",
        with: [spec("é")]),
      .delta("→# Delta 😀\n\n\(requirement("é"))"),
    ],
    check: .workspace { context, report in
      for document in context.workspace.openSpec?.deltas ?? [] {
        for section in document.sections where !section.hasText {
          report(
            Finding(
              "nothing stands in this section", in: document.path, at: section.range,
              help: "write the requirements below it, or take it away"))
        }
        guard !document.sections.contains(where: { $0.operation != nil }),
          let first = document.text.lines.first(where: { $0.kind != .blank })
        else { continue }
        report(
          Finding(
            "it says of no requirement whether it is added, modified, removed or renamed",
            in: document.path, at: first.range,
            help: "put '## ADDED Requirements' or the like above the requirements"))
      }
    })

  static let conflictingDelta = Rule(
    id: "conflicting-delta", group: .openSpec,
    summary: "A change does two things to one requirement.",
    rationale: "Which of them holds depends on the order in which they are applied.",
    severity: .warning,
    passing: [.delta("## ADDED Requirements\n\n\(requirement("é"))\n\(requirement("b"))")],
    failing: [
      .delta(
        "## MODIFIED Requirements\n\n\(requirement("é 😀"))\n## REMOVED Requirements\n\n### Requirement: →é 😀\n",
        with: [spec("é 😀")]),
      .delta(
        "## RENAMED Requirements\n\n- FROM: `### Requirement: é`\n- TO: `### Requirement: b`\n\n"
          + "## MODIFIED Requirements\n\n### Requirement: →é\nIt SHALL.\n\n#### Scenario: s\n- **THEN** b\n",
        with: [spec("é")]),
    ],
    check: .workspace { context, report in
      for document in context.workspace.openSpec?.deltas ?? [] {
        var seen: [String: OpenSpecDocument.Operation] = [:]
        let renamed = Set(document.renamings.filter(\.isOld).map(\.title.value))
        for requirement in document.requirements {
          guard let operation = document.operation(of: requirement) else { continue }
          if operation == .modified, renamed.contains(requirement.title.value) {
            report(
              Finding(
                "'\(requirement.title.value)' is modified under its old title and renamed too",
                in: document.path, at: requirement.title.range,
                help: "modify it under the new title"))
          }
          guard let other = seen.updateValue(operation, forKey: requirement.title.value),
            other != operation
          else { continue }
          report(
            Finding(
              "'\(requirement.title.value)' is \(operation.rawValue) here and \(other.rawValue) above",
              in: document.path, at: requirement.title.range, help: "leave one of the two"))
        }
      }
    })

  static let incompleteRenaming = Rule(
    id: "incomplete-renaming", group: .openSpec,
    summary: "A renaming of OpenSpec lacks the old or the new title.",
    rationale: "The requirement keeps its title.",
    severity: .warning,
    passing: [
      .delta(
        "## RENAMED Requirements\n\n- FROM: `### Requirement: é`\n- TO: `### Requirement: b`\n",
        with: [spec("é")])
    ],
    failing: [
      .delta(
        "## RENAMED Requirements\n\n- FROM: `### Requirement: →é 😀`\n", with: [spec("é 😀")])
    ],
    check: .workspace { context, report in
      for document in context.workspace.openSpec?.deltas ?? [] {
        var open: OpenSpecDocument.Renaming?
        var lonely: [OpenSpecDocument.Renaming] = []
        for renaming in document.renamings {
          if renaming.isOld {
            if let open { lonely.append(open) }
            open = renaming
          } else if open != nil {
            open = nil
          } else {
            lonely.append(renaming)
          }
        }
        if let open { lonely.append(open) }
        for renaming in lonely {
          report(
            Finding(
              renaming.isOld
                ? "this title has no 'TO:' below it" : "this title has no 'FROM:' above it",
              in: document.path, at: renaming.title.range,
              help: "write '- FROM: `### Requirement: …`' and '- TO: `### Requirement: …`'"))
        }
      }
    })

  private static let proposal = (
    path: "openspec/changes/one/proposal.md", text: "## Why\n\né\n"
  )

  /// The specification that the change is one of, with a requirement.
  static func spec(_ title: String) -> (path: String, text: String) {
    ("openspec/specs/example/spec.md", "## Requirements\n\n\(requirement(title))")
  }

  static func requirement(_ title: String) -> String {
    "### Requirement: \(title)\nIt SHALL.\n\n#### Scenario: s\n- **WHEN** a\n- **THEN** b\n"
  }
}

extension OpenSpecProject {
  /// What the changes do to specifications.
  var deltas: [OpenSpecDocument] { changes.flatMap { $0.deltas.map(\.document) } }
}
