import Diagnostics
import SpecModel
package import SpecPlanning

/// The steps of a plan as a table of comma-separated values (RFC 4180), for spreadsheets.
package enum PlanCSV {
  static let columns = [
    "id", "feature", "kind", "title", "agent", "role", "priority", "wave", "start_seconds",
    "finish_seconds", "slack_seconds", "critical", "timeout_seconds", "after", "requirements",
    "files",
  ]

  /// A heading line, then a line for each step in the order of the plan; near linear in the plan.
  ///
  /// Lists are separated by semicolons. A cell that a spreadsheet would take for a formula has an
  /// apostrophe before it.
  package static func text(_ plan: Plan, _ schedule: Schedule) -> String {
    let network = PlanNetwork(plan)
    let critical = Set(schedule.criticalPath)
    var text = columns.joined(separator: ",") + "\r\n"
    for (number, node) in network.nodes.enumerated() {
      guard case .step(let step) = node else { continue }
      let assignment = plan.assignments[step]
      let after = network.waits[number].map { wait in
        switch network.nodes[wait.before] {
        case .step(let before): plan.assignments.id(before)
        case .junction(let junction): plan.name(ofJunction: junction)
        }
      }
      let cells = [
        assignment.id, plan.features[assignment.feature].name, assignment.kind.rawValue,
        assignment.title, assignment.agent ?? "", assignment.role.rawValue,
        assignment.priority.rawValue, assignment.wave.map(String.init) ?? "",
        String(schedule.starts[step]), String(schedule.finishes[step]),
        String(schedule.slacks[step]), critical.contains(step) ? "yes" : "no",
        String(assignment.timeoutSeconds), after.joined(separator: ";"),
        assignment.requirementIDs.joined(separator: ";"),
        assignment.files.map(\.path).joined(separator: ";"),
      ]
      text += cells.map(cell).joined(separator: ",") + "\r\n"
    }
    return text
  }

  /// A value as a cell, in quotes where it needs them.
  static func cell(_ value: String) -> String {
    var value = value
    if let first = value.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      value = "'" + value
    }
    guard value.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return value }
    return "\""
      + value.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
