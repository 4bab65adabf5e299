package import Diagnostics
package import SpecModel

/// One task with everything it says of itself, for people.
package struct TaskText: Sendable {
  private let task: TaskItem
  private let feature: Feature
  private let terminal: TerminalTraits

  package init(_ task: TaskItem, of feature: Feature, terminal: TerminalTraits) {
    self.task = task
    self.feature = feature
    self.terminal = terminal
  }

  /// What the task says of itself, line by line, then the words of what it cites.
  package var text: String {
    var text = StyledText(showsColor: terminal.showsColor)
    text.append("\(feature.name)/\(task.id)", .heading)
    text.append(" \(task.title)")
    text.endLine()
    for (name, value) in lines where !value.isEmpty {
      text.append("  \(name.padded(toWidth: 14))", .faint)
      text.append(value)
      text.endLine()
    }
    writeRequirements(to: &text)
    return text.text
  }

  private var lines: [(String, String)] {
    guard let document = feature.tasks else { return [] }
    let line = LineTable(document.text.bytes).position(of: task.range.lowerBound).line
    func texts(_ references: [Reference]) -> String {
      references.map { document.text.text($0.range) }.joined(separator: ", ")
    }
    let waits =
      task.declaresDependencies && task.dependencies.isEmpty
      ? "nothing" : texts(task.dependencies + task.inlineDependencies)
    return [
      ("state", task.state.word + (task.isOptional ? ", optional" : "")),
      ("place", "\(document.path):\(line)"),
      ("part of", task.parent.map { document.tasks[$0].id } ?? ""),
      ("contains", task.children.map { document.tasks[$0].id }.joined(separator: ", ")),
      ("waits for", waits), ("requirements", texts(task.requirements)),
      ("files", task.files.map(\.path).joined(separator: ", ")),
      ("leverages", task.leverage.map(\.path).joined(separator: ", ")),
      ("agent", task.agent?.value ?? ""), ("assigned to", task.owner?.value ?? ""),
      ("estimate", task.estimate?.value ?? ""), ("priority", task.priority?.value ?? ""),
      (
        "checklist",
        task.checklist.isEmpty
          ? ""
          : "\(task.checklist.count { $0.state.isSettled }) of \(task.checklist.count) done"
      ),
    ]
  }

  /// The criteria and requirements that the task cites, in their own words.
  private func writeRequirements(to text: inout StyledText) {
    guard let document = feature.requirements, !task.requirements.isEmpty else { return }
    let index = RequirementIndex(document)
    text.endLine()
    for reference in task.requirements {
      switch index.resolve(reference) {
      case .criteria(let places):
        for place in places {
          let criterion = document.requirements[place.requirement].criteria[place.criterion]
          line(criterion.id, document.text.text(criterion.textRange).oneLine, to: &text)
        }
      case .requirements(let indices):
        for index in indices {
          line(document.requirements[index].id, document.requirements[index].title, to: &text)
        }
      case .all, .nothing, .words, .missingRequirement, .missingCriterion:
        break
      }
    }
  }

  private func line(_ id: String, _ words: String, to text: inout StyledText) {
    let indent = 16
    text.append("  \(id.padded(toWidth: indent - 3)) ", .heading)
    for (index, line) in words.wrapped(toWidth: terminal.width - indent).enumerated() {
      if index > 0 { text.append(spaces: indent) }
      text.append(line)
      text.endLine()
    }
  }
}
