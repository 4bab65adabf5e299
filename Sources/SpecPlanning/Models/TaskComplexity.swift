import Diagnostics
import SpecModel

/// How hard a task looks, from what can be counted in the documents.
package struct TaskComplexity: Sendable, Hashable {
  /// Hardness in words, from the score.
  package enum Level: String, Sendable, Hashable, CaseIterable {
    case low, medium, high
  }

  /// One thing that was counted, with what it weighs.
  package struct Evidence: Sendable, Hashable {
    /// A phrase, such as `3 files`.
    package var text: String
    /// Negative for what makes a task look easier; never 0.
    package var weight: Int
  }

  /// Everything that weighs something, in the order of the table in docs/planning.md.
  package let evidence: [Evidence]

  /// The sum of the weights; it can be negative.
  package var score: Int { evidence.reduce(0) { $0 + $1.weight } }

  /// Low below 1, high from 4 on.
  package var level: Level {
    switch score {
    case ..<1: .low
    case ..<4: .medium
    default: .high
    }
  }

  /// Linear in the block of the task; `dependents` is the number of tasks that wait for it directly.
  init(_ task: TaskItem, in document: TasksDocument, seconds: Int?, dependents: Int) {
    var evidence: [Evidence] = []
    func add(_ weight: Int, _ text: String) {
      if weight != 0 { evidence.append(Evidence(text: text, weight: weight)) }
    }
    let files = Set(task.files.map(\.path)).count
    add(min(max(files - 1, 0), 3), "\(files) files")
    let criteria = task.requirements.count
    add(Self.step(criteria, [4, 7]), "\(criteria) requirements")
    let items = task.checklist.count
    add(Self.step(items, [4, 8]), "\(items) checklist items")
    add(Self.step(dependents, [3, 6]), "\(dependents) tasks wait for it")
    let block = task.block.lowerBound.utf8..<task.block.upperBound.utf8
    let words = Self.wordCount(document.text.file.bytes[block])
    add(Self.step(words, [40, 80, 160]), "\(words) words")
    if let seconds {
      let hours = Self.step(seconds, [3 * 3600, 8 * 3600 + 1, 3 * 8 * 3600])
      add(seconds <= 1800 ? -1 : hours, "estimated at \(Self.time(seconds))")
    }
    var titleWords: [UInt64] = []
    WordScanner.append(task.title, to: &titleWords)
    if let word = Self.hard.first(where: { titleWords.contains($0.hash) }) {
      add(2, "'\(word.text)' in the title")
    }
    if let word = Self.easy.first(where: { titleWords.contains($0.hash) }) {
      add(-1, "'\(word.text)' in the title")
    }
    self.evidence = evidence
  }

  /// How many of the rising bounds a number reaches.
  private static func step(_ number: Int, _ bounds: [Int]) -> Int {
    bounds.count { number >= $0 }
  }

  private static func time(_ seconds: Int) -> String {
    seconds < 3600 ? "\(seconds / 60) min" : "\(seconds / 3600) h"
  }

  private static func wordCount(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var isInWord = false
    for byte in bytes {
      let isPart = byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
      if isPart, !isInWord { count += 1 }
      isInWord = isPart
    }
    return count
  }

  private static func words(_ text: String) -> [(text: String, hash: UInt64)] {
    text.split(separator: " ").compactMap { word in
      WordScanner.words(String(word)).first.map { (String(word), $0) }
    }
  }

  /// Words of titles whose tasks need thought.
  private static let hard = words(
    """
    architecture concurrency concurrent distributed migration migrate security authentication \
    authorization encryption cryptography algorithm protocol parser compiler transaction \
    transactions synchronization realtime performance optimize scheduler engine framework
    """)

  /// Words of titles whose tasks need little.
  private static let easy = words(
    """
    rename typo bump comment comments readme changelog docs documentation format formatting lint \
    verify checkpoint constant constants config configuration install setup scaffold cleanup
    """)
}
