import Diagnostics
import SpecRules

/// `docs/rules.md`, made from the catalogue.
struct RuleReference {
  let rules: [Rule]
  /// What was measured on real workspaces.
  let rates: RuleRates
  let fixes: RuleFixes

  var text: String {
    var lines = [
      "# Rules", "",
      "<!-- Generated from the catalogue. Do not edit: \(GeneratedDocument.command) rewrites it. -->",
      "",
      "What each of the \(rules.count) rules of `specctl validate` wants, and why. The severity of each is its default; the configuration",
      "changes it below `validation: rules:`, and a comment allows a finding where it stands: see",
      "[Suppressions](formats.md#suppressions). In the examples an arrow `→` stands in front of each place",
      "that is reported; `specctl explain RULE` shows all examples of a rule.", "",
      "Fixes that are safe are made by `--fix`, others by `--unsafe-fixes`; `--diff` shows them.",
      "",
      "How often each reports was measured on \(rates.workspaces) public workspaces with \(rates.features) features,",
      "with whatever these hold: see `make corpus`.", "",
    ]
    for group in Rule.Group.allCases {
      let members = rules.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      lines += ["| \(group.rawValue) | severity | fix | |", "| --- | --- | --- | --- |"]
      lines += members.map {
        "| [\($0.id)](#\($0.id)) | \($0.severityWord) | \(fixes.words(for: $0.id)) | \($0.summary.asMarkdown) |"
      }
      lines.append("")
    }
    for group in Rule.Group.allCases {
      let members = rules.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      lines += ["## \(group.rawValue.capitalizedFirst)", ""]
      lines += members.flatMap { $0.section(rates.words(for: $0.id)) }
    }
    lines.removeLast()
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Rule {
  fileprivate var severityWord: String { severity?.rawValue ?? "off" }

  /// The lines of the rule's section, the last of them blank.
  fileprivate func section(_ rate: String) -> [String] {
    var lines = [
      "### \(id)", "",
      "*\(severityWord)* · \(summary.asMarkdown) \(rationale.asMarkdown) *\(rate)*", "",
    ]
    if let example = failing.first { lines += example.lines(title: "Reported") }
    if let example = passing.first { lines += example.lines(title: "Not reported") }
    return lines
  }
}

extension Example {
  /// The files of the example; bytes that cannot be seen are shown as their pictures.
  fileprivate func lines(title: String) -> [String] {
    var lines = ["\(title):", "", "````text"]
    for file in files {
      if files.count > 1 || !file.path.hasPrefix(Example.folder) { lines.append("\(file.path):") }
      lines += file.text.visibly.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      while lines.last?.isEmpty ?? false { lines.removeLast() }
    }
    return lines + ["````", ""]
  }
}

extension String {
  /// With pictures in place of control characters, so that the document is plain text.
  fileprivate var visibly: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0A: text.unicodeScalars.append(scalar)
      case 0x09: text += "\t"
      case 0..<0x20: text.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? scalar)
      case 0xFEFF: text += "␟"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
