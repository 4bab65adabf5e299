import Diagnostics
import SpecModel
import SpecPlanning

/// The plan of features with the given task lists.
func planned(_ features: [(name: String, tasks: String)], _ configuration: String = "") -> Plan? {
  let read = features.map { name, tasks in
    let directory = ".claude/specs/\(name)"
    return Feature(
      name: name, directory: directory, layout: .claude,
      tasks: TasksDocument(reading: SourceFile(path: "\(directory)/tasks.md", text: tasks)))
  }
  return Planner().plan(
    Workspace(
      features: read,
      configuration: Configuration(
        reading: SourceFile(path: ".claude/config.yaml", text: configuration)))
  ).plan
}
