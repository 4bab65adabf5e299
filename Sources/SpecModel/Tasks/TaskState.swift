/// How far a task has come, as its checkbox or status line says.
package enum TaskState: Sendable, Hashable {
  case open
  case inProgress
  case done
  /// Dropped or put off: `[~]`, `[⏭️]`. It satisfies what waits for it and is not planned.
  case skipped
  /// A mark between the brackets that means nothing known.
  case unknown(String)

  /// Whether what depends on the task need not wait for it.
  package var isSettled: Bool {
    switch self {
    case .done, .skipped: true
    case .open, .inProgress, .unknown: false
    }
  }
}
