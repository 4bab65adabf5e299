extension Rule {
  /// The rules about what requirements, designs and tasks make of each other.
  static let traceabilityRules: [Rule] = [
    .suspectLink,
    .unreadableLock,
    .uncoveredRequirement,
    .uncoveredCriterion,
    .noReferences,
    .designNamesNoRequirement,
    .taskWithoutRequirement,
    .unimplementedProperty,
    .unprovedCriterion,
  ]
}
