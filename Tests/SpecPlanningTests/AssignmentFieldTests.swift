import Diagnostics
import SpecModel
import SpecPlanning
import Testing

/// What each field of the configuration and of the registry does in a plan: the field changes and the
/// plan changes as docs/planning.md says.
@Suite struct AssignmentFieldTests {
  private func outcome(
    _ tasks: String, _ configuration: String, _ registry: String, files: [String] = []
  ) -> PlanOutcome {
    Planner().plan(
      Workspace(
        features: [feature("shop", tasks)],
        registry: Registry(reading: SourceFile(path: "registry.yaml", text: registry)),
        configuration: Configuration(
          reading: SourceFile(path: ".claude/config.yaml", text: configuration)),
        agents: files.map {
          AgentFile(
            reading: SourceFile(
              path: ".claude/agents/\($0).md", text: "---\nname: \($0)\ndescription: x\n---\n"))
        }))
  }

  /// Who does what: `1 python-pro`, `@gate checker`.
  private func steps(
    _ tasks: String, _ configuration: String, _ registry: String, files: [String] = []
  ) throws -> [String] {
    let plan = try #require(outcome(tasks, configuration, registry, files: files).plan)
    return plan.assignments.map { step in
      let agent = step.agent ?? "nobody"
      return step.kind == .task
        ? "\(step.id.dropFirst("shop/".count)) \(agent)" : "@\(step.kind.rawValue) \(agent)"
    }
  }

  private static let task = "- [ ] 1. Show the é page 😀\r\n"
  private static let primary = "features:\n  shop: {primary_agent: lead}\n"

  @Test(arguments: [
    ("always", ["@gate it", "1 lead"]), ("on_task_creation", ["@gate it", "1 lead"]),
    ("on_new_design", ["1 lead"]),
    ("after_task_execution", ["1 lead", "@review it"]),
    ("on_implementation", ["1 lead", "@verification it"]),
    ("after_implementation", ["1 lead", "@verification it"]),
    ("on_completion", ["1 lead", "@completion it"]),
    ("on_major_changes", ["1 lead", "@documentation it"]), ("on_task_execution", ["1 lead"]),
  ])
  func autoInvokeGivesAPlace(moment: String, expected: [String]) throws {
    let without = try steps(Self.task, "agents:\n  c:\n    it: {}\n", Self.primary)
    #expect(without == ["1 lead"])
    let configuration = "agents:\n  c:\n    it: {auto_invoke: \(moment)}\n"
    #expect(try steps(Self.task, configuration, Self.primary) == expected)
  }

  @Test func theExecutorImplementsWhatNobodyElseDoes() throws {
    let configuration = "agents:\n  c:\n    it: {auto_invoke: on_task_execution}\n"
    #expect(try steps(Self.task, configuration, "features:\n  shop: {}\n") == ["1 it"])
  }

  @Test func autoInvokeOnSpeaksForAnAgentOfTheFeature() throws {
    let registry = "features:\n  shop: {primary_agent: lead, supporting_agents: [it]}\n"
    #expect(try steps(Self.task, "agents:\n  c: [it]\n", registry) == ["1 lead"])
    let configuration = "agents:\n  c:\n    it: {auto_invoke_on: [page]}\n"
    #expect(try steps(Self.task, configuration, registry) == ["1 it"])
    #expect(try steps(Self.task, configuration, Self.primary) == ["1 lead"])
  }

  @Test func featuresBringAnAgentIn() throws {
    let configuration = "agents:\n  c:\n    it: {auto_invoke_on: [page], features: [shop]}\n"
    #expect(try steps(Self.task, configuration, Self.primary) == ["1 it"])
    let other = "agents:\n  c:\n    it: {auto_invoke_on: [page], features: [bank]}\n"
    #expect(try steps(Self.task, other, Self.primary) == ["1 lead"])
  }

  @Test func beingConfiguredForTheFeatureDecidesBetweenEquals() throws {
    let registry = "features:\n  shop: {primary_agent: lead, supporting_agents: [a, b]}\n"
    func configuration(_ more: String) -> String {
      "agents:\n  c:\n    a: {auto_invoke_on: [page]}\n    b: {auto_invoke_on: [page]\(more)}\n"
    }
    #expect(try steps(Self.task, configuration(""), registry) == ["1 a"])
    #expect(try steps(Self.task, configuration(", features: [shop]"), registry) == ["1 b"])
  }

  @Test func declaredOrderDecidesBetweenEqualsAndWorkDoesNot() throws {
    let tasks = "- [ ] 1. First page\n- [ ] 2. Second page\n- [ ] 3. Third page\n"
    let configuration =
      "agents:\n  c:\n    a: {auto_invoke_on: [page]}\n    b: {auto_invoke_on: [page]}\n"
    func registry(_ names: String) -> String {
      "features:\n  shop: {supporting_agents: [\(names)]}"
    }
    #expect(try steps(tasks, configuration, registry("a, b")) == ["1 a", "2 a", "3 a"])
    #expect(try steps(tasks, configuration, registry("b, a")) == ["1 b", "2 b", "3 b"])
  }

  @Test func prioritiesRankFailuresAndLimits() throws {
    func step(_ configuration: String, _ registry: String = Self.primary) throws -> Assignment {
      let plan = try #require(outcome(Self.task, configuration, registry).plan)
      return try #require(plan.assignment("shop/1"))
    }
    #expect(try step("agents:\n  c: [lead]\n").priority == .high)
    #expect(try step("agents:\n  priority_groups: {low: [lead]}\n").priority == .low)
    let both = "agents:\n  priority_groups: {low: [lead]}\n  c:\n    lead: {priority: medium}\n"
    #expect(try step(both).priority == .medium)
    #expect(try !step(both).isBlocking)
    let global = Self.primary + "global_agents:\n  critical_priority: [lead]\n"
    #expect(
      try step("agents:\n  c:\n    lead: {auto_invoke_on: [x]}\n", global).priority == .critical)
    let plan = try #require(
      outcome(Self.task, "agents:\n  max_parallel: {low: 9}\n", Self.primary).plan)
    #expect(plan.limits == [.critical: 1, .high: 5, .medium: 10, .low: 9])
  }

  @Test func timeoutsComeFromTheListThenTheAgentThenTheDefault() throws {
    func seconds(_ configuration: String) throws -> Int {
      let plan = try #require(outcome(Self.task, configuration, Self.primary).plan)
      return try #require(plan.assignment("shop/1")).timeoutSeconds
    }
    #expect(try seconds("agents:\n  c: [lead]\n") == 600)
    #expect(try seconds("agents:\n  timeouts: {default: 90}\n") == 90)
    #expect(
      try seconds("agents:\n  timeouts: {default: 90}\n  c:\n    lead: {timeout: 50}\n") == 50)
    #expect(
      try seconds("agents:\n  timeouts: {lead: 40, default: 90}\n  c:\n    lead: {timeout: 50}\n")
        == 40)
  }

  @Test func anAgentDoesNoMoreAtOnceThanItsLimit() throws {
    let tasks = "- [ ] 1. A\n- [ ] 2. B\n- [ ] 3. C\n"
    func most(_ configuration: String) throws -> (Int, Int) {
      let plan = try #require(
        Planner(order: .declared).plan(
          Workspace(
            features: [feature("shop", tasks)],
            registry: Registry(reading: SourceFile(path: "r.yaml", text: Self.primary)),
            configuration: Configuration(
              reading: SourceFile(path: ".claude/config.yaml", text: configuration)))
        ).plan)
      let schedule = Schedule(plan)
      return (schedule.agents.first?.mostAtOnce ?? 0, schedule.makespan)
    }
    #expect(try most("agents:\n  c:\n    lead: {timeout: 10}\n") == (3, 10))
    #expect(try most("agents:\n  c:\n    lead: {timeout: 10, max_parallel: 2}\n") == (2, 20))
    #expect(try most("agents:\n  c:\n    lead: {timeout: 10, max_parallel: 1}\n") == (1, 30))
  }

  @Test func autoEnableBringsAnAgentIntoEveryFeature() throws {
    let files = ["lead", "spec-task-validator", "painter"]
    #expect(try steps(Self.task, "agents: {}\n", Self.primary, files: files) == ["1 lead"])
    let configuration = "agents:\n  auto_enable: [spec-task-validator]\n"
    #expect(
      try steps(Self.task, configuration, Self.primary, files: files)
        == ["@gate spec-task-validator", "1 lead"])
    let words = "agents:\n  auto_enable: [painter]\n  c:\n    painter: {auto_invoke_on: [page]}\n"
    #expect(try steps(Self.task, words, Self.primary, files: files) == ["1 painter"])
    #expect(
      try steps("- [ ] 1. Other\n", words, Self.primary, files: files) == ["1 lead"])
  }

  @Test func agentMappingNamesPrimariesAndOffersItsGroup() throws {
    let mapping = """
      features: {shop: {}}
      agent_mapping:
        trade: {agent_group: trading, features: [shop], primary_agents: [first, second]}
      """
    func configuration(_ words: String) -> String {
      "agents:\n  trading:\n    first: {}\n    second: {}\n    third: {auto_invoke_on: [\(words)]}\n"
    }
    #expect(try steps(Self.task, configuration("sale"), mapping) == ["1 first"])
    #expect(try steps(Self.task, configuration("page"), mapping) == ["1 third"])
    let elsewhere = mapping.split(separator: "trading").joined(separator: "other")
    #expect(try steps(Self.task, configuration("page"), elsewhere) == ["1 first"])
    let second = "agents:\n  c:\n    second: {auto_invoke_on: [page]}\n"
    #expect(try steps(Self.task, second, mapping) == ["1 second"])
  }

  @Test func theFeaturesOwnAgentsComeBeforeThoseOfAGroup() throws {
    let registry = """
      features: {shop: {primary_agent: lead, supporting_agents: [own]}}
      agent_mapping:
        trade: {agent_group: wide, features: [shop]}
      """
    let configuration = """
      agents:
        c:
          own: {auto_invoke_on: [page]}
        wide:
          group-member: {auto_invoke_on: [page, show]}
          python-pro: {}
      """
    #expect(try steps(Self.task, configuration, registry) == ["1 own"])
    #expect(try steps("- [ ] 1. Show it\n", configuration, registry) == ["1 group-member"])
    let file = "- [ ] 1. Write\n  - File: a.py\n"
    #expect(try steps(file, configuration, registry) == ["1 lead"])
  }

  @Test func globalAgentsWithoutAPlaceGetOneByTheirPriority() throws {
    func registry(_ group: String) -> String {
      Self.primary + "global_agents:\n  \(group)_priority: [keeper]\n"
    }
    let agents = "agents:\n  c: [keeper]\n"
    #expect(try steps(Self.task, agents, Self.primary) == ["1 lead"])
    #expect(try steps(Self.task, agents, registry("critical")) == ["@gate keeper", "1 lead"])
    #expect(try steps(Self.task, agents, registry("high")) == ["1 lead", "@verification keeper"])
    #expect(try steps(Self.task, agents, registry("low")) == ["1 lead", "@documentation keeper"])
    #expect(try steps(Self.task, "agents: {}\n", registry("critical")) == ["1 lead"])
  }

  @Test func sharedAgentsMayBeGivenTasksOfEveryFeature() throws {
    let configuration = "agents:\n  c:\n    painter: {auto_invoke_on: [page]}\n"
    let registry = Self.primary + "shared: {agents: [painter]}\n"
    #expect(try steps(Self.task, configuration, Self.primary) == ["1 lead"])
    #expect(try steps(Self.task, configuration, registry) == ["1 painter"])
  }

  @Test func theDefaultAgentStandsIn() throws {
    let configuration = "planning: {default_agent: it}\n"
    #expect(try steps(Self.task, configuration, "features: {shop: {}}\n") == ["1 it"])
    #expect(try steps(Self.task, configuration, Self.primary) == ["1 lead"])
  }

  @Test func qaAgentsVerifyWhatTheyDoNotImplement() throws {
    let registry = "features:\n  shop: {primary_agent: lead, qa_agents: [q, r]}\n"
    #expect(
      try steps(Self.task, "", registry) == ["1 lead", "@verification q", "@verification r"])
    let named = Self.task + "  - _Agent: q_\n"
    let outcome = outcome(named, "agents:\n  c: [q, r, lead]\n", registry)
    #expect(outcome.findings.map(\.rule) == ["self-verification"])
    #expect(try steps(named, "", registry) == ["1 q", "@verification r"])
  }

  @Test func whoImplementedWhatIsFinishedDoesNotVerifyIt() throws {
    let registry = "features:\n  shop: {primary_agent: lead, qa_agents: [q, r]}\n"
    let tasks = "- [x] 1. A\n  - _Agent: q_\n- [ ] 2. B\n"
    #expect(try steps(tasks, "", registry) == ["2 lead", "@verification r"])
  }

  @Test func aQAAgentThatSupportsVerifiesUnlessItImplements() throws {
    let registry =
      "features:\n  shop: {primary_agent: lead, supporting_agents: [q], qa_agents: [q]}\n"
    #expect(try steps(Self.task, "", registry) == ["1 lead", "@verification q"])
    let words = "agents:\n  c:\n    q: {auto_invoke_on: [page]}\n"
    #expect(try steps(Self.task, words, registry) == ["1 q"])
  }

  @Test func aFeatureThatNobodyVerifiesIsAFinding() throws {
    let registry = "features:\n  shop: {primary_agent: lead, qa_agents: [q, r]}\n"
    let tasks = "- [ ] 1. A\n  - _Agent: q_\n- [ ] 2. B\n  - _Agent: r_\n"
    let findings = outcome(tasks, "agents:\n  c: [lead, q, r]\n", registry).findings
      .filter { $0.severity > .note }
    #expect(
      findings.map(\.message) == [
        "nobody verifies feature 'shop': each of its 2 qa agents implements one of its tasks"
      ])
    #expect(findings.first?.path == "registry.yaml")
    let tester = "agents:\n  c:\n    lead: {}\n    t: {auto_invoke: after_implementation}\n"
    #expect(
      !outcome(tasks, tester, registry).findings.contains { $0.rule == "unverified-feature" })
  }

  @Test func nobodyReviewsTheirOwnTask() throws {
    let configuration = "agents:\n  c:\n    it: {auto_invoke: after_task_execution}\n"
    let tasks = "- [ ] 1. A\n  - _Agent: it_\n- [ ] 2. B\n"
    #expect(try steps(tasks, configuration, Self.primary) == ["1 it", "2 lead", "@review it"])
  }

  @Test func anAgentNamedByItsFileIsTheOneOfTheFile() throws {
    let files = AgentFile(
      reading: SourceFile(
        path: ".claude/agents/postgres-pro.md", text: "---\nname: pg\ndescription: x\n---\n"))
    let workspace = Workspace(
      features: [feature("shop", Self.task)],
      registry: Registry(
        reading: SourceFile(
          path: "r.yaml", text: "features:\n  shop: {primary_agent: postgres-pro}\n")),
      agents: [files])
    let plan = try #require(Planner().plan(workspace).plan)
    #expect(plan.findings.isEmpty)
  }
}
