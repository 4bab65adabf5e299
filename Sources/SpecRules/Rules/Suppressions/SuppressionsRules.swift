extension Rule {
  /// The rules about suppressions.
  static let suppressionsRules: [Rule] = [
    .unusedSuppression,
    .unknownSuppression,
  ]
}
