package import Diagnostics
package import SpecModel

/// What of a task list cannot be planned as it is written, beside its dependencies.
///
/// Checks and plans both take these findings from here, so that they always agree.
package enum TaskListFaults {
  /// Lists of more tasks are not planned.
  package static let taskLimit = 1_000_000

  /// The finding of the rule `too-many-tasks`, at the first task beyond the limit.
  package static func tooManyTasks(in document: TasksDocument) -> Finding? {
    guard document.tasks.count > taskLimit else { return nil }
    return Finding(
      "the list has \(document.tasks.count) tasks, where at most \(taskLimit) are planned",
      in: document.path, at: document.tasks[taskLimit].idRange,
      help: "divide the feature into several", rule: "too-many-tasks", severity: .error)
  }

  /// The findings of the rule `unreadable-estimate`, of tasks that are still to be done.
  ///
  /// An estimate that counts something other than time, such as tests, is none of them. Linear in the
  /// tasks.
  package static func unreadableEstimates(in document: TasksDocument) -> [Finding] {
    document.tasks.indices.compactMap { index in
      guard let estimate = document.tasks[index].estimate, !estimate.value.isEmpty,
        !document.tasks[index].state.isSettled,
        EstimateReading(estimate.value) == .unreadable
      else { return nil }
      return Finding(
        "the estimate of task '\(document.tasks[index].id)' is '\(estimate.value)', which is no time",
        in: document.path, at: estimate.range,
        help: "write a time such as '30m', '2h' or '1-2 days', or a size from XS to XL",
        rule: "unreadable-estimate", severity: .warning)
    }
  }
}
