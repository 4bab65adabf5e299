package import Diagnostics
package import YAMLSyntax

/// The settings of one capability of an orchestrator, such as its budgets or what it observes.
package struct CapabilityFile: Sendable {
  package let kind: CapabilityKind
  package let file: SourceFile
  /// The values with their places; `nil` where the file could not be read or is empty.
  package var root: YAMLNode?
  /// Whether nothing in the file is what the capability asks for: it belongs to another tool.
  package var isForeign = false
  /// Where the file names agents.
  package var agents: [Located<String>] = []
  /// Where the file names features.
  package var features: [Located<String>] = []
  /// The MCP servers that the file defines.
  package var servers: [Located<String>] = []
  package var unknownKeys: [UnknownKey] = []
  /// In the order of their places; none where the file belongs to another tool.
  package var problems: [DocumentProblem] = []
}
