extension Rule {
  /// The rules about the sentences of acceptance criteria.
  static let criteriaRules: [Rule] = [
    .criterionWithoutModal,
    .severalModals,
    .keywordCase,
  ]
}
