package import SpecModel

/// What kind of task a goal is, and what says so.
///
/// An action with which a sentence begins weighs 5, elsewhere 3, and 1 as a thing (`the build`); a word
/// that means an action only there (`split`) weighs 2 where a sentence begins with it; a phrase weighs
/// 4, a measure such as `latency` and a file of a log 3, any other sign 2. The kind with the most weight
/// is taken; of equal ones that with the weightiest single sign; else the goal is `general`.
package struct TaskTypeDetection: Sendable {
  /// A word or phrase that speaks for a kind.
  package struct Evidence: Sendable, Hashable {
    /// In small letters; a path as it is written.
    package var words: String
    package var type: TaskType
    package var score: Int
    /// Why it weighs what it does; empty for a plain sign.
    package var remark: String
  }

  /// `general` where nothing speaks for a kind, or nothing decides between several.
  package let type: TaskType
  /// In the order of the goal, each word once.
  package let evidence: [Evidence]
  /// The kinds that nothing decides between; empty when one was found or nothing at all.
  package let tied: [TaskType]
  /// The weights of the kinds that anything speaks for, the heaviest first.
  package let scores: [(type: TaskType, score: Int)]

  /// Linear in the goal.
  package init(_ goal: String) {
    var search = TaskTypeSearch(GoalText(goal))
    let found = search.find()
    evidence = found
    var weights: [(type: TaskType, score: Int, heaviest: Int)] = []
    for type in TaskType.allCases {
      let own = found.filter { $0.type == type }
      guard let heaviest = own.map(\.score).max() else { continue }
      weights.append((type, own.reduce(0) { $0 + $1.score }, heaviest))
    }
    scores = weights.sorted { $0.score > $1.score }.map { ($0.type, $0.score) }
    let best = weights.max { ($0.score, $0.heaviest) < ($1.score, $1.heaviest) }
    let equal = weights.filter { $0.score == best?.score && $0.heaviest == best?.heaviest }
    type = equal.count == 1 ? equal[0].type : .general
    tied = equal.count > 1 ? equal.map(\.type) : []
  }
}

/// Goes through the words of a goal.
private struct TaskTypeSearch {
  let text: GoalText
  private var evidence: [TaskTypeDetection.Evidence] = []
  private var seen: Set<String> = []

  init(_ text: GoalText) {
    self.text = text
  }

  mutating func find() -> [TaskTypeDetection.Evidence] {
    let words = text.words
    var position = 0
    var isOpening = false
    while position < words.count {
      if words[position].opensSentence { isOpening = true }
      if let phrase = phrase(at: position) {
        note(phrase.words.joined(separator: " "), phrase.type, 4, "a phrase")
        position += phrase.words.count
        isOpening = false
        continue
      }
      read(position, isOpening: isOpening)
      if !TaskTypeSigns.openers.contains(words[position].text) { isOpening = false }
      position += 1
    }
    for path in text.paths where path.hasPrefix("logs/") || path.hasSuffix(".log") {
      note(path, .debug, 3, "a log")
    }
    return evidence
  }

  private mutating func read(_ position: Int, isOpening: Bool) {
    let word = text.words[position].text
    if let type = TaskTypeSigns.actions[word] {
      let before = position > 0 ? text.words[position - 1].text : ""
      if isOpening {
        note(word, type, 5, "opens a sentence")
      } else if TaskTypeSigns.articles.contains(before) {
        note(word, type, 1, "a thing, behind '\(before)'")
      } else {
        note(word, type, 3, "an action")
      }
    } else if isOpening, let type = TaskTypeSigns.openings[word] {
      note(word, type, 2, "opens a sentence")
    } else if let type = TaskTypeSigns.measures[word] {
      note(word, type, 3, "a measure")
    } else if let type = TaskTypeSigns.signs[word], word != "new" || !isKnownThing(position) {
      note(word, type, 2, "")
    }
  }

  /// Whether a word stands behind one that means something which is there already.
  private func isKnownThing(_ position: Int) -> Bool {
    position > 0
      && ["the", "this", "these", "our", "your", "its"].contains(text.words[position - 1].text)
  }

  private func phrase(at position: Int) -> (words: [String], type: TaskType)? {
    let rest = text.words[position...].lazy.map(\.text)
    return TaskTypeSigns.phrases.first { rest.starts(with: $0.words) }
  }

  private mutating func note(_ words: String, _ type: TaskType, _ score: Int, _ remark: String) {
    guard seen.insert(words).inserted else { return }
    evidence.append(.init(words: words, type: type, score: score, remark: remark))
  }
}
