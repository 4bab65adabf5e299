import Diagnostics
import SpecModel

/// Finds who does each step of a workflow for one feature.
///
/// A step's own agent counts. Else the registry's agents of the feature come first, then agents that
/// are known for what the worker is to do, then the default agent. Who judges what others made is
/// nobody who made it.
struct WorkerSearch {
  private let candidates: WorkerCandidates
  private let feature: String
  private let entry: RegistryFeature?
  /// The agent of the module that the feature is, and what coordinates the module's layer.
  var moduleAgent: String?
  var layerAgent: String?
  private var coders: Set<String> = []

  init(_ candidates: WorkerCandidates, feature: String, entry: RegistryFeature?) {
    self.candidates = candidates
    self.feature = feature
    self.entry = entry
  }

  /// For each state of a machine who does it.
  mutating func workers(of machine: WorkflowMachine) -> [AssignedWorker] {
    let kinds = machine.states.indices.map { machine.step($0).workerKind ?? .generic }
    var workers = machine.states.indices.map { named(by: machine.step($0), kinds[$0]) }
    for state in kinds.indices where kinds[state] == .coder && workers[state] == nil {
      workers[state] = found(.coder)
    }
    coders = Set(
      kinds.indices.lazy.filter { kinds[$0] == .coder }.compactMap { workers[$0]?.agent })
    return kinds.indices.map { workers[$0] ?? found(kinds[$0]) }
  }

  private func named(by step: WorkflowStep, _ kind: WorkerKind) -> AssignedWorker? {
    if let agent = step.agent?.value {
      let isKnown = candidates.known.isEmpty || candidates.known.contains(agent)
      return AssignedWorker(
        agent: agent, kind: kind,
        reason: isKnown ? "the step names it" : "the step names it, but nothing defines it")
    }
    guard let word = step.word?.value, candidates.known.contains(word) else { return nil }
    return AssignedWorker(agent: word, kind: kind, reason: "the step names it")
  }

  private func found(_ kind: WorkerKind) -> AssignedWorker {
    var refused: String?
    for (name, reason) in ranked(kind) {
      if kind.judgesOthers, coders.contains(name) {
        refused = refused ?? name
      } else {
        return AssignedWorker(agent: name, kind: kind, reason: reason)
      }
    }
    let reason =
      refused.map { "only '\($0)' could, who writes what is judged" }
      ?? "none fits, and there is no default agent"
    return AssignedWorker(agent: nil, kind: kind, reason: reason)
  }

  /// Who could do it, the best first.
  private func ranked(_ kind: WorkerKind) -> [(name: String, reason: String)] {
    let standIn = candidates.roster.defaultAgent.map { ($0, "the default agent") }
    switch kind {
    case .coder: return makers + (candidates.byKind[.coder] ?? []) + [standIn].compactMap { $0 }
    case .generic:
      return [standIn].compactMap { $0 } + makers + (candidates.byKind[.coder] ?? [])
    case .productManager, .reviewer, .tester, .deployer:
      return registered(kind) + (candidates.byKind[kind] ?? [])
        + (kind.judgesOthers ? otherJudges : []) + [standIn].compactMap { $0 }
    }
  }

  /// The agents that write for the feature.
  private var makers: [(name: String, reason: String)] {
    var makers: [(name: String, reason: String)] = []
    if let moduleAgent { makers.append((moduleAgent, "the agent of the module")) }
    let name = entry?.name.value ?? feature
    if let primary = entry?.primaryAgent?.value {
      makers.append((primary, "primary agent of the feature"))
    } else if let primary = candidates.scope.mappedPrimary(of: name) {
      makers.append((primary, "primary agent of its group"))
    }
    for agent in entry?.supportingAgents ?? [] where !isPlaced(agent.value) {
      makers.append((agent.value, "supporting agent of the feature"))
    }
    for number in candidates.scope.configured(for: name) {
      let agent = candidates.roster.agents[number].name
      if !isPlaced(agent) { makers.append((agent, "configured for the feature")) }
    }
    return makers
  }

  /// The agents that the registry gives the feature and that are of a kind, then its qa agents that
  /// may be of any.
  private func registered(_ kind: WorkerKind) -> [(name: String, reason: String)] {
    let qa = entry?.qaAgents.map(\.value) ?? []
    let supporting = entry?.supportingAgents.map(\.value) ?? []
    var fitting = (kind.judgesOthers ? qa : []).filter { fits($0, kind) }
      .map { ($0, "qa agent of the feature") }
    fitting += supporting.filter { fits($0, kind) }.map { ($0, "supporting agent of the feature") }
    guard kind.judgesOthers else { return fitting }
    if let layerAgent { fitting.append((layerAgent, "coordinates the layer")) }
    return fitting
      + qa.filter { !WorkerCandidates.hasSign($0) && !fits($0, kind) }
      .map { ($0, "qa agent of the feature") }
  }

  /// The qa agents of the feature that are there for something else.
  private var otherJudges: [(name: String, reason: String)] {
    (entry?.qaAgents ?? []).map { ($0.value, "qa agent of the feature") }
  }

  private func fits(_ agent: String, _ kind: WorkerKind) -> Bool {
    WorkerCandidates.sign(of: kind, in: agent) != nil
      || WorkerCandidates.fits(duty(of: agent), kind) && !WorkerCandidates.hasSign(agent)
  }

  /// Whether an agent has a place around the tasks, or a name that says so, and does not write itself.
  private func isPlaced(_ agent: String) -> Bool {
    switch duty(of: agent) {
    case nil, .executor: WorkerCandidates.hasSign(agent)
    default: true
    }
  }

  private func duty(of agent: String) -> AgentDuty? {
    candidates.roster.duty(of: agent)
  }
}
