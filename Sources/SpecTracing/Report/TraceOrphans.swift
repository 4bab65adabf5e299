/// What leads nowhere.
package struct TraceOrphans: Sendable, Hashable {
  /// A tag, or an item of one, that names nothing that there is.
  package struct UnknownTag: Sendable, Hashable {
    /// `checkout/2.9`; `@spec` for a tag that names no feature.
    package var text: String
    /// Where it stands; `nil` for one in a report.
    package var place: TracePlace?
    /// The test of the report that has it.
    package var test: String?
    /// A phrase: `there is no feature 'checkot'`.
    package var message: String
    /// What was meant, if that can be guessed.
    package var help: String?
  }

  /// A task that cites no requirement although its feature has some.
  package struct UntracedTask: Sendable, Hashable {
    package var feature: String
    package var id: String
    package var title: String
    package var place: TracePlace
  }

  /// A test with a tag of which no report has a result.
  package struct TestWithoutResult: Sendable, Hashable {
    /// The name of its declaration; empty where that is unknown.
    package var name: String
    package var place: TracePlace
    /// A phrase: `no report has a test of this name`.
    package var reason: String
    /// The features that its tags name.
    package var features: Set<String>
  }

  /// In the order of their places, those of reports behind all others.
  package var unknownTags: [UnknownTag] = []
  /// Leaves only, feature by feature in document order.
  package var tasks: [UntracedTask] = []
  /// In the order of their places; empty where no report was read.
  package var tests: [TestWithoutResult] = []

  package init() {}

  package var isEmpty: Bool { unknownTags.isEmpty && tasks.isEmpty && tests.isEmpty }
}
