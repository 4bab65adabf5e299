/// The specifications of a system in layers of modules: `.claude/layers` and `.claude/system`.
package struct LayeredSystem: Sendable {
  /// One folder of `.claude/layers`.
  package struct Layer: Sendable {
    /// The folder's name.
    package var name: String
    /// Relative to the root.
    package var directory: String
    /// What coordinates the layer; `nil` for one that only has modules.
    package var document: LayerDocument?
    /// In the byte order of their paths.
    package var modules: [ModuleDocument]

    package init(
      name: String, directory: String, document: LayerDocument? = nil,
      modules: [ModuleDocument] = []
    ) {
      self.name = name
      self.directory = directory
      self.document = document
      self.modules = modules
    }
  }

  /// The folder of the layers.
  package static let layersFolder = ".claude/layers"
  /// The folder of what coordinates the whole system.
  package static let systemFolder = ".claude/system"

  /// In the byte order of their names.
  package var layers: [Layer] = []
  /// The documents `.claude/system/*_ORCHESTRATOR.md`, in the byte order of their names.
  package var orchestrators: [LayerDocument] = []

  package init(layers: [Layer] = [], orchestrators: [LayerDocument] = []) {
    self.layers = layers
    self.orchestrators = orchestrators
  }

  /// Every text that was read.
  package var texts: [SpecText] {
    layers.flatMap { [$0.document?.text].compactMap { $0 } + $0.modules.map(\.text) }
      + orchestrators.map(\.text)
  }
}
