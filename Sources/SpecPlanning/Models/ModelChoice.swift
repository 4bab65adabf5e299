import Diagnostics
import SpecModel

/// The model that a step is for, and why.
package struct ModelChoice: Sendable, Hashable {
  /// `nil` where no rule fits and the agent's file names none.
  package var model: String?
  /// Such as `complexity medium` or `the agent's own`.
  package var reason: String
  /// How hard a task looks; `nil` for other steps.
  package var complexity: TaskComplexity?
}

/// Chooses models by the rules of the cost settings.
struct ModelChooser: Sendable {
  let file: SourceFile
  private let rules: [ModelSelection.Rule]
  /// The models of agent files, by the numbers of the roster.
  private let models: [Int: String]
  private let settings: ScheduleSettings

  /// `nil` when no settings have rules.
  init?(_ workspace: Workspace, _ roster: AgentRoster) {
    guard let selection = ModelSelection(workspace) else { return nil }
    file = selection.file
    rules = selection.rules
    settings = ScheduleSettings(workspace.configuration?.planning ?? PlanningSettings())
    var models: [Int: String] = [:]
    for agent in workspace.agents where !agent.isDocument {
      guard let model = agent.model?.value, let number = roster.known(agent.identity) else {
        continue
      }
      models[number] = model
    }
    self.models = models
  }

  /// The model of a step: that of the first rule that fits, else the agent's own.
  func choice(_ index: Int, _ assignments: Assignments) -> ModelChoice {
    let step = assignments.steps[index]
    let agent = assignments.agentName(Int(step.agent))
    var complexity: TaskComplexity?
    var task: TaskItem?
    if step.kind == .task, let document = assignments.graph.features[Int(step.feature)].tasks {
      let item = document.tasks[Int(assignments.graph.nodes[Int(step.node)].task)]
      task = item
      complexity = TaskComplexity(
        item, in: document, seconds: assignments.estimate(index).flatMap(settings.seconds),
        dependents: dependents(of: Int(step.node), assignments.graph))
    }
    let type = task.map(ModelTaskType.init) ?? ModelTaskType(step.kind)
    for rule in rules {
      var reasons: [String] = []
      if let wanted = rule.complexity {
        guard wanted == complexity?.level.rawValue else { continue }
        reasons.append("complexity \(wanted)")
      }
      if let wanted = rule.taskType {
        guard fits(wanted, type, task) else { continue }
        reasons.append("task type \(wanted)")
      }
      if let wanted = rule.agent {
        guard wanted == agent else { continue }
        reasons.append("agent \(wanted)")
      }
      return ModelChoice(
        model: rule.model, reason: reasons.joined(separator: ", "), complexity: complexity)
    }
    let own = models[Int(step.agent)]
    return ModelChoice(
      model: own, reason: own == nil ? "no rule fits" : "the agent's own; no rule fits",
      complexity: complexity)
  }

  /// A kind that is known fits tasks of that kind, another word tasks with it in the title.
  private func fits(_ wanted: String, _ type: ModelTaskType?, _ task: TaskItem?) -> Bool {
    if let known = ModelTaskType(named: wanted) { return known == type }
    let words = WordScanner.words(wanted)
    guard let task, !words.isEmpty else { return false }
    let title = WordScanner.words(task.title)
    return words.allSatisfy(title.contains)
  }

  private func dependents(of node: Int, _ graph: TaskGraph) -> Int {
    graph.graph.row(node).count { Int(graph.graph.targets[$0]) < graph.taskCount }
  }
}

extension Plan {
  /// Whether the workspace has rules for models.
  package var choosesModels: Bool { models != nil }

  /// The model of a step; `nil` in workspaces without rules for models.
  package func model(of assignment: Int) -> ModelChoice? {
    models?.choice(assignment, assignments)
  }
}
