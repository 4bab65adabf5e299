extension Rule {
  /// The rules about the registry.
  static let registryRules: [Rule] = [
    .missingSpecFolder,
    .duplicateFeature,
    .unknownAgent,
    .foreignRegistry,
    .orphanSpecFolder,
    .undefinedRule,
    .statisticsMismatch,
    .missingDocument,
    .pageMismatch,
  ]
}
