package import Diagnostics

/// The specification of one module in a layer: `.claude/layers/<layer>/modules/<NAME>_AGENT.md`.
package struct ModuleDocument: Sendable {
  package let text: SpecText
  /// The name of the layer's folder.
  package let layer: String
  /// The file's name without `.md`, which is the name of the agent that implements the module.
  package let agent: String
  /// The name of the module: `portfolio` of `PORTFOLIO_AGENT.md`.
  package let name: String
  /// The first heading.
  package var title: Located<String>?
  /// What the module is for, as the document says it first.
  package var responsibility: Located<String>?
  /// What stands under `Depends On`, in the order written.
  package var dependencies: [ModuleReference] = []
  /// What lines of code import, those that are named as forbidden left out.
  package var imports: [ModuleReference] = []
  /// The file that the module is.
  package var primaryFile: FileMention?
  /// All files that are named as the module's own, the primary one among them.
  package var files: [FileMention] = []
  /// What there is to do: a list of the document's own, else one task.
  package var tasks: TasksDocument
  /// Whether the document lists tasks of its own.
  package var hasOwnTasks = false

  /// Relative to the root.
  package var path: String { text.path }

  /// The name for people: that of the title, else that of the file.
  package var displayName: String {
    let words = ["specification", "spec", "agent", "module"]
    var name = (title?.value ?? "")[...]
    for word in words where name.lowercased().hasSuffix(" " + word) {
      name = name.dropLast(word.count + 1)
    }
    let shown = String(name).trimmingBlanks
    return shown.isEmpty || shown.utf8.count > 60 ? self.name : shown
  }
}
