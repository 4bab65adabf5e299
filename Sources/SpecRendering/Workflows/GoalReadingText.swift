package import Diagnostics
import SpecModel
package import SpecPlanning

/// What was read of a goal, for people.
package struct GoalReadingText: Sendable {
  package var terminal: TerminalTraits

  private var columns: Int { max(40, terminal.width) }
  /// Further features are counted.
  private static let featuresShown = 12
  private static let evidenceShown = 3

  package init(terminal: TerminalTraits = .plain) {
    self.terminal = terminal
  }

  /// The text with a line feed at the end of each line, without the workflow itself.
  package func text(_ reading: GoalReading) -> String {
    var text = StyledText(showsColor: terminal.showsColor)
    let detection = reading.detection
    text.append("kind of task: \(detection.type.rawValue)", .heading)
    if detection.scores.count > 1 {
      let scores = detection.scores.map { "\($0.type.rawValue) \($0.score)" }
      text.append(" (\(scores.joined(separator: ", ")))", .faint)
    }
    text.endLine()
    write(why(detection), to: &text)
    write(reading.scope, to: &text)
    let workflow = "workflow: \(reading.workflow?.workflow.name.value.visible ?? "none")"
    text.append(workflow.truncated(toWidth: columns), .heading)
    text.endLine()
    write([reading.workflowReason], to: &text)
    return text.text
  }

  private func why(_ detection: TaskTypeDetection) -> [String] {
    if detection.evidence.isEmpty { return ["no word of the goal says what is to be done"] }
    let shown = detection.evidence.filter { $0.type == detection.type }
    let evidence = (shown.isEmpty ? detection.evidence : shown).map { evidence in
      "'\(evidence.words)'" + (evidence.remark.isEmpty ? "" : " \(evidence.remark)")
        + " (+\(evidence.score))"
    }
    guard detection.tied.isEmpty else {
      let tied = detection.tied.map { "'\($0.rawValue)'" }.joined(separator: " and ")
      return evidence + ["nothing decides between \(tied)"]
    }
    return evidence
  }

  private func write(_ scope: GoalScope, to text: inout StyledText) {
    text.append(
      "features: \(scope.features.isEmpty ? "none" : "\(scope.features.count)")", .heading)
    text.endLine()
    if scope.features.isEmpty { write(["the goal names none"], to: &text) }
    write(scope.features, to: &text)
    guard scope.features.isEmpty, !scope.candidates.isEmpty else { return }
    text.append("perhaps meant", .heading)
    text.endLine()
    write(scope.candidates, to: &text)
  }

  private func write(_ matches: [GoalScope.Match], to text: inout StyledText) {
    for match in matches.prefix(Self.featuresShown) {
      let evidence = match.evidence.prefix(Self.evidenceShown)
        .map { "\($0.phrase) (+\($0.score))" }
      let more = match.evidence.count > Self.evidenceShown ? ["…"] : []
      write(["\(match.feature): " + (evidence + more).joined(separator: ", ")], to: &text)
    }
    if matches.count > Self.featuresShown {
      write(["and \(matches.count - Self.featuresShown) more"], to: &text)
    }
  }

  private func write(_ lines: [String], to text: inout StyledText) {
    for line in lines {
      for (number, part) in line.visible.wrapped(toWidth: columns - 6).enumerated() {
        let indent = number == 0 ? "  " : "      "
        text.append((indent + part).truncated(toWidth: columns))
        text.endLine()
      }
    }
  }
}
