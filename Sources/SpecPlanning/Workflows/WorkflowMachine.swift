import Diagnostics
package import SpecModel

/// A workflow whose words were led to its steps: what each step leads to, and how often.
///
/// A failure is answered by as many further tries as `max_retries` says. Where `on_failure` leads
/// back, to a step that can come to this one again, a further try begins there; the number holds for
/// a whole run, and the workflow fails when it is used up. Elsewhere the step itself is done again;
/// the number holds for each time that it is reached, and then `on_failure` is followed.
///
/// Making one is linear in the steps, whatever is wrong with them.
package struct WorkflowMachine: Sendable {
  /// Where an edge leads.
  package enum Target: Sendable, Hashable {
    /// The index of a state.
    case state(Int)
    case completed, failed
  }

  /// One step with what follows it.
  package struct State: Sendable {
    /// Its index in the steps of the workflow.
    package var step: Int
    /// Where no known target is named, the next step that is no place for failures.
    ///
    /// A step that ends the workflow leads to an end.
    package var onSuccess: Target
    /// Where no known target is named, the step `failed`, else the end of that name.
    ///
    /// A step that ends the workflow leads to the end.
    package var onFailure: Target
    /// Whether the step is reached again from where its failure leads.
    package var leadsBack = false
    /// How many further tries there are; `nil` when nothing is said.
    package var retries: Int?

    /// How often the step may be done in a row when it is reached.
    package var attempts: Int { leadsBack ? 1 : 1 + (retries ?? 0) }

    /// Whether nothing limits how often its failure leads back.
    package var isUnlimited: Bool { leadsBack && retries == nil }
  }

  package let workflow: Workflow
  /// The steps in the order written, later ones with an id that is taken left out.
  package private(set) var states: [State] = []
  /// The index of the state in which a run begins; 0 when there are none.
  package private(set) var initial = 0
  /// The indices of the steps whose id is taken.
  private(set) var duplicates: [Int] = []
  /// Whether every word was led to a step or to an end.
  private(set) var isResolved = true
  private var stateByID: [String: Int] = [:]

  /// More retries than a run can make use of count as this many.
  static let retryLimit = 1_000_000

  /// Of several steps with one id the first counts; words that name no step and no end count as not written.
  package init(_ workflow: Workflow) {
    self.workflow = workflow
    for (index, step) in workflow.steps.enumerated() {
      guard stateByID[step.id.value] == nil else {
        duplicates.append(index)
        continue
      }
      stateByID[step.id.value] = states.count
      states.append(State(step: index, onSuccess: .completed, onFailure: .failed))
    }
    if let word = workflow.initial.first {
      if let state = stateByID[word.value] { initial = state } else { isResolved = false }
    }
    resolve()
    markWaysBack()
  }

  package func step(_ state: Int) -> WorkflowStep { workflow.steps[states[state].step] }

  /// Unique among the states.
  package func id(_ state: Int) -> String { step(state).id.value }

  /// What a target is called.
  package func name(of target: Target) -> String {
    switch target {
    case .state(let state): id(state)
    case .completed: Workflow.completed
    case .failed: Workflow.failed
    }
  }

  /// Whether the workflow ends behind a step, because it says so or has the name of an end.
  package func isTerminal(_ state: Int) -> Bool {
    step(state).isTerminal || Workflow.builtInStates.contains(id(state))
  }

  /// The state of an id.
  package func state(named id: String) -> Int? { stateByID[id] }

  /// The target that a word names; `nil` when there is none.
  package func target(named word: String) -> Target? {
    if let state = state(named: word) { return .state(state) }
    switch word {
    case Workflow.completed: return .completed
    case Workflow.failed: return .failed
    default: return nil
    }
  }

  /// The states to which a state can lead directly, a failure that may never lead back left out.
  func successors(of state: Int) -> [Target] {
    let failure = states[state].retries == 0 && states[state].leadsBack
    return [states[state].onSuccess, failure ? .failed : states[state].onFailure]
  }

  // MARK: Resolution

  private mutating func resolve() {
    // The step to follow where nothing is said: the next one that is no place for failures.
    var next = target(named: Workflow.completed) ?? .completed
    for state in states.indices.reversed() {
      let step = step(state)
      states[state].retries = step.maxRetries.map { min(max(0, $0.value), Self.retryLimit) }
      if isTerminal(state) {
        states[state].onSuccess = step.id.value == Workflow.failed ? .failed : .completed
        states[state].onFailure = .failed
      } else {
        states[state].onSuccess = follow(step.onSuccess) ?? next
        states[state].onFailure =
          follow(step.onFailure) ?? target(named: Workflow.failed) ?? .failed
      }
      if step.id.value != Workflow.failed { next = .state(state) }
    }
  }

  private mutating func follow(_ word: Located<String>?) -> Target? {
    guard let word else { return nil }
    let target = target(named: word.value)
    if target == nil { isResolved = false }
    return target
  }

  private mutating func markWaysBack() {
    var part = Array(states.indices)
    for (number, members) in StronglyConnectedParts.find(in: graph { _ in true }).enumerated() {
      for member in members { part[Int(member)] = states.count + number }
    }
    for state in states.indices {
      guard case .state(let target) = states[state].onFailure else { continue }
      states[state].leadsBack = part[state] == part[target]
    }
  }

  /// The graph of the states over the edges of success and those of failure that are wanted.
  func graph(withFailureOf isWanted: (Int) -> Bool) -> DirectedGraph {
    var sources: [Int32] = []
    var targets: [Int32] = []
    for state in states.indices {
      let edges =
        [states[state].onSuccess] + (isWanted(state) ? [states[state].onFailure] : [])
      for case .state(let target) in edges {
        sources.append(Int32(truncatingIfNeeded: state))
        targets.append(Int32(truncatingIfNeeded: target))
      }
    }
    return DirectedGraph(nodeCount: states.count, from: sources, to: targets)
  }
}
