package import Diagnostics
package import SpecModel

/// One feature with its requirements, tasks and agents, for people.
package struct FeatureText: Sendable {
  private let feature: Feature
  private let entry: RegistryFeature?
  private let hasRegistry: Bool
  private let terminal: TerminalTraits

  /// The entry in the registry is the one of the feature's name or folder.
  package init(_ feature: Feature, in workspace: Workspace, terminal: TerminalTraits) {
    self.feature = feature
    entry = workspace.registry?.features.entry(of: feature)
    hasRegistry = workspace.registry != nil
    self.terminal = terminal
  }

  package var text: String {
    var text = StyledText(showsColor: terminal.showsColor)
    text.append(feature.name, .heading)
    text.append("  \(feature.directory)", .faint)
    text.endLine()
    writeRegistration(to: &text)
    writeRequirements(to: &text)
    writeTasks(to: &text)
    return text.text
  }

  private func writeRegistration(to text: inout StyledText) {
    guard let entry else {
      guard hasRegistry else { return }
      text.append("not registered", .warning)
      text.endLine()
      return
    }
    let lines: [(String, [String])] = [
      ("description", [entry.summary?.value].compactMap { $0 }),
      ("primary", [entry.primaryAgent?.value].compactMap { $0 }),
      ("supporting", entry.supportingAgents.map(\.value)), ("qa", entry.qaAgents.map(\.value)),
      ("layer", [entry.layer?.value].compactMap { $0 }),
      ("depends on", entry.dependsOn.map(\.value)),
    ]
    for (name, values) in lines where !values.isEmpty {
      text.append(name.padded(toWidth: 12), .faint)
      let joined = values.joined(separator: ", ")
      for (index, line) in joined.wrapped(toWidth: terminal.width - 12).enumerated() {
        if index > 0 { text.append(spaces: 12) }
        text.append(line)
        text.endLine()
      }
    }
  }

  private func writeRequirements(to text: inout StyledText) {
    guard let document = feature.requirements else { return }
    let trace = feature.tasks.map {
      Traceability($0, document, RequirementIndex(document))
    }
    title("requirements", to: &text)
    let counted = feature.countedRequirements
    let idWidth = min(counted.map { document.requirements[$0].id.displayWidth }.max() ?? 0, 20)
    for index in counted {
      let requirement = document.requirements[index]
      let covered = trace?.covers(requirement: index) ?? false
      text.append(covered ? "  ✓ " : "  · ", covered ? .success : .faint)
      text.append(requirement.id.padded(toWidth: idWidth))
      text.append(" ")
      text.append(requirement.title.truncated(toWidth: max(terminal.width - idWidth - 20, 20)))
      let count = requirement.criteria.count
      if count > 0 { text.append("  \(count) \(count == 1 ? "criterion" : "criteria")", .faint) }
      text.endLine()
      writeCriteria(of: requirement, in: document, to: &text)
    }
  }

  /// The criteria with the pattern of each sentence, a line for each.
  private func writeCriteria(
    of requirement: Requirement, in document: RequirementsDocument, to text: inout StyledText
  ) {
    let idWidth = min(requirement.criteria.map { $0.id.displayWidth }.max() ?? 0, 20)
    for criterion in requirement.criteria {
      let pattern = EARSSentence(reading: criterion.textRange, of: document.text).pattern
      text.append(spaces: 6)
      text.append(criterion.id.padded(toWidth: idWidth))
      text.append("  \((pattern?.rawValue ?? "–").padded(toWidth: 10))  ", .faint)
      text.append(
        document.text.text(criterion.textRange).oneLineWithoutBold
          .truncated(toWidth: max(terminal.width - idWidth - 20, 20)))
      text.endLine()
    }
  }

  private func writeTasks(to text: inout StyledText) {
    guard let document = feature.tasks else { return }
    let counts = TaskCounts(document)
    title("tasks", to: &text, note: "\(counts.settled) of \(counts.total) done")
    for task in document.tasks {
      text.append(spaces: 2 + 2 * min(document.depth(of: task), 4))
      text.append(task.state.mark, task.state.style)
      text.append(" \(task.id) ", .heading)
      text.append(task.title.truncated(toWidth: max(terminal.width - 24, 20)))
      if task.isOptional { text.append("  optional", .faint) }
      text.endLine()
    }
  }

  private func title(_ title: String, to text: inout StyledText, note: String = "") {
    text.endLine()
    text.append(title, .heading)
    if !note.isEmpty { text.append("  \(note)", .faint) }
    text.endLine()
  }
}

extension TasksDocument {
  /// How many tasks a task is part of, one in the other; four stand for more.
  fileprivate func depth(of task: TaskItem) -> Int {
    var depth = 0
    var parent = task.parent
    while let index = parent, depth < 4 {
      depth += 1
      parent = tasks[index].parent
    }
    return depth
  }
}

extension TaskState {
  /// One column that shows the state.
  var mark: String {
    switch self {
    case .open, .unknown: "○"
    case .inProgress: "◐"
    case .done: "●"
    case .skipped: "–"
    }
  }

  var style: TerminalStyle {
    switch self {
    case .done: .success
    case .inProgress: .warning
    case .open, .skipped, .unknown: .faint
    }
  }

  /// The word for the state.
  package var word: String {
    switch self {
    case .open: "open"
    case .inProgress: "in progress"
    case .done: "done"
    case .skipped: "skipped"
    case .unknown: "open"
    }
  }
}
