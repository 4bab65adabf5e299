import Diagnostics
import SpecModel
import Testing

@Suite struct ReviewTests {
  private func review(_ criteria: String, tasks: String) -> FeatureReview {
    let requirements = "### Requirement 1: A\n\n#### Acceptance Criteria\n\n\(criteria)"
    return FeatureReview(
      Feature(
        name: "a", directory: "specs/a", layout: .claude,
        requirements: RequirementsDocument(
          reading: SourceFile(path: "requirements.md", bytes: Array(requirements.utf8))),
        tasks: TasksDocument(reading: SourceFile(path: "tasks.md", bytes: Array(tasks.utf8)))))
  }

  private let tasks = "- [ ] 1. B\n  - _Requirements: 1.1_\n- [ ] 2. C\n  - _Requirements: All_\n"

  @Test func namesEveryItemAndWhatItCites() {
    let review = review("1. THE é SHALL 😀\n", tasks: tasks)
    #expect(review.items.map(\.name) == ["requirement 1", "criterion 1.1", "task 1", "task 2"])
    #expect(review.items[2].citations.map(\.name) == ["criterion 1.1"])
    #expect(review.items[3].citations.isEmpty)
  }

  @Test func findsWhatChangedButNotWhatMerelyMoved() {
    let before = review("1. THE é SHALL sort\n", tasks: tasks)
    let entries = before.entries(after: [:]) { _, _ in true }
    let moved = review("\n1.   **THE** é\r\n   SHALL _sort_\n", tasks: tasks)
    #expect(moved.suspects(by: entries).isEmpty)
    let changed = review("1. THE é SHALL not sort\n", tasks: tasks)
    #expect(changed.suspects(by: entries).map(\.change) == [.changed])
    let again = changed.entries(after: entries) { _, _ in true }
    #expect(changed.suspects(by: again).isEmpty)
  }

  @Test func tellsARenumberedTextFromAChangedOne() {
    let entries = review("1. THE é SHALL sort\n", tasks: tasks).entries(after: [:]) { _, _ in true }
    let now = review("1. THE é SHALL start\n2. THE é SHALL sort\n", tasks: tasks)
    #expect(now.suspects(by: entries).map(\.change) == [.renumbered(to: "criterion 1.2")])
  }

  @Test func keepsWhatWasNotLookedAtSuspect() {
    let list = tasks + "- [ ] 3. D\n  - _Requirements: 1.1_\n"
    let entries = review("1. THE é SHALL sort\n", tasks: list).entries(after: [:]) { _, _ in true }
    let changed = review("1. THE é SHALL stop\n", tasks: list)
    let partly = changed.entries(after: entries) { item, _ in item.name == "task 1" }
    #expect(changed.suspects(by: partly).map(\.item.name) == ["task 3"])
  }

  @Test func callsNoNewLinkSuspect() {
    let entries = review("1. THE é SHALL sort\n", tasks: "").entries(after: [:]) { _, _ in true }
    #expect(review("1. THE é SHALL stop\n", tasks: tasks).suspects(by: entries).isEmpty)
  }

  @Test func readsTheLockThatItWrites() {
    var lock = ReviewLock()
    let name = "specs/a: \"é\"\t\u{1}"
    lock.features[name] = review("1. THE é SHALL sort\n", tasks: tasks)
      .entries(after: [:]) { _, _ in true }
    let read = ReviewLock(reading: SourceFile(path: "x", bytes: Array(lock.text.utf8)))
    #expect(read.problems.isEmpty)
    #expect(read.features == lock.features)
    #expect(read.text == lock.text)
    #expect(ReviewLock().text.hasSuffix("features: {}\n"))
  }

  @Test(arguments: ["version: 2\n", "version: [\n", "{", "\u{0}"])
  func saysWhyALockCannotBeRead(text: String) {
    let lock = ReviewLock(reading: SourceFile(path: "x", bytes: Array(text.utf8)))
    #expect(!lock.problems.isEmpty)
    #expect(lock.features.isEmpty)
  }
}
