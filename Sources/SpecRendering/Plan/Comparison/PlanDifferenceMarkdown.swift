import Diagnostics
package import SpecPlanning

/// What is different between two plans in Markdown, for a comment on a change.
///
/// Changes stand in blocks of code, which GitHub and GitLab colour as they do patches: nothing in a
/// document can add markup, links or mentions.
package enum PlanDifferenceMarkdown {
  /// How many changes are told; of each section at least one is.
  private static let itemLimit = 60
  /// The most columns of a change.
  private static let itemColumns = 300

  /// Sections with a block of changes each; no longer than 30,000 characters.
  package static func text(_ difference: PlanDifference, base: String) -> String {
    let name = "`\(base.visible.replacing("`", with: "'").truncated(toWidth: 200))`"
    guard !difference.isEmpty else { return "### The plan is the same as at \(name)\n" }
    let outline = DifferenceOutline(difference)
    var text = "### Plan"
    text += outline.headline.isEmpty ? "\n" : ": \(outline.headline)\n"
    text += "\nCompared with \(name).\n"
    for (section, share) in zip(outline.sections, outline.shares(of: itemLimit)) {
      let lines = section.items.prefix(share).map { item in
        "\(mark(item.kind)) \(item.text.visible.truncated(toWidth: itemColumns))\n"
      }
      let fence = fence(around: lines)
      text += "\n**\(section.title)**\n\n\(fence)diff\n\(lines.joined())\(fence)\n"
      if section.items.count > share { text += "\n…and \(section.items.count - share) more\n" }
    }
    if difference.isSamePlan, difference.settings.isEmpty {
      text += "\nThe plan that the files make is the same.\n"
    }
    return text
  }

  private static func mark(_ kind: ChangeKind) -> String {
    switch kind {
    case .added: "+"
    case .removed: "-"
    case .changed: "!"
    }
  }

  /// More backticks than stand side by side in any line.
  private static func fence(around lines: [String]) -> String {
    var longest = 2
    for line in lines {
      var run = 0
      for byte in line.utf8 {
        run = byte == UInt8(ascii: "`") ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    return String(repeating: "`", count: longest + 1)
  }
}
