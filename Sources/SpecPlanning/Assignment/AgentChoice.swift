/// Why a step has its agent, kept small; ``description`` puts it into words.
package enum AgentChoice: Sendable, Hashable {
  /// The task names its agent.
  case named
  /// The best match, with what it matched.
  case matched(score: Int, evidence: [MatchEvidence])
  /// Nobody matched better.
  case primary
  case standIn
  /// The step belongs to the agent's place in the life of a feature, for the reason given.
  case placed(origin: String, remark: String = "")
  case nobody

  /// One line for each thing that spoke for the agent.
  package var reasons: [String] {
    switch self {
    case .named: ["the task names the agent"]
    case .matched(let score, let evidence):
      evidence.map(\.description) + ["best match among the feature's agents, score \(score)"]
    case .primary: ["primary agent of the feature; no other of its agents matched the task"]
    case .standIn: ["default agent; the feature has no agent that fits"]
    case .placed(let origin, let remark): remark.isEmpty ? [origin] : [origin, remark]
    case .nobody: ["no agent: the feature names none and there is no default agent"]
    }
  }
}

/// One thing about a task that speaks for an agent.
package struct MatchEvidence: Sendable, Hashable {
  package enum Source: String, Sendable, Hashable {
    case title, path, fileType, feature
  }

  package var source: Source
  /// The word of `auto_invoke_on`, the extension, or the feature.
  package var word: String
  package var score: Int

  var description: String {
    switch source {
    case .title: "'\(word)' in the title (+\(score))"
    case .path: "'\(word)' in a path (+\(score))"
    case .fileType: "'.\(word)' file (+\(score))"
    case .feature: "is configured for feature '\(word)' (+\(score))"
    }
  }
}
