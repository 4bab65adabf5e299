import SpecModel

/// The agents that compete for the tasks of one feature.
struct Competitors: Sendable {
  /// Numbers of the roster, in the order in which ties are decided.
  var agents: [Int] = []
  /// How many of them, from the first, are the feature's own.
  var ownCount = 0
}

/// Finds the agent of one feature that fits a task best.
///
/// A word of `auto_invoke_on` in the title weighs 3, in a path 2; a file of a kind that the agent's
/// name speaks of weighs 2, and being configured for the feature 1 if anything else matches. Each
/// counts once. Who is there for several features has its turn when nothing speaks for the feature's
/// own agents, and only with a word in the title: files alone would give all to one language's
/// expert. How much work an agent has already counts for nothing: an agent would else depend on
/// all tasks before it, and one new task could move every later one. Linear in the words of the task.
struct TaskMatcher {
  /// A phrase or extension of an agent, by its place in the agent's vocabulary.
  private struct Known {
    var candidate: Int
    var index: Int
    var length: Int
  }

  private struct Evidence: Equatable {
    var candidate: Int
    var source: MatchEvidence.Source
    var index: Int
    var score: Int
  }

  /// The numbers of the agents that may be chosen, in the order in which ties are decided.
  let candidates: [Int]
  /// How many of them are the feature's own, who come before all others.
  private let ownCount: Int
  private let vocabulary: [AgentVocabulary]
  /// By the hash of the first word.
  private var phrases: [UInt64: [Known]] = [:]
  private var extensions: [UInt64: [Known]] = [:]
  /// A bit for each known first word, so that most words need no look-up.
  private var filter: UInt64 = 0
  private let isConfigured: [Bool]
  private let feature: String
  private var words: [UInt64] = []
  private var evidence: [Evidence] = []
  private var scores: [Int]

  init(_ competitors: Competitors, roster: AgentRoster, feature: String) {
    candidates = competitors.agents
    ownCount = competitors.ownCount
    self.feature = feature
    isConfigured = candidates.map { roster.agents[$0].features.contains(feature) }
    scores = [Int](repeating: 0, count: candidates.count)
    vocabulary = candidates.map { roster.vocabularies[$0] ?? AgentVocabulary(words: [], agent: "") }
    for (place, known) in vocabulary.enumerated() {
      for (index, phrase) in known.phrases.enumerated() {
        phrases[phrase.words[0], default: []].append(
          Known(candidate: place, index: index, length: phrase.words.count))
        filter |= Self.bit(phrase.words[0])
      }
      for (index, file) in known.extensions.enumerated() {
        extensions[file.hash, default: []].append(
          Known(candidate: place, index: index, length: 1))
      }
    }
  }

  /// Whether no task can match, so that none need be looked at.
  var isEmpty: Bool { phrases.isEmpty && extensions.isEmpty }

  /// The number of the best agent and its score; `nil` when nothing of the task speaks for any.
  mutating func match(title: String, files: [FileMention]) -> (agent: Int, score: Int)? {
    evidence.removeAll(keepingCapacity: true)
    if !phrases.isEmpty {
      words.removeAll(keepingCapacity: true)
      WordScanner.append(title, to: &words)
      collect(.title, 3)
    }
    for file in files {
      words.removeAll(keepingCapacity: true)
      WordScanner.append(file.path, to: &words)
      // An extension that is known as one speaks once, and not as a word of the path too.
      if let last = words.last, let found = extensions[last] {
        for known in found { add(known, .fileType, 2) }
        words.removeLast()
      }
      if !phrases.isEmpty { collect(.path, 2) }
    }
    return evidence.isEmpty ? nil : best()
  }

  /// Those for whom something of the task last matched speaks, as places among the candidates: the
  /// feature's own first, then by score, then in the order in which ties are decided.
  func ranking() -> [(place: Int, score: Int)] {
    evidence.isEmpty
      ? []
      : scores.indices.lazy.filter { scores[$0] > 0 }.map { (place: $0, score: scores[$0]) }
        .sorted {
          let (first, second) = (isOwn($0.place), isOwn($1.place))
          if first != second { return first }
          return ($1.score, $0.place) < ($0.score, $1.place)
        }
  }

  private func hasTitleWord(_ place: Int) -> Bool {
    evidence.contains { $0.candidate == place && $0.source == .title }
  }

  /// Whether a candidate is one of the feature's own agents.
  func isOwn(_ place: Int) -> Bool { place < ownCount }

  private mutating func best() -> (agent: Int, score: Int)? {
    for candidate in scores.indices { scores[candidate] = 0 }
    for entry in evidence where isOwn(entry.candidate) || hasTitleWord(entry.candidate) {
      // Being configured for the feature counts once, with the first thing that matches.
      if scores[entry.candidate] == 0, isConfigured[entry.candidate] { scores[entry.candidate] = 1 }
      scores[entry.candidate] += entry.score
    }
    let isOwnMatched = scores[..<ownCount].contains { $0 > 0 }
    if !isOwnMatched, !evidence.contains(where: { $0.source == .title }) { return nil }
    let circle = isOwnMatched ? 0..<ownCount : ownCount..<scores.count
    var best = circle.lowerBound
    for candidate in circle where scores[candidate] > scores[best] { best = candidate }
    return (candidates[best], scores[best])
  }

  /// What of the task last matched speaks for an agent.
  func evidence(for agent: Int) -> [MatchEvidence] {
    let own = evidence.filter { candidates[$0.candidate] == agent }.map { entry in
      let word =
        entry.source == .fileType
        ? vocabulary[entry.candidate].extensions[entry.index].text
        : vocabulary[entry.candidate].phrases[entry.index].text
      return MatchEvidence(source: entry.source, word: word, score: entry.score)
    }
    let gives = candidates.firstIndex(of: agent).map { isConfigured[$0] } ?? false
    return gives ? own + [MatchEvidence(source: .feature, word: feature, score: 1)] : own
  }

  private mutating func collect(_ source: MatchEvidence.Source, _ score: Int) {
    for position in words.indices where filter & Self.bit(words[position]) != 0 {
      guard let found = phrases[words[position]] else { continue }
      for known in found where known.length == 1 || isThere(known, at: position) {
        add(known, source, score)
      }
    }
  }

  private func isThere(_ known: Known, at position: Int) -> Bool {
    words[position...].starts(with: vocabulary[known.candidate].phrases[known.index].words)
  }

  private mutating func add(_ known: Known, _ source: MatchEvidence.Source, _ score: Int) {
    let found = Evidence(
      candidate: known.candidate, source: source, index: known.index, score: score)
    if !evidence.contains(found) { evidence.append(found) }
  }

  private static func bit(_ hash: UInt64) -> UInt64 {
    // The high bits of the product are well mixed.
    1 << (hash >> 58)
  }
}
