import Diagnostics
import SpecModel
import SpecPlanning
import SpecRules
import YAMLSyntax

extension Session {
  /// What could not be read and so keeps a plan from being true: files and folders, task lists that
  /// are no text, a registry or a configuration that is no YAML.
  ///
  /// What belongs to features that are not selected is left out.
  func readingFaults(of selection: TaskSelection) -> [Finding] {
    let others = workspace.features.filter { !selection.contains($0) }.map { $0.directory + "/" }
    var findings = workspace.unreadable.filter { file in
      !others.contains { (file.path + "/").hasPrefix($0) }
    }.map { file in
      Finding(
        "cannot read '\(file.path)': \(file.reason)", in: file.path, at: nil,
        rule: "unreadable-file", severity: .error)
    }
    for feature in workspace.features + workspace.moduleFeatures where selection.contains(feature) {
      guard let tasks = feature.tasks, tasks.text.isBinary else { continue }
      findings.append(
        Finding(
          "the file is not text", in: tasks.path, at: Range(0, 0), help: "save it as UTF-8",
          rule: "not-text", severity: .error))
    }
    if let registry = workspace.registry {
      findings += unreadableYAML(registry.problems, in: registry.file.path)
    }
    if let configuration = workspace.configuration {
      findings += unreadableYAML(configuration.problems, in: configuration.file.path)
      findings += unusableLimits(configuration)
    }
    return findings.sorted(by: Finding.precedes)
  }

  private func unreadableYAML(_ problems: [DocumentProblem], in path: String) -> [Finding] {
    problems.filter { $0.kind == .unreadable }.map {
      Finding(
        $0.message, in: path, at: $0.range, help: $0.help, rule: "invalid-yaml",
        severity: .error)
    }
  }

  /// Limits, times and the like that are no such thing: a plan without them is not the one that is meant.
  private func unusableLimits(_ configuration: Configuration) -> [Finding] {
    let agents = configuration.root?["agents"]
    let sections = [
      configuration.root?["planning"], agents?["max_parallel"], agents?["timeouts"],
    ].compactMap { $0?.range }
    return configuration.problems.filter { problem in
      problem.kind == .wrongValue
        && sections.contains { $0.overlaps(problem.range) }
    }.map {
      Finding(
        $0.message, in: configuration.file.path, at: $0.range, help: $0.help, rule: "invalid-value",
        severity: .error)
    }
  }

  /// Says what is missing from a view because it could not be read.
  func warnOfUnreadable(_ console: Console) {
    for file in workspace.unreadable.prefix(3) {
      console.warn("cannot read '\(file.path)': \(file.reason)")
    }
    if workspace.unreadable.count > 3 {
      console.warn(
        "cannot read \(workspace.unreadable.count - 3) more; 'specctl validate' lists them")
    }
  }
}
