package import Diagnostics

/// One task of a task list, as it is written.
package struct TaskItem: Sendable {
  /// How the task stands in the document.
  package enum Form: Sendable, Hashable {
    case checkbox, heading, paragraph
  }

  /// The id without decoration, such as `2.1`, `T001` or `TASK-3`.
  ///
  /// It is made from the order of the tasks where ``hasWrittenID`` is false.
  package var id: String
  /// False for a box without an id, and for the one task of a module that lists none.
  package var hasWrittenID = true
  /// Where the id stands; where the title stands if no id is written.
  package var idRange: Range<Offset>
  /// The text behind the id, without `**`.
  package var title: String
  /// The same text as written.
  package var titleRange: Range<Offset>
  /// What the box says; without one, a ✅ in the title, the status line or the checklist; else open.
  package var state: TaskState
  /// The mark between the brackets, or the value of the status line, that the state comes from.
  package var stateRange: Range<Offset>?
  /// Whether a `*` stands right behind the box: `- [ ]*`.
  package var isOptional = false
  package var form: Form
  /// The line, or heading, that makes the task.
  package var range: Range<Offset>
  /// From the task's line to the end of the last line that belongs to it and to no other task.
  package var block: Range<Offset>

  /// The index of the task whose id is the longest proper prefix of this one's.
  package var parent: Int?
  /// The indices of the tasks whose parent this is, in document order.
  package var children: [Int] = []
  /// The index of the innermost heading above the task that is no task itself.
  package var group: Int?
  /// Where the same task is written a second time: a heading and a checkbox with the same id and title.
  package var restatements: [Range<Offset>] = []

  /// What the lines about requirements and `Validates` list, in the order written.
  package var requirements: [Reference] = []
  /// What the dependency lines list, in the order written; empty and ``declaresDependencies`` true for `None`.
  package var dependencies: [Reference] = []
  /// Dependencies written in the title: `(depends on T001)`.
  package var inlineDependencies: [Reference] = []
  /// Whether a dependency line is there, whatever it says.
  package var declaresDependencies = false
  /// What its lines about files name; where a task of Spec Kit has none, the paths in its title.
  package var files: [FileMention] = []
  /// What is there to build on, in the order written.
  package var leverage: [FileMention] = []
  /// The names of what only one task may use at a time, as the task lists them.
  package var resources: [Located<String>] = []
  /// The values of the keys that are kept as text; few tasks have any of them.
  package private(set) var values: [MetadataKey: Located<String>] = [:]
  /// Every `key: value` line of the block in document order, the known ones included.
  package var metadata: [MetadataEntry] = []
  /// The boxes without a number below the task, in document order.
  package var checklist: [ChecklistItem] = []

  /// Whether the task has no children and so is one that is scheduled.
  package var isLeaf: Bool { children.isEmpty }
}

extension TaskItem {
  /// The agent that the task names for itself.
  package var agent: Located<String>? { values[.agent] }
  /// Whom the task is assigned to: an agent or a person.
  package var owner: Located<String>? { values[.owner] }
  /// As written; ``writtenEstimate`` is what it says, and counts the title too.
  package var estimate: Located<String>? { values[.estimate] }
  /// As written; no plan depends on it.
  package var priority: Located<String>? { values[.priority] }
  package var purpose: Located<String>? { values[.purpose] }

  /// Keeps the value of a key as text; of several the first counts.
  mutating func keep(_ value: Located<String>?, of key: MetadataKey) {
    if let value, values[key] == nil { values[key] = value }
  }
}

/// A checkbox that is no task of its own.
package struct ChecklistItem: Sendable, Hashable {
  package var state: TaskState
  /// From the bullet to the end of the text.
  package var range: Range<Offset>
  /// What stands behind the box.
  package var textRange: Range<Offset>

  package init(state: TaskState, range: Range<Offset>, textRange: Range<Offset>) {
    self.state = state
    self.range = range
    self.textRange = textRange
  }
}

/// A path that a task names.
package struct FileMention: Sendable, Hashable {
  /// The path or glob, without backticks and without the remark behind it, `/` between its parts.
  package var path: String
  /// What was remarked in parentheses, such as `modify` or `new section`; empty without a remark.
  package var remark: String
  /// The path as written, without backticks and remark.
  package var range: Range<Offset>

  package init(path: String, remark: String = "", at range: Range<Offset>) {
    self.path = path
    self.remark = remark
    self.range = range
  }
}
