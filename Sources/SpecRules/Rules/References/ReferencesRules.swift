extension Rule {
  /// The rules about what documents cite.
  static let referencesRules: [Rule] = [
    .unknownRequirement,
    .unknownCriterion,
    .referenceToAll,
    .wholeAsZero,
    .wordsAsReference,
    .repeatedReference,
    .reversedRange,
  ]
}
