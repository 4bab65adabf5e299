import Diagnostics
import SpecModel
import SpecPlanning
import Testing

@Suite struct AgentUsageTests {
  private func usage(
    _ tasks: String?, _ configuration: String, _ registry: String, files: [String] = []
  ) -> AgentUsage {
    AgentUsage(
      Workspace(
        features: tasks.map { [feature("shop", $0)] } ?? [],
        registry: Registry(reading: SourceFile(path: "registry.yaml", text: registry)),
        configuration: Configuration(
          reading: SourceFile(path: ".claude/config.yaml", text: configuration)),
        agents: files.map {
          AgentFile(
            reading: SourceFile(
              path: ".claude/agents/\($0).md", text: "---\nname: \($0)\ndescription: x\n---\n"))
        }))
  }

  private func idleness(
    _ tasks: String?, _ configuration: String, _ registry: String, files: [String] = []
  ) throws -> AgentIdleness? {
    let usage = usage(tasks, configuration, registry, files: files)
    return try #require(usage.entries.first { $0.name == "it" }).idleness
  }

  private static let tasks = "- [x] 1. Draw é 😀\r\n- [ ] 2. Show the page\r\n"

  @Test func countsEveryStepWithFinishedTasksIncluded() throws {
    let configuration = """
      agents:
        c:
          lead: {}
          painter: {auto_invoke_on: [page]}
          keeper: {auto_invoke: always}
          reader: {auto_invoke: after_task_execution}
        auto_enable: [spec-completion-reviewer]
      """
    let registry =
      "features:\n  shop: {primary_agent: lead, supporting_agents: [painter], qa_agents: [q]}\n"
    let usage = usage(Self.tasks, configuration, registry, files: ["q"])
    #expect(usage.total == 6)
    #expect(usage.used == 6)
    #expect(usage.working == 6)
    #expect(usage.stepCount == 7)
    #expect(usage.taskCount == 2)
    #expect(
      usage.entries.map(\.name) == [
        "keeper", "lead", "painter", "q", "reader", "spec-completion-reviewer",
      ])
    let lead = try #require(usage.entries.first { $0.name == "lead" })
    #expect(lead.steps == [.task: ["shop/1"]])
    #expect(lead.openTaskCount == 0)
    #expect(lead.primaryIn == ["shop"])
    #expect(lead.category == "c")
    let painter = try #require(usage.entries.first { $0.name == "painter" })
    #expect(painter.steps == [.task: ["shop/2"]])
    #expect(painter.openTaskCount == 1)
    #expect(painter.competesIn == ["shop"])
    #expect(usage.entries.first { $0.name == "reader" }?.steps[.review]?.count == 2)
    #expect(usage.entries.first { $0.name == "q" }?.steps.keys.map(\.rawValue) == ["verification"])
    #expect(usage.entries.last?.category == nil)
    #expect(usage.entries.last?.elsewhere == ["auto_enable"])
    #expect(usage.entries.allSatisfy { $0.idleness == nil })
  }

  @Test func saysWhyAnAgentHasNoWork() throws {
    let registry = "features:\n  shop: {primary_agent: lead, supporting_agents: [it]}\n"
    let words = "agents:\n  c:\n    it: {auto_invoke_on: [sale]}\n"
    #expect(try idleness(Self.tasks, words, registry) == .unmatched)
    #expect(try idleness(nil, words, registry) == .noTasks)
    #expect(try idleness(Self.tasks, "agents:\n  c: [it]\n", registry) == .noWords)
    let others =
      "agents:\n  c:\n    it: {auto_invoke_on: [page]}\n    lead: {auto_invoke_on: [show, page]}\n"
    #expect(try idleness(Self.tasks, others, registry) == .outmatched)
    let executor = "agents:\n  c:\n    it: {auto_invoke: on_task_execution}\n"
    #expect(try idleness(Self.tasks, executor, registry) == .nothingLeft)
    let gate = "agents:\n  c:\n    it: {auto_invoke: on_new_design}\n"
    #expect(try idleness(Self.tasks, gate, registry) == .nothingToCheck)
    let elsewhere = "features:\n  shop: {primary_agent: lead}\n  bank: {supporting_agents: [it]}\n"
    #expect(try idleness(Self.tasks, words, elsewhere) == .emptyFeatures)
  }

  @Test func anAgentThatNoFeatureHasIsUnused() throws {
    let registry = "features:\n  shop: {primary_agent: lead}\n"
    let words = "agents:\n  priority_groups: {high: [it]}\n  c:\n    it: {auto_invoke_on: [page]}\n"
    #expect(try idleness(Self.tasks, words, registry) == .unnamed)
    #expect(try idleness(Self.tasks, "agents:\n  c: [it]\n", registry) == .unknown)
    #expect(try idleness(Self.tasks, "", registry, files: ["it"]) == .unknown)
    let usage = usage(Self.tasks, words, registry, files: ["lead"])
    #expect(usage.used == 1)
    #expect(usage.total == 2)
    for entry in usage.entries where entry.idleness != nil {
      #expect(entry.idleness?.remedy?.contains("supporting_agents") == true)
    }
  }

  @Test func namesAreCountedAlsoWhereNothingCanBePlanned() {
    let usage = usage(
      "- [ ] 1. A\n  - _Depends: 2_\n- [ ] 2. B\n  - _Depends: 1_\n", "",
      "features:\n  shop: {primary_agent: it}\n", files: ["it"])
    #expect(usage.isUnplannable)
    #expect(usage.used == 1)
    #expect(usage.entries.first?.idleness == .unplannable)
  }

  @Test func whyShowsEverybodyThatSomethingSpeaksFor() throws {
    let configuration = """
      agents:
        c:
          a: {auto_invoke_on: [page]}
          b: {auto_invoke_on: [page, show]}
          z: {auto_invoke_on: [other]}
          w: {auto_invoke_on: [show, the, page]}
      """
    let registry = """
      features:
        shop: {primary_agent: lead, supporting_agents: [z, a, b]}
      shared: {agents: [w]}
      """
    let plan = try #require(
      Planner().plan(
        Workspace(
          features: [feature("shop", Self.tasks)],
          registry: Registry(reading: SourceFile(path: "registry.yaml", text: registry)),
          configuration: Configuration(
            reading: SourceFile(path: ".claude/config.yaml", text: configuration)))
      ).plan)
    let why = Why(plan, assignment: try #require(plan.tasks(named: "2").first))
    #expect(
      why.candidates == [
        TaskCandidate(
          agent: "b", score: 6, isOwn: true,
          evidence: ["'show' in the title (+3)", "'page' in the title (+3)"]),
        TaskCandidate(agent: "a", score: 3, isOwn: true, evidence: ["'page' in the title (+3)"]),
        TaskCandidate(
          agent: "w", score: 9, isOwn: false,
          evidence: [
            "'show' in the title (+3)", "'the' in the title (+3)", "'page' in the title (+3)",
          ]),
      ])
    #expect(why.competitorCount == 5)
  }
}
