import Diagnostics
import SpecModel
import SpecPlanning

/// One thing that an engine does, with what it waits for.
struct EngineStep {
  enum Work {
    /// Runs the command.
    case assignment
    /// Waits for a person's word.
    case approval
    /// Does nothing; others wait for it instead of for all that it waits for.
    case point
  }

  var work: Work
  /// Unique among the steps.
  var id: String
  /// The index of its feature in ``Plan/features``; `nil` for points.
  var feature: Int?
  /// The numbers of the steps that come first, all of them smaller than its own, in ascending order.
  var waits: [Int]
  var kind: StepKind?
  var priority = Priority.critical
  var isBlocking = true
  var timeoutSeconds = 0
  /// Which of the limits of single agents holds for it, in ``EngineNetwork/agentLimits``.
  var agentLimit: Int?
  /// What the command finds in its environment, by name, without zero bytes.
  var environment: [(name: String, value: String)] = []

  /// The names of ``environment``, in its order.
  static let environmentNames = [
    "SPECCTL_STEP", "SPECCTL_TASK", "SPECCTL_FEATURE", "SPECCTL_AGENT", "SPECCTL_KIND",
    "SPECCTL_TITLE", "SPECCTL_TIMEOUT",
  ]

  /// The longest title that is handed on, in bytes; systems refuse environments without bounds.
  static let titleLimit = 1000

  init(work: Work, id: String, feature: Int?, waits: [Int]) {
    self.work = work
    self.id = id
    self.feature = feature
    self.waits = waits
  }

  init(
    _ assignment: Assignment, feature: String, task: String, title: String, waits: [Int]
  ) {
    self.init(work: .assignment, id: assignment.id, feature: assignment.feature, waits: waits)
    kind = assignment.kind
    priority = assignment.priority
    isBlocking = assignment.isBlocking
    timeoutSeconds = max(1, assignment.timeoutSeconds)
    let values = [
      assignment.id, task, feature, assignment.agent ?? "", assignment.kind.rawValue,
      title.cut(toBytes: Self.titleLimit), String(timeoutSeconds),
    ]
    environment = zip(Self.environmentNames, values).map { ($0, $1.replacingZeros) }
  }

  /// What a person sees of it in one line.
  var label: String {
    let title = environment.first { $0.name == "SPECCTL_TITLE" }?.value ?? ""
    return (title.isEmpty ? id : "\(id) \(title)").cut(toBytes: 120).visible
  }

  /// The limit of time in whole minutes, rounded up.
  var timeoutMinutes: Int { timeoutSeconds / 60 + (timeoutSeconds % 60 > 0 ? 1 : 0) }
}

extension String {
  /// The text with a replacement character for each zero byte.
  var replacingZeros: String {
    guard utf8.contains(0) else { return self }
    return String(
      String.UnicodeScalarView(unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
  }

  /// The text, or as many of its first characters as fit into so many bytes with an ellipsis.
  func cut(toBytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var result = String.UnicodeScalarView()
    var size = 3
    for scalar in unicodeScalars {
      size += UTF8.width(scalar)
      guard size <= limit else { break }
      result.append(scalar)
    }
    return String(result) + "…"
  }
}
