extension Rule {
  /// The rules about dependencies and declared waves.
  static let dependenciesRules: [Rule] = [
    .unknownDependency,
    .selfDependency,
    .dependencyCycle,
    .unreadableWaves,
    .repeatedWaveTask,
    .forwardDependency,
    .noDependencies,
    .unknownFeatureDependency,
    .featureCycle,
  ]
}
