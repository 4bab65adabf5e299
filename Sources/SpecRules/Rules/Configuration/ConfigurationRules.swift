extension Rule {
  /// The rules about the configuration and about YAML itself.
  static let configurationRules: [Rule] = [
    .invalidYAML,
    .duplicateKey,
    .invalidValue,
    .legacyBoolean,
    .severalSettings,
    .unknownFeature,
    .unknownRule,
    .agentWithoutFile,
    .unusedRule,
    .unknownKey,
  ]
}
