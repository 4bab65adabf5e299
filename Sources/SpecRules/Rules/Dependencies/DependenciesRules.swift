extension Rule {
  /// The rules about dependencies and declared waves.
  static let dependenciesRules: [Rule] = [
    .unknownDependency,
    .selfDependency,
    .dependencyCycle,
    .unreadableWaves,
    .repeatedWaveTask,
    .contradictedWaves,
    .incompleteWaves,
    .waveNumbers,
    .sharedFileInWave,
    .forwardDependency,
    .noDependencies,
    .doneTooEarly,
    .optionalDependency,
    .parallelDependency,
    .ambiguousDependency,
    .redundantDependency,
    .unknownFeatureDependency,
    .featureCycle,
    .unknownModule,
    .moduleCycle,
    .moduleAgainstLayers,
  ]
}
