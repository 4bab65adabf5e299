import SpecModel

/// Finds the agent of one feature that fits a task best.
///
/// A word of `auto_invoke_on` in the title weighs 3, in a path 2; a file of a kind that the agent's name
/// speaks of weighs 2, and being configured for the feature 1 if anything else matches. Linear in the words of the task.
struct TaskMatcher {
  private struct Phrase {
    var candidate: Int
    var word: String
    /// The hashes of all words of the phrase, the first included.
    var words: [UInt64]
  }

  /// The numbers of the agents that may be chosen, in the order in which ties are decided.
  let candidates: [Int]
  private var phrasesByFirstWord: [UInt64: [Phrase]] = [:]
  private var candidatesByExtension: [UInt64: [(candidate: Int, word: String)]] = [:]
  private let isConfigured: [Bool]
  private let feature: String

  init(candidates: [Int], roster: AgentRoster, feature: String) {
    self.candidates = candidates
    self.feature = feature
    isConfigured = candidates.map { roster.agents[$0].features.contains(feature) }
    for (place, candidate) in candidates.enumerated() {
      let agent = roster.agents[candidate]
      for word in agent.words {
        let words = WordScanner.words(word)
        guard let first = words.first else { continue }
        phrasesByFirstWord[first, default: []].append(
          Phrase(candidate: place, word: word, words: words))
      }
      for name in FileKinds.extensions(forAgent: agent.name) {
        guard let hash = WordScanner.words(name).first else { continue }
        candidatesByExtension[hash, default: []].append((place, name))
      }
    }
  }

  /// Whether no task can match, so that none need be looked at.
  var isEmpty: Bool { phrasesByFirstWord.isEmpty && candidatesByExtension.isEmpty }

  /// The number of the best agent and what spoke for it; `nil` when nothing of the task speaks for any.
  func match(_ task: TaskItem) -> (agent: Int, choice: AgentChoice)? {
    var evidence: [(candidate: Int, item: MatchEvidence)] = []
    collect(WordScanner.words(task.title), .title, 3, &evidence)
    for file in task.files {
      let words = WordScanner.words(file.path)
      collect(words, .path, 2, &evidence)
      guard let last = words.last, let found = candidatesByExtension[last] else { continue }
      for (candidate, word) in found {
        add(MatchEvidence(source: .fileType, word: word, score: 2), candidate, &evidence)
      }
    }
    guard !evidence.isEmpty else { return nil }
    var scores = [Int](repeating: 0, count: candidates.count)
    for (candidate, item) in evidence { scores[candidate] += item.score }
    for candidate in scores.indices where scores[candidate] > 0 && isConfigured[candidate] {
      scores[candidate] += 1
      evidence.append((candidate, MatchEvidence(source: .feature, word: feature, score: 1)))
    }
    guard let best = scores.indices.max(by: { (scores[$0], -$0) < (scores[$1], -$1) }) else {
      return nil
    }
    let own = evidence.filter { $0.candidate == best }.map(\.item)
    return (candidates[best], .matched(score: scores[best], evidence: own))
  }

  private func collect(
    _ words: [UInt64], _ source: MatchEvidence.Source, _ score: Int,
    _ evidence: inout [(candidate: Int, item: MatchEvidence)]
  ) {
    guard !phrasesByFirstWord.isEmpty else { return }
    for (position, word) in words.enumerated() {
      guard let phrases = phrasesByFirstWord[word] else { continue }
      for phrase in phrases where words[position...].starts(with: phrase.words) {
        add(
          MatchEvidence(source: source, word: phrase.word, score: score), phrase.candidate,
          &evidence)
      }
    }
  }

  /// The same evidence counts once.
  private func add(
    _ item: MatchEvidence, _ candidate: Int,
    _ evidence: inout [(candidate: Int, item: MatchEvidence)]
  ) {
    guard !evidence.contains(where: { $0.candidate == candidate && $0.item == item }) else {
      return
    }
    evidence.append((candidate, item))
  }
}
