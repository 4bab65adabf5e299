import Diagnostics
import SpecModel
import SpecPlanning
import Testing

@Suite struct WorkerSearchTests {
  /// A workspace with the feature `shop`, registered with the given fields.
  private func workspace(
    registry fields: String, configuration text: String, agents: [String] = []
  ) -> Workspace {
    Workspace(
      features: [feature("shop", "- [ ] 1. A\n")],
      registry: Registry(
        reading: SourceFile(
          path: ".claude/feature_registry.yaml", text: "features: {shop: {\(fields)}}\n")),
      configuration: configuration(text),
      agents: agents.map {
        AgentFile(
          reading: SourceFile(
            path: ".claude/agents/\($0).md", text: "---\nname: \($0)\ndescription: é\n---\n"))
      })
  }

  private func agents(
    _ name: String, _ workspace: Workspace
  ) throws -> [(agent: String?, reason: String)] {
    let entry = try #require(WorkflowCatalogue(workspace.configuration).named(name))
    let plan = WorkflowPlan(entry, for: ["shop"], in: workspace)
    return try #require(plan.features.first).workers.map { ($0.agent, $0.reason) }
  }

  @Test func theRegistryComesFirstThenDutiesThenTheDefault() throws {
    let workspace = workspace(
      registry: "primary_agent: backend, qa_agents: [ui-tester]",
      configuration: "planning: {default_agent: helper}",
      agents: [
        "backend", "ui-tester", "spec-task-implementation-reviewer", "spec-requirements-validator",
        "helper",
      ])
    let found = try agents("implement", workspace)
    #expect(
      found.map(\.agent) == [
        "spec-requirements-validator", "backend", "spec-task-implementation-reviewer", "ui-tester",
      ])
    #expect(
      found.map(\.reason) == [
        "'requirements' in its name", "primary agent of the feature", "'reviewer' in its name",
        "qa agent of the feature",
      ])
  }

  @Test func anAgentThatTheStepNamesCounts() throws {
    let workspace = workspace(
      registry: "primary_agent: backend",
      configuration: """
        workflows: {own: {steps: [{id: a, agent: writer}, {id: b, agent: nobody}, backend, coder]}}
        """, agents: ["writer", "backend"])
    let found = try agents("own", workspace)
    #expect(found.map(\.agent) == ["writer", "nobody", "backend", "backend"])
    #expect(
      found.map(\.reason) == [
        "the step names it", "the step names it, but nothing defines it", "the step names it",
        "primary agent of the feature",
      ])
  }

  @Test func whoWritesDoesNotJudge() throws {
    let workspace = workspace(
      registry: "primary_agent: maker, qa_agents: [maker]", configuration: "agents: {a: [maker]}")
    let found = try agents("implement", workspace)
    #expect(found.map(\.agent) == [nil, "maker", nil, nil])
    #expect(found[2].reason == "only 'maker' could, who writes what is judged")
    #expect(found[0].reason == "none fits, and there is no default agent")
  }

  @Test func aQAAgentOfNoKindReviewsAndTests() throws {
    let workspace = workspace(
      registry: "primary_agent: maker, qa_agents: [alice]", configuration: "agents: {a: [maker]}")
    #expect(try agents("implement", workspace).map(\.agent) == [nil, "maker", "alice", "alice"])
  }

  @Test func aDutyFromTheConfigurationIsOneToo() throws {
    let workspace = workspace(
      registry: "primary_agent: maker",
      configuration: """
        agents: {a: {second-eyes: {auto_invoke: after_task_execution},
        prover: {auto_invoke: on_implementation}}}
        """)
    let found = try agents("implement", workspace)
    #expect(found.map(\.agent) == [nil, "maker", "second-eyes", "prover"])
    #expect(found[2].reason == "auto_invoke 'after_task_execution'")
  }

  @Test func withoutAPrimaryAgentASupportingOneWrites() throws {
    let workspace = workspace(
      registry: "supporting_agents: [code-reviewer, é-writer]", configuration: "{}")
    let found = try agents("implement", workspace)
    #expect(found.map(\.agent) == [nil, "é-writer", "code-reviewer", nil])
  }

  @Test func aGenericStepGoesToTheDefaultAgent() throws {
    let text = "planning: {default_agent: helper}\nworkflows: {own: [anything, deployer]}"
    let found = try agents(
      "own", workspace(registry: "primary_agent: maker", configuration: text))
    #expect(found.map(\.agent) == ["helper", "helper"])
    #expect(found.map(\.reason) == ["the default agent", "the default agent"])
  }
}
