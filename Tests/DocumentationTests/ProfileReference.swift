import Diagnostics
import SpecModel
import SpecRules

/// `docs/profiles.md`, made from the profiles and the rules.
struct ProfileReference {
  var text: String {
    var lines = [
      "# Profiles", "",
      "<!-- Generated from the profiles. Do not edit: \(GeneratedDocument.command) rewrites it. -->",
      "",
      "Which rules hold for the specs of which tool. Each tool has conventions of its own, so what the rules ask of a feature",
      "depends on its profile, which is found out for each feature by its place and by what the tool leaves there.",
      "`specctl list` shows it where it is not the usual one.",
      "",
      "`validation.profile` in the configuration, or `specctl validate --profile NAME`, holds every feature to one. Features",
      "whose documents are of another kind keep their own: those of Spec Kit and OpenSpec have no requirements by number.",
      "",
      "```yaml", "validation:", "  profile: kiro", "```", "",
      "| profile | known by |", "| --- | --- |",
    ]
    lines += Profile.allCases.map { "| `\($0.rawValue)` | \($0.mark) |" }
    lines += [
      "", "## What differs", "",
      "Every rule that is not named here runs in each profile with its own severity. What the configuration sets below",
      "`validation: rules:` counts in all of them. Where a profile gives a rule a severity, the finding says so.",
      "",
      "| profile | rules that do not run | other severities |", "| --- | --- | --- |",
    ]
    for profile in Profile.allCases {
      let severities = profile.severities.sorted { $0.key < $1.key }
        .map { "[\($0.key)](rules.md#\($0.key)): \($0.value?.rawValue ?? "off")" }
      lines.append(
        "| `\(profile.rawValue)` | \(absent(in: profile)) | \(severities.joined(separator: ", ")) |"
      )
    }
    lines += [
      "",
      "The severities rest on [what public workspaces hold](../Benchmarks/PROFILES.md). Of the features of",
      "spec-workflow, 46 % cite `All` in their tasks, 43 % cite qualities by name, 76 % say nothing of dependencies and 74 %",
      "have a design that names no requirement; of those of cc-sdd, 93 % have no dependencies beside `(P)`. Kiro writes four",
      "sections into every design: 11 % of its features lack one or two of them.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whole groups by name, others by rule.
  private func absent(in profile: Profile) -> String {
    var parts: [String] = []
    for group in Rule.Group.allCases {
      let rules = Rule.catalogue.filter { $0.group == group && $0.isAboutFeatures }
      let absent = rules.filter { !$0.profiles.contains(profile) }
      guard !absent.isEmpty else { continue }
      if absent.count == rules.count {
        parts.append("all of [\(group.rawValue)](rules.md#\(group.rawValue))")
      } else if absent.count > rules.count / 2, absent.count > 3 {
        let present = rules.filter { $0.profiles.contains(profile) }
        parts.append(
          "[\(group.rawValue)](rules.md#\(group.rawValue)) but "
            + present.map { "[\($0.id)](rules.md#\($0.id))" }.joined(separator: ", "))
      } else {
        parts += absent.map { "[\($0.id)](rules.md#\($0.id))" }
      }
    }
    return parts.joined(separator: ", ")
  }
}

extension Rule {
  fileprivate var isAboutFeatures: Bool {
    switch check {
    case .text, .feature: true
    case .agent, .workspace, .run, .plan: false
    }
  }
}
