import Diagnostics
import SpecModel
import SpecPlanning

/// A task list whose tasks wait for nothing, with the lines of each below it.
func independentTasks(_ lines: [String]) -> String {
  lines.enumerated().map { number, line in
    "- [ ] \(number + 1). Task\n  - _Depends: None_\n  - \(line)\n"
  }
  .joined()
}

/// The plan of features under the settings below `planning:`.
func plan(_ features: [Feature], planning: String = "{}") -> Plan? {
  let text = "planning:\n" + planning.split(separator: "\n").map { "  \($0)\n" }.joined()
  let configuration = Configuration(reading: SourceFile(path: ".claude/config.yaml", text: text))
  return Planner().plan(Workspace(features: features, configuration: configuration)).plan
}

/// The waves of one task list whose tasks wait for nothing.
func conflictWaves(_ lines: [String], planning: String = "{}") -> [[String]] {
  plan([feature("f", independentTasks(lines))], planning: planning)?.waveIDs
    .map { $0.map { String($0.dropFirst(2)) } } ?? []
}
