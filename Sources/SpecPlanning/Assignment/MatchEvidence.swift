/// One thing about a task that speaks for an agent.
struct MatchEvidence: Sendable, Hashable {
  enum Source: Sendable, Hashable {
    case title, path, fileType, feature
  }

  var source: Source
  /// The word of `auto_invoke_on`, the extension, or the feature.
  var word: String
  var score: Int

  /// The evidence and its weight in words.
  var description: String {
    switch source {
    case .title: "'\(word)' in the title (+\(score))"
    case .path: "'\(word)' in a path (+\(score))"
    case .fileType: "'.\(word)' file (+\(score))"
    case .feature: "is configured for feature '\(word)' (+\(score))"
    }
  }
}
