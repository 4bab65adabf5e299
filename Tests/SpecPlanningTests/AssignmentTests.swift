import Diagnostics
import SpecModel
import SpecPlanning
import Testing

@Suite struct AssignmentTests {
  private func workspace(
    _ tasks: String, registry: String, configuration: String = "", agents: [String] = []
  ) -> Workspace {
    Workspace(
      features: [feature("dashboard", tasks)],
      registry: Registry(
        reading: SourceFile(path: ".claude/feature_registry.yaml", text: registry)),
      configuration: Configuration(
        reading: SourceFile(path: ".claude/config.yaml", text: configuration)),
      agents: agents.map {
        AgentFile(
          reading: SourceFile(
            path: ".claude/agents/\($0).md", text: "---\nname: \($0)\ndescription: x\n---\n"))
      })
  }

  private static let registry = """
    features:
      dashboard:
        primary_agent: frontend-developer
        supporting_agents: [python-pro, database-optimizer, rule-keeper]
        qa_agents: [qa-tester]
    """

  private static let configuration = """
    agents:
      development:
        frontend-developer: { description: x, auto_invoke_on: [ui, streamlit] }
        python-pro: { description: x, auto_invoke_on: [python, refactor] }
        database-optimizer: { description: x, auto_invoke_on: [database, query_plan], priority: medium, timeout: 45 }
      spec_workflow:
        rule-keeper: { description: x, auto_invoke: always, priority: critical }
        spec-task-validator: { description: x, auto_invoke: on_task_creation, priority: high }
        spec-task-implementation-reviewer: { description: x, auto_invoke: after_task_execution, priority: high }
        spec-completion-reviewer: { description: x, auto_invoke: on_completion, priority: high }
        spec-documentation-generator: { description: x, auto_invoke: on_completion, priority: low }
      quality:
        qa-tester: { description: x, auto_invoke: on_implementation, priority: high }
      max_parallel: { critical: 1, high: 7 }
      timeouts: { qa-tester: 120, default: 90 }
    """

  private func plan(_ tasks: String, registry: String = registry) throws -> Plan {
    try #require(
      Planner().plan(
        workspace(tasks, registry: registry, configuration: Self.configuration)
      ).plan)
  }

  private func reasons(_ plan: Plan, _ id: String) -> [String] {
    var reasons = AssignmentReasons(plan)
    return plan.assignments.indices.first { plan.assignments.id($0) == id }
      .map { reasons.reasons($0) } ?? []
  }

  @Test func theTasksOwnAgentComesFirst() throws {
    let plan = try plan("- [ ] 1. Refactor python\n  - _Agent: data-scientist_\n")
    let task = try #require(plan.assignment("dashboard/1"))
    #expect(task.agent == "data-scientist")
    #expect(reasons(plan, "dashboard/1") == ["the task names the agent"])
    #expect(plan.findings.contains { $0.rule == "unplanned-agent" && $0.severity == .warning })
  }

  @Test func theBestMatchOfTheFeaturesAgentsImplements() throws {
    let plan = try plan(
      """
      - [ ] 1. Tune the query plan of the DATABASE
        - File: db/query.sql
      - [ ] 2. Draw the streamlit page
        - File: app/page.py
      - [ ] 3. Write the plan down
      """)
    let first = try #require(plan.assignment("dashboard/1"))
    #expect(first.agent == "database-optimizer")
    #expect(first.role == .supporting)
    #expect(first.priority == .medium)
    #expect(!first.isBlocking)
    #expect(first.timeoutSeconds == 45)
    #expect(
      reasons(plan, "dashboard/1") == [
        "'query_plan' in the title (+3)", "'database' in the title (+3)", "'.sql' file (+2)",
        "best match among the feature's agents, score 8",
      ])
    #expect(plan.assignment("dashboard/2")?.agent == "frontend-developer")
    let third = try #require(plan.assignment("dashboard/3"))
    #expect(third.agent == "frontend-developer")
    #expect(third.role == .primary)
    #expect(third.timeoutSeconds == 90)
  }

  @Test func gatesComeBeforeAndVerificationAfter() throws {
    let plan = try plan("- [ ] 1. A\n- [ ] 2. B\n")
    #expect(
      plan.assignments.map(\.id) == [
        "dashboard/@gate/rule-keeper", "dashboard/@gate/spec-task-validator",
        "dashboard/1", "dashboard/1/@review/spec-task-implementation-reviewer", "dashboard/2",
        "dashboard/2/@review/spec-task-implementation-reviewer",
        "dashboard/@verification/qa-tester", "dashboard/@completion/spec-completion-reviewer",
        "dashboard/@documentation/spec-documentation-generator",
      ])
    func before(_ id: String) -> Set<String> { Set(plan.edges(into: id).map(\.before)) }
    #expect(before("dashboard/@gate/spec-task-validator") == ["dashboard/@gate/rule-keeper"])
    #expect(before("dashboard/1") == ["dashboard/@start"])
    #expect(
      before("dashboard/2") == ["dashboard/1/@review/spec-task-implementation-reviewer"])
    #expect(before("dashboard/@verification/qa-tester") == ["dashboard/@implemented"])
    #expect(before("dashboard/@completion/spec-completion-reviewer") == ["dashboard/@verified"])
    #expect(
      before("dashboard/@documentation/spec-documentation-generator")
        == ["dashboard/@completion/spec-completion-reviewer"])
    #expect(plan.limits[.high] == 7)
    #expect(plan.limits[.low] == 3)
    #expect(plan.assignment("dashboard/@verification/qa-tester")?.timeoutSeconds == 120)
  }

  @Test func whoImplementsDoesNotVerify() throws {
    let plan = try plan("- [ ] 1. A\n  - _Agent: qa-tester_\n")
    #expect(!plan.assignments.contains { $0.kind == .verification })
    #expect(plan.findings.map(\.rule) == ["unverified-feature", "self-verification"])
  }

  @Test func listsOfNamesPlaceTheWellKnownAgents() throws {
    let configuration = """
      agents:
        spec_workflow: [spec-task-validator, spec-task-executor, spec-integration-tester]
        development: [python-pro]
      planning:
        default_agent: spec-task-executor
      """
    let outcome = Planner().plan(
      workspace("- [ ] 1. A\n", registry: "features: {}\n", configuration: configuration))
    let plan = try #require(outcome.plan)
    #expect(
      plan.assignments.map(\.id) == [
        "dashboard/@gate/spec-task-validator", "dashboard/1",
        "dashboard/@verification/spec-integration-tester",
      ])
    #expect(plan.assignment("dashboard/1")?.agent == "spec-task-executor")
    #expect(plan.assignment("dashboard/1")?.role == .standIn)
  }

  @Test func gatesDoNotImplementByTheirWords() throws {
    let registry = """
      features:
        dashboard:
          primary_agent: frontend-developer
          supporting_agents: [spec-design-validator]
      """
    let configuration = """
      agents:
        spec_workflow:
          spec-design-validator: { description: x, auto_invoke: always, auto_invoke_on: [design] }
      """
    let outcome = Planner().plan(
      workspace("- [ ] 1. Design\n", registry: registry, configuration: configuration))
    #expect(outcome.plan?.assignment("dashboard/1")?.agent == "frontend-developer")
  }

  @Test func tasksNobodyIsThereForAreAFinding() throws {
    let outcome = Planner().plan(
      workspace(
        "- [ ] 1. A\n- [ ] 2. B\n", registry: "features:\n  dashboard: {}\n",
        configuration: "agents:\n  quality: [reader]\n"))
    #expect(outcome.plan?.assignments.allSatisfy { $0.agent == nil } == true)
    #expect(outcome.findings.map(\.rule) == ["task-without-agent"])
    #expect(
      outcome.findings.first?.message == "task '1' and 1 more of feature 'dashboard' have no agent")
  }

  @Test func aWorkspaceWithoutAgentsIsPlannedWithoutAWord() {
    let outcome = Planner().plan(Workspace(features: [feature("f", "- [ ] 1. A\n- [ ] 2. B\n")]))
    #expect(outcome.plan?.assignments.map(\.agent) == [nil, nil])
    #expect(outcome.findings == [])
  }

  @Test func personsAreNoAgents() throws {
    let plan = try plan("- [ ] 1. A\n  - **Assigned To:** Unassigned\n  - Owner: mary-ann\n")
    #expect(plan.assignment("dashboard/1")?.agent == "frontend-developer")
  }

  @Test func idsStayUniqueWhereTaskIDsRepeat() throws {
    let plan = try plan("- [ ] 1. Alpha beta\n- [ ] 1. Gamma delta\n")
    #expect(plan.assignment("dashboard/1") != nil)
    #expect(plan.assignment("dashboard/1#2") != nil)
  }

  @Test func whyFollowsTheChainToTheFirstWave() throws {
    let plan = try plan("- [ ] 1. A\n- [ ] 2. B\n- [ ] 3. C\n  - _Depends: 2_\n")
    let index = try #require(plan.tasks(named: "3").first)
    let why = Why(plan, assignment: index)
    #expect(why.chain.map(\.before) == ["dashboard/2", "dashboard/1"])
    #expect(why.chain.map(\.reason) == [.dependencyLine, .documentOrder])
    #expect(plan.task(near: "dashbord/3") == "dashboard/3")
  }
}
