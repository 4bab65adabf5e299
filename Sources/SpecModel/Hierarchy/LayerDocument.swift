package import Diagnostics

/// What coordinates a layer, or the whole system: `.claude/layers/<layer>/<LAYER>_ORCHESTRATOR.md`.
package struct LayerDocument: Sendable {
  package let text: SpecText
  /// The file's name without `.md`, which is the name of the agent that checks the layer.
  package let agent: String
  /// The first heading, without a number in front.
  package var title: Located<String>?
  /// The agents of modules that stand in headings, each as it is written first.
  package var modules: [ModuleReference] = []
  /// The layers that stand under `Depends On`, in the order written.
  package var dependencies: [ModuleReference] = []
  /// Whether `Depends On` says that the layer builds on nothing.
  package var declaresNothing = false

  /// Relative to the root.
  package var path: String { text.path }
}
