import Diagnostics
package import SpecModel

/// Where each agent of a workspace comes in, when everything is planned, finished tasks included.
package struct AgentUsage: Sendable {
  /// In the order of names; agents that are only named, and do not exist, are left out.
  package var entries: [AgentUsageEntry]
  /// How many agents there are.
  package let total: Int
  /// How many of them have work or stand by for features.
  package let used: Int
  /// How many of them have work.
  package let working: Int
  /// How many steps the plan has; 0 when there is none.
  package let stepCount: Int
  /// How many of the steps are tasks.
  package let taskCount: Int
  /// Whether something in the documents keeps a plan from being made.
  package let isUnplannable: Bool

  /// Near linear in the plan, plus features times agents.
  package init(_ workspace: Workspace) {
    var names = AgentUsageNames(workspace)
    let everything = Planner(selection: TaskSelection(includesDone: true)).plan(workspace).plan
    let plan = everything ?? Planner().plan(workspace).plan
    names.noteNames(workspace)
    names.noteFeatures(workspace)
    if let plan { names.noteSteps(plan) }
    for name in names.entries.keys {
      guard let entry = names.entries[name], entry.steps.isEmpty else { continue }
      names.entries[name]?.idleness = AgentIdleness(entry, plan: plan)
    }
    entries = names.entries.values.sorted { $0.name < $1.name }
    total = entries.count
    used = entries.count(where: \.isUsed)
    working = entries.count { !$0.steps.isEmpty }
    stepCount = plan?.assignments.count ?? 0
    taskCount = plan?.taskCount ?? 0
    isUnplannable = plan == nil
  }

  /// What a person means by the name of an agent or of its file.
  package func entry(named name: String, in workspace: Workspace) -> AgentUsageEntry? {
    if let entry = entries.first(where: { $0.name == name }) { return entry }
    let file = workspace.agents.first { !$0.isDocument && $0.baseName == name }
    return file.flatMap { file in entries.first { $0.name == file.identity } }
  }
}

/// Where one agent comes in.
package struct AgentUsageEntry: Sendable {
  /// As its file declares it, else as it is configured.
  package var name: String
  /// The file that defines the agent; `nil` for one that is only configured.
  package var path: String?
  /// The key below `agents` in the configuration.
  package var category: String?
  /// The features whose registry entries name it.
  package var primaryIn: [String] = []
  /// In the order of the registry.
  package var supportingIn: [String] = []
  /// In the order of the registry.
  package var qaIn: [String] = []
  /// The features whose tasks it competes for, in the order of the plan.
  package var competesIn: [String] = []
  /// How many tasks name the agent themselves.
  package var namedByTasks = 0
  /// The workflows with steps for it, once for each step.
  package var workflows: [String] = []
  /// Other places that name it: priority groups, global agents, groups, shared, `auto_enable`.
  package var elsewhere: [String] = []
  /// Its place around the tasks of every feature: a kind of step, or `executor` for who implements
  /// what nobody else does; `nil` for one that has none.
  package var place: String?
  /// What gives it its place, such as `auto_invoke 'always'`.
  package var placeOrigin: String?
  /// Whether anything could speak for it: words, or kinds of files.
  package var hasWords = false
  /// The ids of its steps by kind, in the order of the plan.
  package var steps: [StepKind: [String]] = [:]
  /// How many of its tasks are not finished.
  package var openTaskCount = 0
  /// How many tasks speak for it and more for others.
  package var lostTaskCount = 0
  /// Why it has no step; `nil` for an agent with steps.
  package var idleness: AgentIdleness?

  /// Whether any feature has it, with or without work for it.
  package var isUsed: Bool {
    !steps.isEmpty || !primaryIn.isEmpty || !supportingIn.isEmpty || !qaIn.isEmpty
      || !competesIn.isEmpty || place != nil || !workflows.isEmpty
  }

  /// How many steps it has.
  package var stepCount: Int { steps.values.reduce(0) { $0 + $1.count } }
}
