import Diagnostics
import SpecModel

extension Rule {
  static let missingUserStory = Rule(
    id: "missing-user-story", group: .requirements,
    summary: "A requirement has no user story where the others have one.",
    rationale: "Nobody can tell who wants it and why.",
    severity: .note,
    passing: [.requirements(stories("As a user, I want a", "As a user, I want b", ""))],
    failing: [
      .requirements(
        stories("As a user, I want é 😀", "As a user, I want b", "As a user, I want c", "→"))
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      let expecting = document.requirements.filter { !$0.isSecondary && $0.expectsCriteria }
      let missing = expecting.filter { $0.userStory == nil }
      guard !missing.isEmpty, missing.count * 4 <= expecting.count else { return }
      for requirement in missing {
        report(
          Finding(
            "requirement '\(requirement.id)' has no user story", in: document.path,
            at: requirement.idRange, help: "write '**User Story:** As a …, I want …, so that …'"))
      }
    })

  static let malformedUserStory = Rule(
    id: "malformed-user-story", group: .requirements,
    summary: "A user story does not say who wants what.",
    rationale: "'As a …, I want …, so that …' makes sure that there is somebody who wants it.",
    severity: .note,
    passing: [
      .requirements(stories("As a user, I want a, so that b")),
      .requirements(stories("作为用户，我希望看到首页，以便了解情况")),
    ],
    failing: [
      .requirements("### Requirement 1: A\n\n**User Story:** →As a é 😀, the list is sorted\n")
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      for requirement in document.requirements where !requirement.isSecondary {
        guard let story = requirement.userStory,
          let missing = document.text.bytes.partMissing(inStory: story, of: requirement.block)
        else { continue }
        report(
          Finding(
            "the user story of requirement '\(requirement.id)' does not say \(missing)",
            in: document.path, at: story, help: "write 'As a …, I want …, so that …'"))
      }
    })

  /// Requirements with these stories, an arrow alone standing for none.
  private static func stories(_ stories: String...) -> String {
    stories.enumerated().map { index, story in
      let isNone = story.isEmpty || story == "→"
      return "### Requirement \(story == "→" ? "→" : "")\(index + 1): A\n\n"
        + (isNone ? "" : "**User Story:** \(story)\n\n") + "1. THE system SHALL \(index)\n\n"
    }.joined()
  }
}

extension [UInt8] {
  /// What an English story leaves out; `nil` for one in another language or form.
  fileprivate func partMissing(inStory story: Range<Offset>, of block: Range<Offset>) -> String? {
    // A story may go on in the lines below it.
    let end = Swift.min(block.upperBound.utf8, story.upperBound.utf8 + 400, count)
    guard story.lowerBound.utf8 < end else { return nil }
    let text = String(decoding: self[story.lowerBound.utf8..<end], as: UTF8.self).lowercased()
    let words = text.split { !($0.isLetter || $0 == "'") }
    guard let first = words.first, first == "as", words.count > 2,
      ["a", "an", "the"].contains(words[1])
    else { return nil }
    let wants = words.contains {
      [
        "want", "need", "like", "can", "wish", "must", "should", "expect", "require", "prefer",
        "able",
        "i", "i'd", "we",
      ].contains($0)
    }
    return wants ? nil : "what is wanted"
  }
}
