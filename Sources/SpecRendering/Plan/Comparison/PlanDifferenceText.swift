package import Diagnostics
package import SpecPlanning

/// What is different between two plans, for people.
package struct PlanDifferenceText: Sendable {
  /// No line is wider than the terminal, or 40 columns, but for words that are.
  package var terminal: TerminalTraits
  /// How many changes are told; of each section at least one is.
  package var itemLimit: Int

  private var columns: Int { max(40, terminal.width) }

  package init(terminal: TerminalTraits = .plain, itemLimit: Int = 20) {
    self.terminal = terminal
    self.itemLimit = itemLimit
  }

  /// The lines below a title; linear in the difference.
  package func text(_ difference: PlanDifference, title: String) -> String {
    var text = StyledText(showsColor: terminal.showsColor)
    let outline = DifferenceOutline(difference)
    let headline = outline.headline.isEmpty ? "" : ": \(outline.headline)"
    write(title + headline, "", "", .heading, to: &text)
    let shares = outline.shares(of: itemLimit)
    for (section, share) in zip(outline.sections, shares) {
      text.endLine()
      text.append(section.title, .heading)
      text.endLine()
      for item in section.items.prefix(share) {
        write(item.text, "  \(Self.mark(item.kind)) ", "      ", .plain, to: &text)
      }
      if section.items.count > share {
        write("and \(section.items.count - share) more", "  ", "", .faint, to: &text)
      }
    }
    if !difference.inputs.isEmpty, difference.isSamePlan, difference.settings.isEmpty {
      text.endLine()
      write("the plan that the files make is the same", "", "", .plain, to: &text)
    }
    return text.text
  }

  private func write(
    _ words: String, _ first: String, _ rest: String, _ style: TerminalStyle,
    to text: inout StyledText
  ) {
    let lines = words.visible.wrapped(toWidth: columns - max(first.count, rest.count))
    for (number, line) in lines.enumerated() {
      text.append((number == 0 ? first : rest) + line, style)
      text.endLine()
    }
  }

  private static func mark(_ kind: ChangeKind) -> String {
    switch kind {
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    }
  }
}
