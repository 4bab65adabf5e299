extension Rule {
  /// The rules about declared workflows.
  static let workflowsRules: [Rule] = [
    .workflowWithoutSteps,
    .duplicateStep,
    .severalInitialSteps,
    .unknownStep,
    .unknownWorker,
    .terminalStepWithSuccessor,
    .oddRetryLimit,
    .unreachableStep,
    .workflowWithoutEnd,
    .successCycle,
    .unlimitedRetry,
  ]
}
