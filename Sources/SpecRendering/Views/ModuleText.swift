package import Diagnostics
package import SpecModel
import SpecPlanning

/// One module with what it builds on, its files and its tasks, for people.
package struct ModuleText: Sendable {
  private let number: Int
  private let workspace: Workspace
  private let terminal: TerminalTraits

  /// The module of a number in ``Workspace/moduleFeatures``.
  package init(_ number: Int, in workspace: Workspace, terminal: TerminalTraits) {
    self.number = number
    self.workspace = workspace
    self.terminal = terminal
  }

  /// Empty for a number that no module has.
  package var text: String {
    let names = workspace.moduleFeatures.map(\.name)
    let modules = workspace.layered?.layers.flatMap(\.modules) ?? []
    guard modules.indices.contains(number) else { return "" }
    let module = modules[number]
    var text = StyledText(showsColor: terminal.showsColor)
    text.append(names[number], .heading)
    text.append("  \(module.path)", .faint)
    text.endLine()
    let needs = ModuleNeeds.find(in: workspace)[number].map { names[$0] }
    let lines = [
      ("layer", module.layer), ("agent", module.agent),
      ("purpose", module.responsibility?.value ?? ""),
      ("depends on", needs.joined(separator: ", ")),
      ("files", module.files.map(\.path).joined(separator: ", ")),
    ]
    for (name, value) in lines where !value.isEmpty {
      text.append(name.padded(toWidth: 12), .faint)
      for (index, line) in value.visible.wrapped(toWidth: terminal.width - 12).enumerated() {
        if index > 0 { text.append(spaces: 12) }
        text.append(line)
        text.endLine()
      }
    }
    let counts = TaskCounts(module.tasks)
    text.append("tasks".padded(toWidth: 12), .faint)
    text.append("\(counts.settled) of \(counts.total) done")
    text.endLine()
    return text.text
  }
}
