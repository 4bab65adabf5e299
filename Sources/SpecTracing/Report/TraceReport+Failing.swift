extension TraceReport {
  /// A requirement with the feature it is of.
  package typealias Whole = (feature: TracedFeature, requirement: TracedRequirement)

  /// The requirements with criteria of which a test failed that names the whole, in the order of the
  /// documents.
  ///
  /// No criterion counts such a test as its own, so ``coverage`` does not know of it.
  package var failingWholes: [Whole] {
    features.flatMap { feature in
      feature.requirements.filter { !$0.criteria.isEmpty && $0.links.proof == .failing }
        .map { (feature, $0) }
    }
  }
}
