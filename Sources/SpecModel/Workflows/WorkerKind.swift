/// What a worker of a workflow is there for, whoever does it.
package enum WorkerKind: String, Sendable, Hashable, CaseIterable {
  /// Says what is wanted.
  case productManager = "product_manager"
  case coder
  /// Reads what others made.
  case reviewer
  /// Tries out what others made.
  case tester
  case deployer
  /// Anything else, such as a word to the team at the end.
  case generic

  /// Whether the worker judges what a coder made, so that it should not be the same agent.
  package var judgesOthers: Bool { self == .reviewer || self == .tester }
}
