import Diagnostics
import SpecModel
import SpecPlanning

/// The first workflow of a configuration with the given text below `workflows:`, in flow form.
func workflow(_ text: String) -> Workflow? {
  configuration("workflows: {\(text)}").workflows.first
}

func configuration(_ text: String) -> Configuration {
  Configuration(reading: SourceFile(path: ".claude/config.yaml", text: text))
}

extension WorkflowMachine {
  /// The ids of states, for comparisons.
  func ids(_ states: [[Int]]) -> [[String]] { states.map { $0.map(id) } }
}
