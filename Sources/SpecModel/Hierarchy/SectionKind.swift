/// What a heading or a bold label of a module's specification announces.
enum SectionKind {
  /// What the module builds on.
  case dependencies
  /// Which imports are allowed.
  case imports
  /// Files of the module's own.
  case files
  case responsibility
  case tasks
  /// What belongs to others, or only shows how something is used.
  case foreign

  /// What some words announce; `nil` when they say nothing that is known.
  ///
  /// A remark in parentheses counts only where it speaks of imports.
  init?(_ words: String) {
    let whole = words.lowercased()
    let base = String(whole.prefix { $0 != "(" && $0 != "（" }).trimmingBlanks
    if Self.foreignBeginnings.contains(where: { base.hasPrefix($0) }) {
      self = .foreign
    } else if whole.contains("import") {
      self = .imports
    } else if base.hasPrefix("depends on") || Self.dependencyNames.contains(base) {
      self = .dependencies
    } else if Self.fileNames.contains(base) {
      self = .files
    } else if Self.taskNames.contains(base) {
      self = .tasks
    } else if Self.responsibilityNames.contains(base) {
      self = .responsibility
    } else {
      return nil
    }
  }

  private static let dependencyNames: Set<String> = [
    "dependencies", "module dependencies", "internal dependencies", "dependency", "builds on",
  ]
  private static let fileNames: Set<String> = [
    "module", "primary file", "primary files", "file", "files", "related files", "owned files",
    "deliverables", "module path", "source files", "test files", "tests",
  ]
  private static let taskNames: Set<String> = [
    "tasks", "task list", "implementation tasks", "implementation plan", "todo", "to do",
    "work items",
  ]
  private static let responsibilityNames: Set<String> = [
    "responsibility", "responsibilities", "role", "purpose", "identity & purpose", "overview",
  ]
  private static let foreignBeginnings = [
    "used by", "depended on by", "dependents", "provides", "consumers", "required by", "external",
    "forbidden", "example", "usage", "testing", "communication", "error scenario",
    "common scenario", "common task", "future", "decision log", "known issue", "quick reference",
    "adding ", "new dependenc",
  ]
}
