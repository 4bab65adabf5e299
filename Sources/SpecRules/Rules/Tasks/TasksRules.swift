extension Rule {
  /// The rules about task lists.
  static let tasksRules: [Rule] = [
    .noTasks,
    .almostATask,
    .duplicateTaskID,
    .unknownTaskAgent,
    .doneParentOpenChild,
    .openParentDoneChildren,
    .unknownTaskState,
    .emptyTaskTitle,
    .numberGap,
    .taskOrder,
    .restatedTask,
    .unnumberedTasks,
    .unnumberedChecklist,
    .missingParent,
    .misplacedTask,
    .longTaskTitle,
    .idleVerification,
    .severalInProgress,
    .misspeltKey,
    .unbalancedKey,
    .emptyValue,
  ]
}
