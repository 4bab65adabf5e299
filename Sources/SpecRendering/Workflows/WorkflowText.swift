package import Diagnostics
import SpecModel
package import SpecPlanning

/// A workflow for people: its steps with what follows them, who does them in each feature, and how
/// long it can take.
package struct WorkflowText: Sendable {
  /// No line is wider than the terminal, or 40 columns, but for names that cannot be cut.
  package var terminal: TerminalTraits

  private var columns: Int { max(40, terminal.width) }

  package init(terminal: TerminalTraits = .plain) {
    self.terminal = terminal
  }

  /// The text with a line feed at the end of each line; linear in the plan.
  package func text(_ plan: WorkflowPlan) -> String {
    var text = StyledText(showsColor: terminal.showsColor)
    let name = "workflow \(plan.workflow.name.value.visible)"
    text.append(name.truncated(toWidth: columns), .heading)
    text.append(plan.isBuiltIn ? " (built in)" : "", .faint)
    text.endLine()
    write(plan.workflow.summary?.value, to: &text)
    write(plan.workflow.goal.map { "goal: \($0.value)" }, to: &text)
    text.endLine()
    writeStates(plan, to: &text)
    writeDescriptions(plan.machine, to: &text)
    for group in groups(plan) { writeWorkers(group, plan, to: &text) }
    text.endLine()
    write(length(plan), indent: "", to: &text)
    return text.text
  }

  // MARK: States

  private func writeStates(_ plan: WorkflowPlan, to text: inout StyledText) {
    let machine = plan.machine
    let groups = groups(plan)
    let onlyGroup = groups.count == 1 ? groups[0] : nil
    var table = TextTable([
      .init("step"), .init(onlyGroup == nil ? "worker" : "agent"), .init("on success"),
      .init("on failure"), .init("retries", alignment: .right, isCut: false),
    ])
    for state in order(of: machine) {
      let edges = machine.states[state]
      let worker =
        onlyGroup.map { $0.workers[state].agent ?? "nobody" } ?? who(machine.step(state))
      let isEnd = machine.isTerminal(state)
      let failure = machine.name(of: edges.onFailure).visible
      table.append([
        .init(machine.id(state).visible, style: .heading), .init(worker.visible),
        .init(isEnd ? "ends" : machine.name(of: edges.onSuccess).visible),
        .init(isEnd ? "ends" : edges.leadsBack ? "back to \(failure)" : failure),
        .init(edges.isUnlimited ? "no limit" : "\(edges.retries ?? 0)"),
      ])
    }
    table.write(to: &text, width: columns)
  }

  private func writeDescriptions(_ machine: WorkflowMachine, to text: inout StyledText) {
    var table = TextTable([.init(""), .init("")])
    for state in order(of: machine) {
      guard let summary = machine.step(state).summary?.value else { continue }
      table.append([.init(machine.id(state).visible), .init(summary.visible)])
    }
    if table.rows.isEmpty { return }
    text.endLine()
    table.write(to: &text, width: columns)
  }

  /// The states in the order written, the first one of a run in front.
  private func order(of machine: WorkflowMachine) -> [Int] {
    guard machine.states.indices.contains(machine.initial) else { return [] }
    return [machine.initial] + machine.states.indices.filter { $0 != machine.initial }
  }

  private func who(_ step: WorkflowStep) -> String {
    step.agent?.value ?? step.workerKind?.rawValue ?? step.word?.value
      ?? WorkerKind.generic.rawValue
  }

  // MARK: Workers

  private struct Group {
    var features: [String]
    var workers: [AssignedWorker]
  }

  /// The features with the same agents together, in the order of the first ones.
  private func groups(_ plan: WorkflowPlan) -> [Group] {
    var groups: [Group] = []
    var places: [[AssignedWorker]: Int] = [:]
    for feature in plan.features {
      if let place = places[feature.workers] {
        groups[place].features.append(feature.feature)
      } else {
        places[feature.workers] = groups.count
        groups.append(Group(features: [feature.feature], workers: feature.workers))
      }
    }
    return groups
  }

  private func writeWorkers(_ group: Group, _ plan: WorkflowPlan, to text: inout StyledText) {
    text.endLine()
    for line in group.features.joined(separator: ", ").visible.wrapped(toWidth: columns) {
      text.append(line.truncated(toWidth: columns), .heading)
      text.endLine()
    }
    var table = TextTable([.init(""), .init(""), .init("")])
    for state in order(of: plan.machine) {
      let worker = group.workers[state]
      table.append([
        .init("  " + plan.machine.id(state).visible),
        .init((worker.agent ?? "nobody").visible, style: worker.agent == nil ? .warning : .plain),
        .init(worker.reason.visible, style: .faint),
      ])
    }
    table.write(to: &text, width: columns)
  }

  private func length(_ plan: WorkflowPlan) -> String {
    let shortest = plan.length.shortest.map { steps($0) + " when all goes well" }
    guard plan.courses.isBounded else { return "nothing limits how many steps a run takes" }
    let longest =
      plan.length.longest.map {
        plan.length.isExact
          ? "at most \(steps($0)) with all retries" : "never more than \(steps($0))"
      } ?? "more with all retries than can be counted"
    return [shortest, longest].compactMap { $0 }.joined(separator: ", ")
  }

  private func steps(_ count: Int) -> String { "\(count) step\(count == 1 ? "" : "s")" }

  private func write(_ words: String?, indent: String = "  ", to text: inout StyledText) {
    guard let words else { return }
    for line in words.visible.wrapped(toWidth: columns - indent.count) {
      text.append((indent + line).truncated(toWidth: columns))
      text.endLine()
    }
  }
}
