import Diagnostics
import SpecModel
package import SpecPlanning

/// Why a task stands in its wave and has its agent, for people.
package enum WhyText {
  /// The text with a line feed at the end of each line.
  package static func text(_ why: Why, in plan: Plan, width: Int = 80) -> String {
    var places = PlacePrinter(plan)
    let assignment = plan.assignments[why.assignment]
    var lines = [
      "\(assignment.id)  \(assignment.title)",
      "wave \(assignment.wave ?? 0) of \(plan.waves.count), counted from 0",
    ]
    if why.chain.isEmpty { lines.append("  waits for no other task") }
    for link in why.chain {
      let place = link.path.map { path in link.range.map { places.print(path, $0) } ?? path }
      let resource = link.resource.map { " '\($0)'" } ?? ""
      lines.append("  \(link.after) waits for \(link.before): \(link.reason.rawValue)\(resource)")
      if let place { lines.append("      at \(place)") }
    }
    lines.append(assignment.agent.map { "agent \($0) (\(assignment.role.rawValue))" } ?? "no agent")
    lines += agentLines(why, width)
    lines += plan.model(of: why.assignment).map(modelLines) ?? []
    lines.append(
      "priority \(assignment.priority.rawValue), at most \(plan.limits[assignment.priority] ?? 1) "
        + "at once, \(assignment.timeoutSeconds) seconds"
        + (assignment.isBlocking ? ", a failure stops what waits" : ", a failure is a warning"))
    return lines.map(\.visible).joined(separator: "\n") + "\n"
  }

  /// The model with what it was chosen by.
  private static func modelLines(_ choice: ModelChoice) -> [String] {
    var lines = ["model \(choice.model ?? "of nobody's choice"): \(choice.reason)"]
    guard let complexity = choice.complexity else { return lines }
    let words = complexity.evidence.map { "\($0.text) (\($0.weight > 0 ? "+" : "")\($0.weight))" }
    lines.append(
      "  complexity \(complexity.level.rawValue), score \(complexity.score)"
        + (words.isEmpty ? ": nothing makes it hard" : ""))
    return lines + words.map { "    \($0)" }
  }

  /// How many of the agents that competed are shown.
  private static let shownCandidates = 5

  /// The reason in words, or the agents that competed with what spoke for each, the best first.
  private static func agentLines(_ why: Why, _ width: Int) -> [String] {
    guard let winner = why.candidates.first else { return why.agentReasons.map { "  \($0)" } }
    let shown = why.candidates.prefix(shownCandidates)
    let nameWidth = shown.map(\.agent.displayWidth).max() ?? 0
    let scoreWidth = shown.map { "\($0.score)".count }.max() ?? 0
    var lines = [
      winner.isOwn
        ? "  best match of the feature's \(why.competitorCount == 1 ? "one agent" : "agents")"
        : "  nothing speaks for the feature's own agents; best match of the others"
    ]
    for candidate in shown {
      let score = "\(candidate.score)"
      let start =
        "  " + String(repeating: " ", count: scoreWidth - score.count) + score + "  "
        + candidate.agent.padded(toWidth: nameWidth) + "  "
      var words = candidate.evidence
      if candidate != winner {
        if !candidate.isOwn, winner.isOwn {
          words.append("not the feature's own")
        } else if candidate.score == winner.score {
          words.append("named later")
        }
      }
      let wrapped = words.joined(separator: ", ")
        .wrapped(toWidth: max(24, width - start.displayWidth))
      for (index, line) in wrapped.enumerated() {
        lines.append(
          index == 0 ? start + line : String(repeating: " ", count: start.displayWidth) + line)
      }
    }
    let more = why.candidates.count - shown.count
    if more > 0 { lines.append("  and \(more) more that something speaks for") }
    let silent = why.competitorCount - why.candidates.count
    if silent > 0 {
      lines.append("  nothing speaks for \(silent) other\(silent == 1 ? "" : "s")")
    }
    return lines
  }
}
