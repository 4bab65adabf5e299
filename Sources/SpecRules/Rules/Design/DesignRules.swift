extension Rule {
  /// The rules about designs.
  static let designRules: [Rule] = [
    .duplicateProperty,
    .emptyProperty,
    .unprovedProperty,
    .missingDesignSection,
  ]
}
