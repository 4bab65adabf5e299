extension Rule {
  /// The rules about requirements as a document.
  static let requirementsRules: [Rule] = [
    .duplicateRequirementID,
    .requirementWithoutCriteria,
    .almostARequirement,
    .almostACriterion,
  ]
}
