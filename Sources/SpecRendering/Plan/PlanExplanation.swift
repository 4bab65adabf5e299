package import Diagnostics
package import SpecPlanning

/// What each task of a plan waits for, with the evidence, for people.
package struct PlanExplanation: Sendable {
  /// No line is wider than the terminal, or than 40 columns.
  package var terminal: TerminalTraits

  /// Narrower terminals wrap the lines themselves.
  private var columns: Int { max(40, terminal.width) }

  package init(terminal: TerminalTraits = .plain) {
    self.terminal = terminal
  }

  /// Task by task in the order of the plan; linear in its waits.
  ///
  /// Evidence is the text at the place that gives the reason: the file, name or line.
  package func text(_ plan: Plan) -> String {
    let network = PlanNetwork(plan, .tasks)
    let files = Dictionary(plan.inputs.map { ($0.path, $0) }) { first, _ in first }
    var places = PlacePrinter(plan)
    var text = StyledText(showsColor: terminal.showsColor)
    var counts = WaitCounts()
    for (number, node) in network.nodes.enumerated() {
      guard case .step(let step) = node else { continue }
      let assignment = plan.assignments[step]
      write(assignment.id, assignment.title, to: &text)
      if network.waits[number].isEmpty { line("  waits for nothing", .faint, to: &text) }
      for wait in network.waits[number] {
        counts.add(wait.reason)
        let place = plan.place(of: wait)
        line("  waits for \(name(network.nodes[wait.before], plan))", .plain, to: &text)
        line("    " + reason(wait, place, files), .plain, to: &text)
        if let place { line("    at " + places.print(place.path, place.range), .faint, to: &text) }
      }
    }
    text.endLine()
    for words in counts.text.wrapped(toWidth: columns) { line(words, .heading, to: &text) }
    return text.text
  }

  private func write(_ id: String, _ title: String, to text: inout StyledText) {
    let id = id.visible
    text.append(id.truncated(toWidth: columns), .heading)
    let room = columns - id.displayWidth - 2
    if room > 8 { text.append("  " + title.visible.truncated(toWidth: room)) }
    text.endLine()
  }

  private func name(_ node: PlanNetwork.Node, _ plan: Plan) -> String {
    switch node {
    case .step(let step): plan.assignments.id(step)
    case .junction(let junction): plan.name(ofJunction: junction)
    }
  }

  private func reason(
    _ wait: PlanNetwork.Wait, _ place: (path: String, range: Range<Offset>)?,
    _ files: [String: SourceFile]
  ) -> String {
    guard let reason = wait.reason else { return "as part of it" }
    var words = reason.rawValue
    if reason != .documentOrder, let place, let file = files[place.path] {
      let evidence = file.text(place.range).split(whereSeparator: \.isNewline).first ?? ""
      if !evidence.isEmpty { words += " '\(evidence)'" }
    }
    if let confidence = reason.confidence { words += ", \(confidence.rawValue) confidence" }
    return words
  }

  private func line(_ words: String, _ style: TerminalStyle, to text: inout StyledText) {
    text.append(words.visible.truncated(toWidth: columns), style)
    text.endLine()
  }
}

/// How many waits are declared, inferred, and there for other reasons.
private struct WaitCounts {
  private var declared = 0
  private var inferred: [Confidence: Int] = [:]
  private var ordered = 0
  private var conflicts = 0

  mutating func add(_ reason: EdgeReason?) {
    switch reason {
    case nil, .membership: break
    case .documentOrder: ordered += 1
    case .sameFile, .exclusiveResource: conflicts += 1
    case .some(let reason):
      if let confidence = reason.confidence {
        inferred[confidence, default: 0] += 1
      } else {
        declared += 1
      }
    }
  }

  var text: String {
    var parts = ["\(declared) declared"]
    for confidence in Confidence.allCases.reversed() {
      if let count = inferred[confidence] {
        parts.append("\(count) inferred with \(confidence.rawValue) confidence")
      }
    }
    parts.append("\(ordered) by document order")
    parts.append("\(conflicts) to share nothing")
    return "waits: " + parts.joined(separator: ", ")
  }
}
