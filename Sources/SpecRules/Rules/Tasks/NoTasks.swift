import Diagnostics
import SpecModel

extension Rule {
  static let noTasks = Rule(
    id: "no-tasks", group: .tasks,
    summary: "A task list has no task although requirements and design are there.",
    rationale: "A line that is meant as a task and not read as one is work that nobody plans.",
    severity: .error,
    passing: [.tasks("# Plan\n")],
    failing: [
      .tasks(
        "→# Plan\nTo be written\n",
        with: [
          ("\(Example.folder)/requirements.md", "### Requirement 1: A\n"),
          ("\(Example.folder)/design.md", "# Design\n"),
        ])
    ],
    check: .feature { context, report in
      guard let tasks = context.feature.tasks, tasks.tasks.isEmpty, !tasks.text.isBinary,
        context.feature.requirements != nil, context.feature.design != nil
      else { return }
      let place = tasks.text.lines.first { $0.kind != .blank }?.range ?? Range(0, 0)
      let almost = tasks.almostTasks.count
      report(
        Finding(
          almost == 0
            ? "there is no task in this file"
            : "no line of this file is read as a task, though \(almost) \(almost == 1 ? "looks" : "look") like one",
          in: tasks.path, at: place,
          help: almost == 0
            ? "write tasks as '- [ ] 1. Title'" : "the notes of 'almost-a-task' say why"))
    })
}
