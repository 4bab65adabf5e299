extension Rule {
  /// What planning finds.
  static let planningRules: [Rule] = [
    .taskWithoutAgent,
    .contradictedLayers,
    .selfVerification,
    .unverifiedFeature,
    .unplannedAgent,
    .missedDeadline,
  ]
}
