import Diagnostics
import SpecModel

extension Rule {
  static let duplicateStory = Rule(
    id: "duplicate-story", group: .specKit,
    summary: "Two user stories have the same number.",
    rationale: "Nobody can tell which of them the tasks of that number belong to.",
    severity: .warning,
    passing: [.specKit("### User Story 1 - A\n\n1. é\n\n### User Story 2 - B\n\n1. é\n")],
    failing: [.specKit("### User Story 1 - A\n\n1. é\n\n### User Story →1 - B 😀\n\n1. é\n")],
    check: .feature { context, report in
      guard let text = context.feature.requirements?.text else { return }
      var seen: Set<Int> = []
      for story in context.userStories where !seen.insert(story.number).inserted {
        report(
          Finding(
            "there is a user story \(story.number) already", in: text.path, at: story.numberRange,
            help: "give it a number of its own, and its tasks the label"))
      }
    })

  static let storyWithoutScenario = Rule(
    id: "story-without-scenario", group: .specKit,
    summary: "A user story has no acceptance scenario.",
    rationale: "Nobody can tell when it is done.",
    severity: .warning,
    passing: [
      .specKit(
        "### User Story 1 - A\n\n1. **Given** é, **When** b, **Then** c\n"
          + "\n### User Story 2 - B\n\n- 😀\n")
    ],
    failing: [
      .specKit("→### User Story 1 - A\n\nAs a reader I want é 😀.\n\n### Edge Cases\n\n- None\n")
    ],
    check: .feature { context, report in
      guard let text = context.feature.requirements?.text else { return }
      for story in context.userStories where !story.hasList {
        report(
          Finding(
            "user story \(story.number) has no acceptance scenario", in: text.path,
            at: story.range, help: "write '1. **Given** …, **When** …, **Then** …' below it"))
      }
    })

  static let incompleteScenario = Rule(
    id: "incomplete-scenario", group: .specKit,
    summary: "An acceptance scenario says when, but not what happens then.",
    rationale: "There is nothing to check.",
    severity: .note,
    passing: [
      .specKit("### User Story 1 - A\n\n1. **When** é, **Then**\n   b\n2. Whenever 😀\n")
    ],
    failing: [
      .specKit("### User Story 1 - A\n\n1. →**Given** é 😀, **When** b\n")
    ],
    check: .feature { context, report in
      guard let text = context.feature.requirements?.text else { return }
      for story in context.userStories {
        for scenario in story.scenarios
        where scenario.hasGiven && scenario.hasWhen && !scenario.hasThen {
          report(
            Finding(
              "a scenario of user story \(story.number) has no THEN", in: text.path,
              at: scenario.range, help: "say what happens then"))
        }
      }
    })
}
