package import Diagnostics
import SpecModel
package import SpecRules

/// Rules for people: as a list, or a page each.
package struct RuleCatalogueText: Sendable {
  private let rules: [Rule]
  private let terminal: TerminalTraits

  package init(_ rules: [Rule], terminal: TerminalTraits) {
    self.rules = rules
    self.terminal = terminal
  }

  /// The ids, severities and summaries, by group.
  package var list: String {
    var text = StyledText(showsColor: terminal.showsColor)
    for group in Rule.Group.allCases {
      let members = rules.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      text.append(group.rawValue, .heading)
      text.endLine()
      for rule in members {
        let severity = rule.severity.map(\.rawValue) ?? "off"
        text.append("  \(rule.id.padded(toWidth: 30)) ")
        text.append(
          severity.padded(toWidth: 8), rule.severity.map { TerminalStyle($0) } ?? .faint)
        let indent = 41
        for (index, line) in rule.summary.wrapped(toWidth: terminal.width - indent).enumerated() {
          if index > 0 { text.append(spaces: indent) }
          text.append(line, .faint)
          text.endLine()
        }
      }
    }
    return text.text
  }

  /// Every rule with its reason and examples.
  package var pages: String {
    var text = StyledText(showsColor: terminal.showsColor)
    for rule in rules {
      text.append(rule.id, .heading)
      text.append(
        "  \(rule.severity.map(\.rawValue) ?? "off") by default\(rule.profileNote), group \(rule.group.rawValue)",
        .faint)
      text.endLine()
      text.endLine()
      for line in "\(rule.summary) \(rule.rationale)".wrapped(toWidth: terminal.width) {
        text.append(line)
        text.endLine()
      }
      write("reported, at the arrow", rule.failing, to: &text)
      write("not reported", rule.passing, to: &text)
      text.endLine()
      if rule.group != .planning, rule.group != .suppressions {
        text.append("allow it in one place:  \(rule.suppressionComment)", .faint)
        text.endLine()
      }
      text.append("change it everywhere:   validation: {rules: {\(rule.id): off}}", .faint)
      text.endLine()
    }
    return text.text
  }

  private func write(_ title: String, _ examples: [Example], to text: inout StyledText) {
    for example in examples {
      text.endLine()
      text.append(title, .heading)
      text.endLine()
      for file in example.files {
        text.append("  \(file.path)", .faint)
        text.endLine()
        for line in file.text.split(separator: "\n", omittingEmptySubsequences: false).dropLastEmpty
        {
          if !line.isEmpty { text.append("    \(line)") }
          text.endLine()
        }
      }
    }
  }
}

extension Rule {
  /// The comment that allows the rule to be broken, in the language of the files it reports in.
  fileprivate var suppressionComment: String {
    switch group {
    case .registry, .configuration, .agents: "# specctl: allow \(id): reason"
    default: "<!-- specctl: allow \(id): reason -->"
    }
  }
}

extension [Substring] {
  /// Without the empty piece behind a last line break.
  fileprivate var dropLastEmpty: ArraySlice<Substring> {
    last?.isEmpty ?? false ? dropLast() : self[...]
  }
}

/// Rules for programs: `specctl.rules/1`.
package struct RuleCatalogueJSON: Sendable {
  private let rules: [Rule]

  package init(_ rules: [Rule]) {
    self.rules = rules
  }

  /// In the order given; severities are those of the catalogue, whatever profiles make of them.
  package var text: String {
    var json = JSONWriter()
    json.object { json in
      json.member("version", "specctl.rules/1")
      json.key("rules")
      json.array { json in
        for rule in rules {
          json.object {
            $0.member("id", rule.id)
            $0.member("group", rule.group.rawValue)
            $0.member("severity", rule.severity?.rawValue)
            $0.member("summary", rule.summary)
            $0.member("rationale", rule.rationale)
          }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension Rule {
  /// What profiles make of the severity, behind the default.
  fileprivate var profileNote: String {
    Profile.allCases.filter { $0.severities[id] != nil }.map { profile in
      let severity = profile.severities[id] ?? nil
      return ", \(severity?.rawValue ?? "off") in profile '\(profile.rawValue)'"
    }.joined()
  }
}
