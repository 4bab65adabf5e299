import Diagnostics
package import SpecModel

/// The steps of a plan, each behind all that it waits for.
///
/// An assignment is put together when it is asked for.
package struct Assignments: RandomAccessCollection, Sendable {
  let steps: [PlannedStep]
  let graph: TaskGraph
  let names: [String]
  let roster: AgentRoster
  /// For each feature the agents that compete for its tasks.
  let implementers: [Competitors]

  package var startIndex: Int { 0 }
  package var endIndex: Int { steps.count }

  package subscript(index: Int) -> Assignment {
    let step = steps[index]
    var assignment = Assignment(
      id: id(step), feature: Int(step.feature), kind: step.kind,
      agent: step.agent < 0 ? nil : roster.agents[Int(step.agent)].name, role: step.role,
      priority: step.priority, isBlocking: step.isBlocking,
      timeoutSeconds: step.agent < 0
        ? roster.defaultTimeout : roster.agents[Int(step.agent)].timeoutSeconds)
    guard step.node >= 0 else { return assignment }
    let task = Int(graph.nodes[Int(step.node)].task)
    assignment.task = task
    if step.kind == .task { assignment.wave = Int(step.wave) }
    guard let tasks = graph.features[Int(step.feature)].tasks?.tasks else { return assignment }
    if step.kind == .task { assignment.title = tasks[task].title }
    assignment.requirements = tasks[task].requirements
    assignment.files = tasks[task].files
    return assignment
  }

  /// The id of a step, which is stable and unique in the plan.
  package func id(_ index: Int) -> String { id(steps[index]) }

  /// The kind of a step.
  package func kind(_ index: Int) -> StepKind { steps[index].kind }

  /// The number of the wave of a task; `nil` for other steps.
  package func wave(_ index: Int) -> Int? {
    steps[index].kind == .task ? Int(steps[index].wave) : nil
  }

  /// Whether a step is a task that is done or dropped.
  package func isSettled(_ index: Int) -> Bool {
    let step = steps[index]
    guard step.kind == .task, let tasks = graph.features[Int(step.feature)].tasks?.tasks else {
      return false
    }
    return tasks[Int(graph.nodes[Int(step.node)].task)].state.isSettled
  }

  /// What is written about how long the task of a step takes; `nil` for other steps.
  package func estimate(_ index: Int) -> EstimateReading? {
    let step = steps[index]
    guard step.kind == .task, let tasks = graph.features[Int(step.feature)].tasks?.tasks else {
      return nil
    }
    return tasks[Int(graph.nodes[Int(step.node)].task)].writtenEstimate?.value
  }

  /// How long the agent of a step may take.
  package func timeoutSeconds(_ index: Int) -> Int {
    let agent = Int(steps[index].agent)
    return agent < 0 ? roster.defaultTimeout : roster.agents[agent].timeoutSeconds
  }

  /// The position of a step's feature in ``Plan/features``.
  package func feature(_ index: Int) -> Int { Int(steps[index].feature) }

  /// A number that stands for a step's agent; negative when nobody could be found.
  package func agentNumber(_ index: Int) -> Int { Int(steps[index].agent) }

  /// The agent that a number stands for; `nil` for a negative one.
  package func agentName(_ number: Int) -> String? {
    number < 0 ? nil : roster.agents[number].name
  }

  /// How many steps an agent may do at once, by its number; `nil` without a limit of its own.
  package func agentLimit(_ number: Int) -> Int? {
    number < 0 ? nil : roster.agents[number].maxParallel
  }

  private func id(_ step: PlannedStep) -> String {
    let name = names[Int(step.feature)]
    let agent = step.agent < 0 ? "" : roster.agents[Int(step.agent)].name
    guard step.node >= 0 else { return "\(name)/@\(step.kind.rawValue)/\(agent)" }
    let task = Int(graph.nodes[Int(step.node)].task)
    var id = name + "/" + (graph.features[Int(step.feature)].tasks?.tasks[task].id ?? "")
    if step.occurrence > 1 { id += "#\(step.occurrence)" }
    if step.kind == .review { id += "/@review/\(agent)" }
    return id
  }
}
