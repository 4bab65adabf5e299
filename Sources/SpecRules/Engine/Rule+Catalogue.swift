extension Rule {
  /// Every rule, in the order of the documentation; adding one touches its file and the list of its
  /// group.
  package static let catalogue: [Rule] = [
    filesRules,
    requirementsRules,
    criteriaRules,
    designRules,
    tasksRules,
    referencesRules,
    traceabilityRules,
    dependenciesRules,
    agentsRules,
    registryRules,
    configurationRules,
    workflowsRules,
    capabilitiesRules,
    planningRules,
    specKitRules,
    openSpecRules,
    suppressionsRules,
  ].flatMap(\.self)

  /// The rule with an id.
  package static func named(_ id: String) -> Rule? {
    catalogue.first { $0.id == id }
  }
}
