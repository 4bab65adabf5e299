import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace

/// Which rules have fixes, found out by what they report in their examples.
struct RuleFixes {
  private var safeties: [String: Set<Fix.Safety>] = [:]

  init(of rules: [Rule]) async {
    for rule in rules {
      for example in rule.failing {
        for finding in await Self.findings(of: rule, in: example) {
          if let fix = finding.fix { safeties[rule.id, default: []].insert(fix.safety) }
        }
      }
    }
  }

  /// `safe`, `unsafe`, or both; empty where there is none.
  func words(for rule: String) -> String {
    let found = safeties[rule] ?? []
    return [(Fix.Safety.safe, "safe"), (.unsafe, "unsafe")].filter { found.contains($0.0) }
      .map(\.1).joined(separator: ", ")
  }

  private static func findings(of rule: Rule, in example: Example) async -> [Finding] {
    var files: [String: [UInt8]] = [:]
    for file in example.files {
      files[file.path] = Array(file.text.replacing("→", with: "").utf8)
    }
    let workspace = await WorkspaceReader(MemorySource(files)).read()
    let selection = RuleSelection(configuration: workspace.configuration, only: [rule.id])
    return await Validation(selection).outcome(of: workspace).findings
  }
}
