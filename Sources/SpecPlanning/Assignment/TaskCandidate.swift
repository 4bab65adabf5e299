/// An agent that something about a task speaks for.
package struct TaskCandidate: Sendable, Hashable {
  package var agent: String
  /// The sum of the weights of the evidence.
  package var score: Int
  /// Whether it is one of the feature's own agents, who come before those of several features.
  package var isOwn: Bool
  /// What speaks for it, each with its weight, in the order of the task.
  package var evidence: [String]

  package init(agent: String, score: Int, isOwn: Bool, evidence: [String]) {
    self.agent = agent
    self.score = score
    self.isOwn = isOwn
    self.evidence = evidence
  }
}
