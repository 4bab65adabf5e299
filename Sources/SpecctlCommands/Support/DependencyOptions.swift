import ArgumentParser
import Diagnostics
import SpecModel
import SpecPlanning
import SpecRendering
import SpecWorkspace

extension Confidence: ExpressibleByArgument {}

/// What `plan` says of waits, and writes of them into documents.
struct DependencyOptions: ParsableArguments {
  @Flag(help: "Show what each task waits for, why, and where that is written.")
  var explain = false

  @Flag(help: "Write into each task list what its tasks wait for, where they do not say it.")
  var writeDepends = false

  @Flag(help: "With --write-depends, show the changes as a diff and write nothing.")
  var dryRun = false

  init() {}

  mutating func validate() throws {
    if explain, writeDepends {
      throw ValidationError("'--explain' shows and '--write-depends' writes; take one of them")
    }
    if dryRun, !writeDepends {
      throw ValidationError("'--dry-run' belongs to '--write-depends'")
    }
  }

  /// Writes the waits of the features that a planner plans, all documents or none.
  func write(_ planner: Planner, _ session: Session, _ console: Console) throws {
    var changes: [(path: String, old: [UInt8], new: [UInt8])] = []
    var lines = 0
    var refused = 0
    for feature in session.workspace.features where planner.selection.contains(feature) {
      guard let document = feature.tasks else { continue }
      do throws(DependencyWriting.Refusal) {
        let writing = try DependencyWriting(
          document, order: planner.order, leastConfidence: planner.leastConfidence)
        guard let new = writing.edits.applied(to: document.text.bytes), writing.count > 0 else {
          continue
        }
        lines += writing.count
        changes.append((document.path, document.text.bytes, new))
      } catch {
        refused += 1
        console.warn("\(document.path) is left as it is: \(error.phrase)")
      }
    }
    if dryRun {
      for change in changes {
        let difference = UnifiedDiff(change.path, from: change.old, to: change.new)
        console.write(difference.bytes(showsColor: console.output.showsColor))
      }
    } else {
      try DocumentChanges(changes: changes).write(below: session.root)
    }
    let count = "\(lines) \(lines == 1 ? "line" : "lines") in \(changes.count) "
    console.say(
      lines == 0
        ? "nothing to write: every task says what it waits for"
        : (dryRun ? "would write " : "wrote ") + count + (changes.count == 1 ? "file" : "files"))
    if refused > 0 { throw ExitCode.failure }
  }
}

extension DependencyWriting.Refusal {
  /// The reason for people.
  fileprivate var phrase: String {
    switch self {
    case .faultyDependencies: "what it declares is at fault; 'specctl validate' says where"
    case .repeatedID(let id): "two tasks have the id '\(id)'"
    case .missingID(let title): "task '\(title)' has no id"
    case .tooManyTasks: "it has more than 20000 tasks"
    case .notReadable(let id): "a line for task '\(id)' would not be read as it is meant"
    }
  }
}
