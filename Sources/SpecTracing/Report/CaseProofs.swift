import TestReports

/// Results by what they prove, each test once for each requirement or criterion.
struct CaseProofs {
  private struct Key: Hashable {
    var feature: Int
    var target: TraceTarget
    var test: Int
  }

  private var evidence: [Key: (TracedTest.Evidence, TracePlace?)] = [:]
  private var order: [Key] = []

  mutating func add(
    _ feature: Int, _ target: TraceTarget, _ test: Int, _ kind: TracedTest.Evidence,
    _ place: TracePlace?
  ) {
    let key = Key(feature: feature, target: target, test: test)
    if let known = evidence[key] {
      // The evidence that comes first is the stronger one.
      evidence[key] = (known.0, known.1 ?? place)
    } else {
      evidence[key] = (kind, place)
      order.append(key)
    }
  }

  func add(to tracings: inout [FeatureTracing], _ cases: [TestCase]) {
    for key in order {
      guard let (kind, place) = evidence[key] else { continue }
      let test = cases[key.test]
      tracings[key.feature].change(key.target) {
        $0.add(
          TracedTest(
            name: test.displayName, outcome: TracedTest.Outcome(test.outcome), evidence: kind,
            place: place))
      }
    }
  }
}

extension TracedTest.Outcome {
  fileprivate init(_ outcome: TestOutcome) {
    switch outcome {
    case .passed: self = .passed
    case .failed: self = .failed
    case .skipped: self = .skipped
    }
  }
}

extension TestCase {
  /// The name with that of the class in front, unless it begins with it anyway.
  var displayName: String {
    className.isEmpty || name.hasPrefix(className) ? name : "\(className).\(name)"
  }
}
