package import Diagnostics
package import SpecModel

/// What is wrong with a declared workflow as a machine.
///
/// Checks and plans both take these findings from here, so that they always agree.
package enum WorkflowFaults {
  /// The rules whose findings come from here.
  package static let rules = [
    "workflow-without-steps", "duplicate-step", "several-initial-steps", "unknown-step",
    "terminal-step-with-successor", "odd-retry-limit", "unreachable-step", "workflow-without-end",
    "success-cycle", "unlimited-retry",
  ]

  /// Retries beyond this number are no plan.
  package static let sensibleRetries = 100

  /// The findings of the rules, in the order of their places.
  ///
  /// What corrects a word that is none of those that it can be, `renaming` says.
  package static func find(
    in workflow: Workflow, of path: String,
    renaming: (_ word: Located<String>, _ known: [String]) -> Fix? = { _, _ in nil }
  ) -> [Finding] {
    guard !workflow.steps.isEmpty else {
      return [
        Finding(
          "workflow '\(workflow.name.value)' has no steps", in: path, at: workflow.name.range,
          help: "list them below 'steps:', or remove the workflow", rule: "workflow-without-steps")
      ]
    }
    let machine = WorkflowMachine(workflow)
    let search = WorkflowFaultSearch(path: path, courses: WorkflowCourses(machine))
    return search.all(renaming: renaming).sorted(by: Finding.precedes)
  }
}

/// Looks for the faults of one workflow.
private struct WorkflowFaultSearch {
  let path: String
  let courses: WorkflowCourses

  var machine: WorkflowMachine { courses.machine }
  var workflow: Workflow { machine.workflow }

  func all(renaming: (Located<String>, [String]) -> Fix?) -> [Finding] {
    var found =
      duplicates + severalInitial + unknownSteps(renaming: renaming) + terminals + retries
    // What a misspelt word should lead to is not known, and so neither is what can be reached.
    if machine.isResolved, machine.duplicates.isEmpty { found += unreachable + withoutEnd }
    return found + cycles
  }

  // MARK: Words

  private var duplicates: [Finding] {
    machine.duplicates.map { index in
      let id = workflow.steps[index].id
      let first = machine.state(named: id.value).map { machine.step($0).id }
      return Finding(
        "there is a step '\(id.value)' already", in: path, at: id.range,
        help: "rename one of them; only the first one counts",
        notes: first.map { [Finding.Note("the first one", in: path, at: $0.range)] } ?? [],
        rule: "duplicate-step")
    }
  }

  private var severalInitial: [Finding] {
    guard let first = workflow.initial.first,
      let second = workflow.initial.first(where: { $0.value != first.value })
    else { return [] }
    return [
      Finding(
        "the workflow begins with '\(first.value)' and with '\(second.value)'", in: path,
        at: second.range, help: "name one step; the others need an edge that leads to them",
        notes: [Finding.Note("it begins here", in: path, at: first.range)],
        rule: "several-initial-steps")
    ]
  }

  private func unknownSteps(renaming: (Located<String>, [String]) -> Fix?) -> [Finding] {
    let words =
      workflow.initial.map { ("initial", $0) }
      + workflow.steps.flatMap { step in
        [("on_success", step.onSuccess), ("on_failure", step.onFailure)].compactMap { key, word in
          word.map { (key, $0) }
        }
      }
    let ids = workflow.steps.map(\.id.value)
    let unknown = words.filter { key, word in
      // A run cannot begin with an end.
      key == "initial"
        ? machine.target(named: word.value) == nil || machine.isBuiltInEnd(word.value)
        : machine.target(named: word.value) == nil
    }
    var beginnings = NearMissSearch(ids)
    var targets = NearMissSearch(ids + Workflow.builtInStates)
    return unknown.map { key, word in
      let known = key == "initial" ? beginnings.candidates() : targets.candidates()
      let near = nearMiss(to: word.value, among: known)
      return Finding(
        "'\(key)' names the step '\(word.value)', which does not exist", in: path, at: word.range,
        help: near.map { "did you mean '\($0)'?" } ?? help(for: key),
        fix: known.isEmpty ? nil : renaming(word, known), rule: "unknown-step")
    }
  }

  private func help(for key: String) -> String {
    let ids = workflow.steps.prefix(6).map { "'\($0.id.value)'" }.joined(separator: ", ")
    let more = workflow.steps.count > 6 ? ", …" : ""
    return key == "initial"
      ? "the steps are \(ids)\(more)"
      : "the steps are \(ids)\(more), and a workflow can end as 'completed' or 'failed'"
  }

  private var terminals: [Finding] {
    machine.states.indices.filter { machine.isTerminal($0) }.flatMap { state in
      let step = machine.step(state)
      return [("on_success", step.onSuccess), ("on_failure", step.onFailure)].compactMap {
        key, word -> Finding? in
        guard let word, !machine.isBuiltInEnd(word.value) else { return nil }
        let reason =
          step.isTerminal ? "which is terminal" : "which has the name of an end"
        return Finding(
          "'\(key)' of step '\(step.id.value)', \(reason), is never followed", in: path,
          at: word.range,
          help: step.isTerminal
            ? "remove '\(key)' or 'terminal'" : "remove '\(key)', or rename the step",
          rule: "terminal-step-with-successor")
      }
    }
  }

  private var retries: [Finding] {
    machine.states.indices.compactMap { state in
      let step = machine.step(state)
      guard let limit = step.maxRetries else { return nil }
      let message: String
      let help: String
      if limit.value < 0 {
        message = "'max_retries' of step '\(step.id.value)' is \(limit.value), which counts as 0"
        help = "write the number of further tries, 0 for none"
      } else if limit.value > WorkflowFaults.sensibleRetries {
        message = "step '\(step.id.value)' may be tried \(limit.value) times more"
        help =
          "what fails that often needs another way; write \(WorkflowFaults.sensibleRetries) or less"
      } else if limit.value == 0, machine.states[state].leadsBack {
        let target = machine.name(of: machine.states[state].onFailure)
        message = "with no retry, the failure of '\(step.id.value)' never leads back to '\(target)'"
        help = "write how often it may, or 'on_failure: failed'"
      } else {
        return nil
      }
      return Finding(message, in: path, at: limit.range, help: help, rule: "odd-retry-limit")
    }
  }

  // MARK: Ways

  private var unreachable: [Finding] {
    machine.states.indices.filter { !courses.isReachable[$0] }.map { state in
      let id = machine.step(state).id
      return Finding(
        "nothing leads to step '\(id.value)'", in: path, at: id.range,
        help: "name it in 'on_success' or 'on_failure' of another step, or remove it",
        rule: "unreachable-step")
    }
  }

  private var withoutEnd: [Finding] {
    let traps = courses.successCycles.filter { !courses.hasEnd[$0[0]] }
    if !traps.isEmpty {
      return traps.map { cycle in
        Finding(
          "from step '\(machine.id(cycle[0]))' the workflow never comes to an end", in: path,
          at: machine.step(cycle[0]).id.range,
          help: "let one of its ways lead to 'completed', 'failed' or a terminal step",
          notes: notes(cycle), rule: "workflow-without-end")
      }
    }
    guard !courses.canComplete else { return [] }
    return [
      Finding(
        "workflow '\(workflow.name.value)' can only fail: nothing leads to 'completed'", in: path,
        at: workflow.name.range, help: "let the 'on_success' of its last step lead to 'completed'",
        rule: "workflow-without-end")
    ]
  }

  private var cycles: [Finding] {
    courses.successCycles.filter { courses.hasEnd[$0[0]] }.map { cycle in
      Finding(
        "success leads in a circle: \(way(cycle))", in: path, at: place(cycle[cycle.count - 1]),
        help: "let the success of one of these steps lead on; only failures may lead back",
        notes: notes(cycle), rule: "success-cycle")
    }
      + courses.unlimitedCycles.map { cycle in
        let place = cycle.indices.last { leadsOn(at: $0, of: cycle) }
        let step = machine.step(cycle[place ?? 0])
        return Finding(
          "the failure of '\(step.id.value)' leads back without a limit: \(way(cycle))", in: path,
          at: step.onFailure?.range ?? step.id.range,
          help: "write 'max_retries: 2' or the like in step '\(step.id.value)'",
          rule: "unlimited-retry")
      }
  }

  /// Whether the failure of a state leads to the one behind it on a circle, without a limit.
  private func leadsOn(at place: Int, of cycle: [Int]) -> Bool {
    let state = machine.states[cycle[place]]
    return state.isUnlimited && state.onFailure == .state(cycle[(place + 1) % cycle.count])
  }

  private func way(_ cycle: [Int]) -> String {
    let shown = cycle.prefix(8).map { "'\(machine.id($0))'" } + (cycle.count > 8 ? ["…"] : [])
    return (shown + ["'\(machine.id(cycle[0]))'"]).joined(separator: " → ")
  }

  /// Where the success of a step is led on.
  private func place(_ state: Int) -> Range<Offset> {
    let step = machine.step(state)
    return step.onSuccess?.range ?? step.id.range
  }

  private func notes(_ cycle: [Int]) -> [Finding.Note] {
    cycle.prefix(8).indices.map { index in
      let next = cycle[(index + 1) % cycle.count]
      return Finding.Note(
        "success leads to '\(machine.id(next))'", in: path, at: place(cycle[index]))
    }
  }
}

extension WorkflowMachine {
  /// Whether a word names an end that no step describes.
  fileprivate func isBuiltInEnd(_ word: String) -> Bool {
    switch target(named: word) {
    case .completed, .failed: true
    case .state, nil: false
    }
  }
}
