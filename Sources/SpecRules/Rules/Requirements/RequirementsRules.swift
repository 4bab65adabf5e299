extension Rule {
  /// The rules about requirements as a document.
  static let requirementsRules: [Rule] = [
    .noRequirements,
    .duplicateRequirementID,
    .requirementNumberGap,
    .requirementOrder,
    .emptyRequirementTitle,
    .missingUserStory,
    .malformedUserStory,
    .templatePlaceholder,
    .untouchedTemplate,
    .undefinedTerm,
    .requirementWithoutCriteria,
    .repeatedCriterionNumber,
    .criterionOrder,
    .duplicateCriterion,
    .almostARequirement,
    .almostACriterion,
  ]
}
