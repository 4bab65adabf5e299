import Diagnostics
import SpecModel

extension Rule {
  static let unknownStory = Rule(
    id: "unknown-story", group: .specKit,
    summary: "A task is labelled with a user story that does not exist.",
    rationale:
      "The story was renumbered or removed, and the task with its place in the plan was not.",
    severity: .warning,
    passing: [
      .specKit("### User Story 1 - A\n\n- é\n", tasks: "- [ ] T001 [P] [US1] A\n- [ ] T002 B\n"),
      .specKit("# No stories yet\n", tasks: "- [ ] T001 [US1] A\n"),
    ],
    failing: [
      .specKit("### User Story 1 - A\n\n- é\n", tasks: "- [ ] T001 [P] [→US2] é 😀\n")
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks, !context.userStories.isEmpty else { return }
      let known = Set(context.userStories.map(\.number))
      for task in document.tasks {
        for label in task.storyLabels(in: document.text) where !known.contains(label.number) {
          report(
            Finding(
              "there is no user story \(label.number)", in: document.path, at: label.range,
              help:
                "the stories are \(context.userStories.map { "\($0.number)" }.joined(separator: ", "))"
            ))
        }
      }
    })

  static let storyWithoutTask = Rule(
    id: "story-without-task", group: .specKit,
    summary: "No task is labelled with a user story, though others are.",
    rationale: "The story will not be built.",
    severity: .warning,
    passing: [
      .specKit("### User Story 1 - A\n\n- é\n", tasks: "- [ ] T001 [US1] A\n"),
      .specKit("### User Story 1 - A\n\n- é\n", tasks: "- [ ] T001 A\n"),
    ],
    failing: [
      .specKit(
        "### User Story 1 - A\n\n- é\n\n→### User Story 2 - 😀\n\n- é\n",
        tasks: "- [ ] T001 [US1] A\n")
    ],
    check: .feature { context, report in
      guard let text = context.feature.requirements?.text, let document = context.feature.tasks,
        !context.userStories.isEmpty
      else { return }
      let labels = document.tasks.flatMap { $0.storyLabels(in: document.text).map(\.number) }
      guard !labels.isEmpty else { return }
      let named = Set(labels)
      for story in context.userStories where !named.contains(story.number) {
        report(
          Finding(
            "no task is for user story \(story.number)", in: text.path, at: story.range,
            help: "label its tasks with '[US\(story.number)]'"))
      }
    })
}
