package import Diagnostics

/// One feature of the registry.
package struct RegistryFeature: Sendable {
  /// The key in a map of features; in a list, what the feature calls itself.
  package var name: Located<String>
  /// The whole entry.
  package var range: Range<Offset>
  /// `title:` or `name:`, for people.
  package var title: Located<String>?
  /// `description:` or `summary:`, for people.
  package var summary: Located<String>?
  /// The folder of its documents, from the root; `nil` for the folder of the same name.
  package var specsLocation: Located<String>?
  /// Gets every task that suits no other agent better.
  package var primaryAgent: Located<String>?
  /// May get the tasks that suit them better.
  package var supportingAgents: [Located<String>] = []
  /// Verify what the others did, and get no work of their own.
  package var qaAgents: [Located<String>] = []
  /// Features that must be finished first: `depends_on:` or `dependencies:`.
  package var dependsOn: [Located<String>] = []
  /// Compared with ``Configuration/pages``.
  package var pages: [Located<String>] = []
  /// Files and parts, for people.
  package var keyComponents: [Located<String>] = []
  /// Names of rules that hold for the feature, compared with ``Configuration/ruleNames``.
  package var criticalRules: [Located<String>] = []
  /// A word such as `core`; the features of inner layers come before those of outer ones.
  package var layer: Located<String>?
  /// For people; no plan depends on it.
  package var priority: Located<String>?
  /// For people.
  package var status: Located<String>?
  /// In a list of features only those that look misspelt.
  package var unknownKeys: [UnknownKey] = []

  package init(name: Located<String>, range: Range<Offset>) {
    self.name = name
    self.range = range
  }
}
