import Diagnostics

/// The outcome on which every reporter is tested: a fix, second places, a range over two lines, a
/// finding without a place, a note, text beyond ASCII, and text that tries to steer the terminal.
let sampleOutcome: Outcome = {
  let path = ".claude/specs/tâche 中文/tasks.md"
  let tasks = SourceFile(
    path: path,
    text: "# Tâches 😀\r\n\r\n- [ ] 1 Écrire 中文 😀 (after T9)\r\n-\t[X] 2 Lire\u{1B}[2J le\r\n"
      + "  reste\r\n- [ ] 1 Encore \u{202E}\r\n")
  let registry = SourceFile(
    path: ".claude/feature_registry.yaml", text: "features:\n  - name: tâche 中文\n")

  var unknown = Finding(
    "task '1' depends on 'T9', which does not exist", in: path, at: place("T9", in: tasks),
    help: "did you mean 'T8'?", rule: "unknown-dependency")
  unknown.severityOrigin = ".claude/config.yaml:12"
  let restated = Finding(
    "task id '1' is used twice", in: path, at: place("1 Encore", in: tasks, length: 1),
    notes: [
      Finding.Note("first used here", in: path, at: place("1 Écrire", in: tasks, length: 1)),
      Finding.Note(
        "the feature is registered here", in: registry.path, at: place("tâche", in: registry)),
    ], rule: "duplicate-task-id")
  let mark = Finding(
    "'X' is a capital letter", in: path, at: place("X", in: tasks),
    fix: Fix(
      "write 'x' in lower case", edits: [TextEdit(replacing: place("X", in: tasks), with: "x")]),
    rule: "capital-mark", severity: .warning)
  let long = Finding(
    "the title of task '2' goes over two lines", in: path,
    at: place("Lire", in: tasks).lowerBound..<place("reste", in: tasks).upperBound,
    rule: "long-title", severity: .note)
  let missing = Finding(
    "feature 'tâche 中文' has no design\u{1B}]0;owned\u{7}", in: ".claude/specs/tâche 中文", at: nil,
    help: "specctl init feature writes one\nor take it out of the registry",
    rule: "missing-document", severity: .warning)

  let rules = [
    RuleRecord(
      id: "capital-mark", group: "tasks", summary: "A mark is a capital letter.",
      rationale: "Some readers know 'x' alone.", severity: nil),
    RuleRecord(
      id: "unknown-dependency", group: "tasks", summary: "A task waits for one that is not there.",
      rationale: "It could never start.", severity: .error),
    RuleRecord(
      id: "long-title", group: "tasks", summary: "A title goes over more than one line.",
      rationale: "Lists show one.", severity: .note),
  ]
  return Outcome(
    findings: [unknown, mark, long, restated, missing].sorted(by: Finding.precedes),
    sources: [path: tasks, registry.path: registry],
    rules: Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0) }),
    documents: [registry.path, path, ".claude/specs/tâche 中文/requirements.md"], fileCount: 48,
    featureCount: 12,
    featureByDirectory: [".claude/specs/tâche 中文": "tâche 中文"], suppressedCount: 1)
}()

/// The range of the first occurrence of a text.
func place(_ text: String, in file: SourceFile, length: Int? = nil) -> Range<Offset> {
  let wanted = Array(text.utf8)
  for start in file.bytes.indices where file.bytes[start...].starts(with: wanted) {
    return Range(start, start + (length ?? wanted.count))
  }
  return Range(0, 0)
}
