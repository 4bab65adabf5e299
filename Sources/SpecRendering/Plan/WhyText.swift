import Diagnostics
import SpecModel
package import SpecPlanning

/// Why a task stands in its wave and has its agent, for people.
package enum WhyText {
  /// The text with a line feed at the end of each line.
  package static func text(_ why: Why, in plan: Plan) -> String {
    var places = PlacePrinter(plan)
    let assignment = plan.assignments[why.assignment]
    var lines = [
      "\(assignment.id)  \(assignment.title)",
      "wave \(assignment.wave ?? 0) of \(plan.waves.count), counted from 0",
    ]
    if why.chain.isEmpty { lines.append("  waits for no other task") }
    for link in why.chain {
      let place = link.path.map { path in link.range.map { places.print(path, $0) } ?? path }
      lines.append("  \(link.after) waits for \(link.before): \(link.reason.rawValue)")
      if let place { lines.append("      at \(place)") }
    }
    lines.append(assignment.agent.map { "agent \($0) (\(assignment.role.rawValue))" } ?? "no agent")
    lines += why.agentReasons.map { "  \($0)" }
    lines.append(
      "priority \(assignment.priority.rawValue), at most \(plan.limits[assignment.priority] ?? 1) "
        + "at once, \(assignment.timeoutSeconds) seconds"
        + (assignment.isBlocking ? ", a failure stops what waits" : ", a failure is a warning"))
    return lines.map(\.visible).joined(separator: "\n") + "\n"
  }
}
