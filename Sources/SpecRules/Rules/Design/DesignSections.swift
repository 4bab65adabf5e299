import Diagnostics
import SpecModel

extension Rule {
  static let missingDesignSection = Rule(
    id: "missing-design-section", group: .design,
    summary: "A design lacks a section that Kiro writes into every design.",
    rationale: "What nobody wrote down is decided while the code is written.",
    severity: nil, profiles: [.specctl, .kiro],
    passing: [
      design("## Overview\n## Architecture\n## Components and Interfaces\n## Data Models\n"),
      design("## 概要\n## API と構成\n## データ Model\n"),
      design("# Design\n## Vue d'ensemble\n## Architecture\n## Modèles et interfaces\n"),
    ],
    failing: [
      design("# →Design\n## Overview 😀\n## 2. Architecture\n## Component interfaces\n")
    ],
    check: .feature { context, report in
      guard let design = context.feature.design, design.sections.count > 1 else { return }
      guard DesignSections.areEnglish(design.sections) else { return }
      let titles = design.sections.map { $0.title.value.lowercased() }
      let missing = DesignSections.expected.filter { _, words in
        !titles.contains { title in words.contains { title.contains($0) } }
      }
      // A design of another form has none of them.
      guard !missing.isEmpty, missing.count <= 2 else { return }
      report(
        Finding(
          "the design has no section "
            + missing.map { "'\($0.title)'" }.joined(separator: " and none "),
          in: design.path, at: design.sections[0].title.range))
    })

  private static func design(_ text: String, line: Int = #line) -> Example {
    Example([(".kiro/specs/example/design.md", text)], line: line)
  }
}

private enum DesignSections {
  /// The sections, each with the words that its title may have.
  static let expected: [(title: String, words: [String])] = [
    ("Overview", ["overview", "introduction", "summary", "context"]),
    ("Architecture", ["architecture", "structure"]),
    ("Components and Interfaces", ["component", "interface", "api", "module"]),
    ("Data Models", ["data", "model", "schema", "types", "storage"]),
  ]

  /// Whether the headings below the title have no letters of other languages, and one of them a word
  /// that is Kiro's own.
  static func areEnglish(_ sections: [DesignSection]) -> Bool {
    let titles = sections.lazy.filter { $0.level == 2 }.map { $0.title.value.lowercased() }
    let isForeign = titles.contains { title in
      title.utf8.contains { (0xC3...0xDF).contains($0) || (0xE3...0xEE).contains($0) }
    }
    return !isForeign
      && titles.contains { title in
        ["overview", "architecture", "data model"].contains { title.contains($0) }
      }
  }
}
