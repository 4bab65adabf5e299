package import Diagnostics

/// A page of `features:` in the configuration.
package struct ConfiguredPage: Sendable {
  /// The key below `features:`.
  package var page: Located<String>
  package var feature: Located<String>?
  /// The paths below `specs`, in the order written.
  package var documents: [Located<String>]
  /// The names of the rules that hold for the page, in the order written.
  package var rules: [Located<String>]

  package init(
    page: Located<String>, feature: Located<String>? = nil, documents: [Located<String>] = [],
    rules: [Located<String>] = []
  ) {
    self.page = page
    self.feature = feature
    self.documents = documents
    self.rules = rules
  }
}
