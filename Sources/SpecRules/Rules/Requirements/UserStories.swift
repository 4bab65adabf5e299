import Diagnostics
import SpecModel

extension Rule {
  static let missingUserStory = Rule(
    id: "missing-user-story", group: .requirements,
    summary: "A requirement has no user story where the others have one.",
    rationale: "Nobody can tell who wants it and why.",
    severity: .note, profiles: Profile.threeDocuments,
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
    severity: .note, profiles: Profile.threeDocuments,
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
    return withUnsafeBufferPointer { bytes in
      var index = story.lowerBound.utf8
      var position = 0
      while index < end {
        guard bytes[index].isWordByte else {
          index += 1
          continue
        }
        // Words of up to eight bytes as numbers, as WantingWords has them.
        var key: UInt64 = 0
        let start = index
        while index < end, bytes[index].isWordByte {
          key = key << 8 | UInt64(bytes[index] | 0x20)
          index += 1
        }
        if index - start > 8 { key = 0 }
        switch position {
        case 0: if key != WantingWords.opening { return nil }
        case 1: if !WantingWords.articles.contains(key) { return nil }
        default: if WantingWords.wishes.contains(key) { return nil }
        }
        position += 1
      }
      return position > 2 ? "what is wanted" : nil
    }
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool { (self | 0x20) &- 0x61 < 26 || self == 0x27 || self >= 0x80 }
}

/// Words of stories as numbers made of their bytes, in lower case.
private enum WantingWords {
  static let opening = packed("as")
  static let articles = ["a", "an", "the"].map(packed)
  /// Words with which somebody says what they want, or hardly fails to.
  static let wishes: Set<UInt64> = Set(
    [
      "want", "need", "like", "can", "wish", "must", "should", "expect", "require", "prefer",
      "able", "i", "i'd", "we",
    ].map(packed))

  private static func packed(_ word: String) -> UInt64 {
    word.utf8.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }
}
