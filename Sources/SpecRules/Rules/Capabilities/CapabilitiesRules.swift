extension Rule {
  /// The rules about the settings of single capabilities.
  static let capabilitiesRules: [Rule] = [
    .invalidCapabilityValue,
    .misspeltCapabilityWord,
    .contradictoryThresholds,
    .unknownCapabilityAgent,
    .unknownCapabilityFeature,
    .incompleteServer,
    .unexpandedVariable,
    .unknownServer,
    .secretInSettings,
  ]
}
