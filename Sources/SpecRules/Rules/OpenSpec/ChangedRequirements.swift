import Diagnostics
import SpecModel

extension Rule {
  static let unknownChangedRequirement = Rule(
    id: "unknown-changed-requirement", group: .openSpec,
    summary: "A change modifies, removes or renames a requirement that does not exist.",
    rationale:
      "OpenSpec finds requirements by their titles, and stops when the change is archived.",
    severity: .warning,
    passing: [
      .delta("## MODIFIED Requirements\n\n\(requirement("é"))", with: [spec("é")]),
      // Another change that is under way adds it.
      .delta(
        "## MODIFIED Requirements\n\n\(requirement("é"))",
        with: [
          spec("a"),
          (
            "openspec/changes/two/specs/example/spec.md",
            "## ADDED Requirements\n\n\(requirement("é"))"
          ),
        ]),
    ],
    failing: [
      .delta(
        "## MODIFIED Requirements\n\n### Requirement: →Paymint é 😀\nIt SHALL.\n\n#### Scenario: s\n- **THEN** b\n",
        with: [spec("Payment é 😀")]),
      .delta(
        "## RENAMED Requirements\n\n- FROM: `### Requirement: →é`\n- TO: `### Requirement: b`\n",
        with: [spec("a")]),
    ],
    check: .workspace { context, report in
      guard let project = context.workspace.openSpec else { return }
      // What other changes add may be there by then.
      let existing = ChangedRequirements.titles(of: project)
        .merging(ChangedRequirements.added(in: project)) { $0.union($1) }
      for change in project.changes {
        for delta in change.deltas {
          // Without a specification there is nothing to hold it against but an archive.
          guard let known = existing[delta.name], !known.isEmpty else { continue }
          let unknown = ChangedRequirements.changed(in: delta.document)
            .filter { !known.contains($0.value) }
          // Likeness costs the product of both numbers, and of many unknown titles none was a slip.
          let candidates = unknown.count <= 20 ? known.sorted() : []
          for title in unknown {
            report(
              Finding(
                "'\(delta.name)' has no requirement '\(title.value)'", in: delta.document.path,
                at: title.range,
                help: nearMiss(to: title.value, among: candidates).map {
                  "did you mean '\($0)'?"
                }
                  ?? "the title has to be that in 'openspec/specs/\(delta.name)/spec.md'"))
          }
        }
      }
    })

  static let addedRequirementExists = Rule(
    id: "added-requirement-exists", group: .openSpec,
    summary: "A change adds a requirement that exists already.",
    rationale: "OpenSpec stops when the change is archived.",
    severity: .warning,
    passing: [.delta("## ADDED Requirements\n\n\(requirement("é"))", with: [spec("b")])],
    failing: [
      .delta(
        "## ADDED Requirements\n\n### Requirement: →é 😀\nIt SHALL.\n\n#### Scenario: s\n- **THEN** b\n",
        with: [spec("é 😀")])
    ],
    check: .workspace { context, report in
      guard let project = context.workspace.openSpec else { return }
      let existing = ChangedRequirements.titles(of: project)
      for delta in project.changes.flatMap(\.deltas) {
        // A title that the change itself takes away is free again.
        let gone = Set(
          ChangedRequirements.changed(in: delta.document, only: [.removed, .renamed]).map(\.value))
        for requirement in delta.document.requirements
        where delta.document.operation(of: requirement) == .added
          && existing[delta.name]?.contains(requirement.title.value) ?? false
          && !gone.contains(requirement.title.value)
        {
          report(
            Finding(
              "'\(delta.name)' has a requirement '\(requirement.title.value)' already",
              in: delta.document.path, at: requirement.title.range,
              help: "put it below '## MODIFIED Requirements', or give it another title"))
        }
      }
    })

  static let concurrentChange = Rule(
    id: "concurrent-change", group: .openSpec,
    summary: "Two open changes change the same requirement.",
    rationale: "The one that is archived later replaces what the other one wrote.",
    severity: .note,
    passing: [.delta("## MODIFIED Requirements\n\n\(requirement("é"))", with: [spec("é")])],
    failing: [
      Example([
        (
          "openspec/changes/two/specs/example/spec.md",
          "## MODIFIED Requirements\n\n### Requirement: →é 😀\nIt SHALL.\n\n#### Scenario: s\n- **THEN** b\n"
        ),
        (
          "openspec/changes/one/specs/example/spec.md",
          "## MODIFIED Requirements\n\n\(requirement("é 😀"))"
        ),
        spec("é 😀"),
      ])
    ],
    check: .workspace { context, report in
      var first: [String: String] = [:]
      for change in context.workspace.openSpec?.changes ?? [] {
        for delta in change.deltas {
          for title in ChangedRequirements.changed(in: delta.document) {
            let key = "\(delta.name)\n\(title.value)"
            guard let other = first[key] else {
              first[key] = change.name
              continue
            }
            guard other != change.name else { continue }
            report(
              Finding(
                "the change '\(other)' changes the requirement '\(title.value)' too",
                in: delta.document.path, at: title.range,
                help: "archive one first, then look at the other again"))
          }
        }
      }
    })
}

/// What changes say of requirements by their titles.
private enum ChangedRequirements {
  /// The titles of each capability's specification.
  static func titles(of project: OpenSpecProject) -> [String: Set<String>] {
    Dictionary(
      project.capabilities.map { ($0.name, Set($0.document.requirements.map(\.title.value))) }
    ) { first, _ in first }
  }

  /// What the changes of a project add to each capability, be it under a new title.
  static func added(in project: OpenSpecProject) -> [String: Set<String>] {
    var titles: [String: Set<String>] = [:]
    for delta in project.changes.flatMap(\.deltas) {
      for requirement in delta.document.requirements
      where delta.document.operation(of: requirement) == .added {
        titles[delta.name, default: []].insert(requirement.title.value)
      }
      titles[delta.name, default: []]
        .formUnion(delta.document.renamings.filter { !$0.isOld }.map(\.title.value))
    }
    return titles
  }

  /// The titles of what has to exist for a change to be made.
  static func changed(
    in document: OpenSpecDocument,
    only operations: Set<OpenSpecDocument.Operation> = [.modified, .removed, .renamed]
  ) -> [Located<String>] {
    let named = document.requirements.filter { requirement in
      document.operation(of: requirement).map { $0 != .renamed && operations.contains($0) } ?? false
    }
    let renamed = operations.contains(.renamed) ? document.renamings.filter(\.isOld) : []
    return named.map(\.title) + renamed.map(\.title)
  }
}
