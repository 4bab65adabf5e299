import Diagnostics
import SpecModel

extension Rule {
  static let noRequirements = Rule(
    id: "no-requirements", group: .requirements,
    summary: "A requirements document has text and not one requirement.",
    rationale: "Tasks have nothing to cite, and nobody can say what is done.",
    severity: .note,
    passing: [.requirements("### Requirement 1: A\n"), .requirements("")],
    failing: [.requirements("→# Requirements\n\nIt shall be good é 😀.\n\n## Goals\n\n- good\n")],
    check: .feature { context, report in
      guard let document = context.feature.requirements, document.requirements.isEmpty,
        let first = document.text.lines.first(where: { $0.kind != .blank && $0.kind != .comment }),
        document.text.lines.contains(where: { $0.kind == .text })
      else { return }
      report(
        Finding(
          "no requirement is found in the document", in: document.path, at: first.range,
          help: "write '### Requirement 1: Title'"))
    })
}
