extension Rule {
  /// The rules about the documents of OpenSpec.
  static let openSpecRules: [Rule] = [
    .requirementWithoutScenario,
    .requirementWithoutShall,
    .almostAScenario,
    .scenarioWithoutThen,
    .duplicateSpecRequirement,
    .changeWithoutDelta,
    .emptyDelta,
    .unknownChangedRequirement,
    .addedRequirementExists,
    .conflictingDelta,
    .incompleteRenaming,
    .concurrentChange,
  ]
}
