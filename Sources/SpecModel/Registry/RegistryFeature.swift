package import Diagnostics

/// One feature of the registry.
package struct RegistryFeature: Sendable {
  package var name: Located<String>
  /// The whole entry.
  package var range: Range<Offset>
  package var title: Located<String>?
  package var summary: Located<String>?
  package var specsLocation: Located<String>?
  package var primaryAgent: Located<String>?
  package var supportingAgents: [Located<String>] = []
  package var qaAgents: [Located<String>] = []
  package var dependsOn: [Located<String>] = []
  package var pages: [Located<String>] = []
  package var keyComponents: [Located<String>] = []
  package var criticalRules: [Located<String>] = []
  package var layer: Located<String>?
  package var priority: Located<String>?
  package var status: Located<String>?
  package var unknownKeys: [UnknownKey] = []

  package init(name: Located<String>, range: Range<Offset>) {
    self.name = name
    self.range = range
  }
}
