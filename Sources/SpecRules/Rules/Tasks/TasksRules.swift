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
    .oddTaskID,
    .incompletePrompt,
    .severalInProgress,
    .misspeltKey,
    .unbalancedKey,
    .emptyValue,
  ]
}
