import Diagnostics
import SpecModel

extension Rule {
  static let pageMismatch = Rule(
    id: "page-mismatch", group: .registry,
    summary: "Registry and configuration disagree about a page.",
    rationale: "Which rules hold for the page depends on the file that is asked.",
    severity: .note,
    passing: [
      .registry("features:\n  a: {pages: [x.py], critical_rules: [r]}\n", with: [page("[r]")])
    ],
    failing: [
      .registry("features:\n  a: {pages: [→y.py, x.py]}\n", with: [page("[]")]),
      .registry(
        "features:\n  a: {pages: [→x.py], critical_rules: [r]}\n", with: [page("[other]")]),
    ],
    check: .workspace { context, report in
      guard let registry = context.workspace.registry,
        let configuration = context.workspace.configuration, !configuration.pages.isEmpty
      else { return }
      let pages = Dictionary(configuration.pages.map { ($0.page.value, $0) }) { first, _ in first }
      for feature in registry.features {
        for page in feature.pages {
          guard let other = pages[page.value] else {
            report(
              Finding(
                "page '\(page.value)' is not in the configuration", in: registry.file.path,
                at: page.range))
            continue
          }
          let own = Set(feature.criticalRules.map(\.value))
          let others = Set(other.rules.map(\.value))
          guard own != others, !own.isEmpty else { continue }
          report(
            Finding(
              "the rules of page '\(page.value)' are others in the configuration",
              in: registry.file.path, at: page.range,
              notes: [
                Finding.Note("there", in: configuration.file.path, at: other.page.range)
              ]))
        }
      }
    })

  private static func page(_ rules: String) -> (path: String, text: String) {
    (".claude/config.yaml", "features:\n  x.py:\n    feature: a\n    rules: \(rules)\n")
  }
}
