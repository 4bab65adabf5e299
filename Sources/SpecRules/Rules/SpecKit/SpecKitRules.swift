extension Rule {
  /// The rules about the documents of Spec Kit.
  static let specKitRules: [Rule] = [
    .duplicateStory,
    .storyWithoutScenario,
    .incompleteScenario,
    .unknownStory,
    .storyWithoutTask,
    .requirementWithoutMust,
    .parallelSameFile,
    .specKitPlaceholder,
  ]
}
