import Diagnostics
import SpecModel

extension Rule {
  static let misspeltKey = Rule(
    id: "misspelt-key", group: .tasks,
    summary: "The key of a task's line is nearly, but not quite, a known one.",
    rationale: "The line means nothing then: its requirements or dependencies are not there.",
    severity: .warning,
    passing: [
      .tasks("- [ ] 1. A\n  - _Requirements: 1.1_\n  - _Note: é_\n"),
      .tasks("- [ ] 1. A\n  - Validation: run it\n  - Purple: a colour\n"),
    ],
    failing: [
      .tasks("- [ ] 1. é😀\n  - _→Requirments: 1.1_\n"),
      .tasks("- [ ] 1. A\n- [ ] 2. B\n  - **→Dependecies**: 1\n"),
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for index in document.tasks.indices {
        for entry in document.tasks[index].metadata where entry.key == .other {
          let bytes = document.text.bytes[entry.keyRange.indices]
          guard MetadataSpelling.mayBeMisspelt(bytes) else { continue }
          let written = document.text.text(entry.keyRange)
          guard let meant = MetadataSpelling.meant(by: written) else { continue }
          report(
            Finding(
              "'\(written)' is no known key", in: document.path, at: entry.keyRange,
              help: "did you mean '\(meant)'?",
              fix: Fix(
                "write '\(meant)'",
                edits: [TextEdit(replacing: entry.keyRange, with: meant)])))
        }
      }
    })
}

/// The keys that tools read, and what a word near to one of them was meant to be.
enum MetadataSpelling {
  /// Those that plans and checks go by, in the spelling that is written most often.
  private static let keys = [
    "Requirements", "Requirement", "Dependencies", "Dependency", "Depends", "Depends on",
    "Prerequisites", "Leverage", "Estimate", "Priority", "Purpose",
  ]

  /// Words that are near to a key and mean something else.
  private static let otherWords: Set<String> = [
    "leveraged", "leverages", "leveraging", "purposes", "estimates", "dependent", "dependents",
    "depended", "propose", "proposed", "priorities", "required", "requires", "retirement",
  ]

  /// Asked of every unknown key, most of which begin like no known one.
  static func mayBeMisspelt(_ key: ArraySlice<UInt8>) -> Bool {
    guard (5...18).contains(key.count), let first = key.first, key.count > 1 else { return false }
    let second = key[key.startIndex + 1] | 0x20
    return keys.contains { known in
      let bytes = known.utf8
      guard abs(bytes.count - key.count) <= 4, let start = bytes.first else { return false }
      return start | 0x20 == first | 0x20 || bytes.dropFirst().first == second
    }
  }

  /// The key that a word was meant to be, in the case in which the word is written.
  static func meant(by word: String) -> String? {
    let lowered = word.lowercased()
    guard !otherWords.contains(lowered), let key = nearMiss(to: word, among: keys),
      key.lowercased() != lowered,
      isSlip(Array(lowered.unicodeScalars), Array(key.lowercased().unicodeScalars))
    else { return nil }
    return word.first?.isLowercase ?? false ? key.lowercased() : key
  }

  /// Whether two words differ in one place only, by one letter or two swapped ones.
  ///
  /// Short words have too many neighbours for more; long ones may differ in more letters.
  private static func isSlip(_ word: [Unicode.Scalar], _ key: [Unicode.Scalar]) -> Bool {
    let longest = max(word.count, key.count)
    guard longest <= 9 else { return abs(word.count - key.count) <= 2 }
    let front = zip(word, key).prefix { $0 == $1 }.count
    let back = zip(word.reversed(), key.reversed()).prefix { $0 == $1 }.count
    if front + back >= longest - 1 { return true }
    return word.count == key.count && front + back == longest - 2
      && word[front] == key[front + 1] && word[front + 1] == key[front]
  }
}
