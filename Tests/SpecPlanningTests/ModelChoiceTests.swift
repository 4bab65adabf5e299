import Diagnostics
import SpecModel
import SpecPlanning
import Testing

@Suite struct ModelChoiceTests {
  private func plan(_ tasks: String, rules: String, more: String = "") throws -> Plan {
    var workspace = Workspace(
      features: [feature("shop", tasks)],
      registry: Registry(
        reading: SourceFile(path: "r.yaml", text: "features:\n  shop: {primary_agent: lead}\n")),
      agents: [
        AgentFile(
          reading: SourceFile(
            path: ".claude/agents/lead.md",
            text: "---\nname: lead\ndescription: x\nmodel: opus\n---\n"))
      ])
    let text =
      "cost_management:\n  optimization:\n    smart_model_selection: true\(more)\n"
      + "    model_selection_rules:\n\(rules)\n"
    workspace.capabilities = [
      CapabilityFile(
        reading: SourceFile(path: "cost_management_config.yaml", text: text), as: .costManagement)
    ]
    return try #require(Planner().plan(workspace).plan)
  }

  private func choice(
    _ task: String, _ rules: [String], more: String = ""
  ) throws -> ModelChoice? {
    let lines = rules.map { "      - \($0)" }.joined(separator: "\n")
    let plan = try plan(task, rules: lines, more: more)
    return plan.model(of: try #require(plan.tasks(named: "1").first))
  }

  private static let easy = "- [ ] 1. Rename the café 😀\r\n"
  private static let hard = """
    - [ ] 1. Migrate the tables
      - File: a.py, b.py, c.py, d.py
      - _Requirements: 1.1, 1.2, 1.3, 1.4_
    """

  @Test func theFirstRuleThatFitsDecides() throws {
    let rules = [
      "{task_complexity: low, use: haiku}", "{task_complexity: high, model: opus}",
      "{task_complexity: high, use: sonnet}",
    ]
    #expect(try choice(Self.easy, rules)?.model == "haiku")
    #expect(try choice(Self.easy, rules)?.reason == "complexity low")
    #expect(try choice(Self.hard, rules)?.model == "opus")
  }

  @Test func rulesCanBeTexts() throws {
    let rules = [
      "'task_complexity: low -> use: haiku'", "\"task_type: code_generation -> sonnet\"",
    ]
    #expect(try choice(Self.easy, rules)?.model == "haiku")
    #expect(try choice(Self.hard, rules)?.model == "sonnet")
    #expect(try choice(Self.hard, rules)?.reason == "task type code_generation")
  }

  @Test func theAgentsOwnModelHoldsWhereNoRuleFits() throws {
    let choice = try choice(Self.easy, ["{agent: nobody, use: haiku}"])
    #expect(choice?.model == "opus")
    #expect(choice?.reason == "the agent's own; no rule fits")
    #expect(try self.choice(Self.easy, ["{agent: lead, use: haiku}"])?.model == "haiku")
  }

  @Test func everyConditionOfARuleMustHold() throws {
    let rules = ["{agent: lead, task_complexity: high, use: haiku}"]
    #expect(try choice(Self.easy, rules)?.model == "opus")
    #expect(try choice(Self.hard, rules)?.model == "haiku")
  }

  @Test(arguments: [
    ("Write it\n  - File: docs/a.md", "documentation"),
    ("Cover it\n  - File: tests/test_a.py", "testing"), ("Design the storage", "architecture"),
    ("Review the page", "review"), ("Add a page", "code_generation"),
    ("Move to the new ledger", "new ledger"),
  ])
  func kindsOfWorkAreTold(task: String, type: String) throws {
    let choice = try choice("- [ ] 1. \(task)\n", ["{task_type: \(type), use: haiku}"])
    #expect(choice?.model == "haiku")
  }

  @Test func complexityIsWhatIsCounted() throws {
    let complexity = try #require(
      try choice(Self.hard, ["{task_complexity: high, use: opus}"])?.complexity)
    #expect(
      complexity.evidence.map(\.text) == [
        "4 files", "4 requirements", "'migrate' in the title",
      ])
    #expect(complexity.score == 6)
    #expect(complexity.level == .high)
    let short = try choice(
      "- [ ] 1. Rename it\n  - Estimate: 20 min\n", ["{task_complexity: low, use: haiku}"])
    #expect(short?.complexity?.score == -2)
  }

  @Test func settingsThatAreSwitchedOffChooseNothing() throws {
    let rules = ["{task_complexity: low, use: haiku}"]
    #expect(try choice(Self.easy, rules, more: "\n    enabled: false") == nil)
    #expect(try choice(Self.easy, []) == nil)
    #expect(
      Planner().plan(Workspace(features: [feature("f", Self.easy)])).plan?.choosesModels == false)
  }
}
