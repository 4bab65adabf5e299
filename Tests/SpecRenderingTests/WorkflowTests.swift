import Diagnostics
import SpecModel
import SpecPlanning
import SpecRendering
import Testing

@Suite struct WorkflowRenderingTests {
  private func plan(_ text: String, features names: [String] = ["one", "two"]) throws
    -> WorkflowPlan
  {
    let configuration = Configuration(
      reading: SourceFile(path: ".claude/config.yaml", text: text))
    let features = names.map {
      Feature(name: $0, directory: ".claude/specs/\($0)", layout: .claude)
    }
    let entry = try #require(WorkflowCatalogue(configuration).entries.first)
    return WorkflowPlan(
      entry, for: Set(names),
      in: Workspace(features: features, configuration: configuration))
  }

  @Test func showsStepsAgentsAndLength() throws {
    let plan = try plan(
      """
      planning: {default_agent: helper}
      workflows:
        publish:
          description: bringt é 😀
          initial: write
          steps:
            last: {terminal: true, max_retries: 1}
            write: {worker: coder, description: schreibt 😀, on_failure: last, on_success: look}
            look: {agent: reader, on_success: completed, on_failure: write, max_retries: 1}
      """)
    #expect(
      WorkflowText().text(plan) == """
        workflow publish
          bringt é 😀

        step   agent   on success  on failure     retries
        write  helper  look        last                 0
        last   helper  ends        ends                 1
        look   reader  completed   back to write        1

        write  schreibt 😀

        one, two
          write  helper  the default agent
          last   helper  the default agent
          look   reader  the step names it

        2 steps when all goes well, at most 5 steps with all retries

        """)
  }

  @Test func aWorkflowWithoutALimitSaysSo() throws {
    let text = WorkflowText().text(
      try plan("workflows: {w: {steps: {a: {}, b: {on_failure: a}}}}", features: ["one"]))
    #expect(text.contains("b     nobody  completed   back to a   no limit\n"))
    #expect(text.hasSuffix("\nnothing limits how many steps a run takes\n"))
  }

  @Test func noLineIsWiderThanAskedForNorHoldsControlCharacters() throws {
    let long = String(repeating: "計画", count: 60) + "\\u001B[31m\\u202E\\nx"
    let plan = try plan(
      """
      planning: {default_agent: "\(long)"}
      workflows: {"\(long)": {description: "\(long) a b", steps: [{id: "\(long)", agent: "\(long)",
        description: "\(long)", on_failure: "\(long)", max_retries: 3}, coder]}}
      """, features: (0..<300).map { "feature-with-a-long-name-\($0)" } + ["\u{1B}[31m"])
    let text = WorkflowText().text(plan)
    #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= 80 })
    let diagram = WorkflowMermaid.text(plan)
    for text in [text, diagram] {
      #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }
    #expect(diagram.split(separator: "\n").count == 13)
  }

  @Test func labelsOfADiagramCannotEndEarly() throws {
    let plan = try plan(
      "workflows: {w: [{id: '\"x\" --> <b>#1;', agent: 'a:b `c`'}]}", features: ["one"])
    #expect(
      WorkflowMermaid.text(plan) == """
        stateDiagram-v2
          state "#34;x#34; --#62; #60;b#62;#35;1#59; (a#58;b #96;c#96;)" as step0
          state "completed" as completed
          state "failed" as failed
          [*] --> step0
          step0 --> completed: success
          step0 --> failed: failure
          completed --> [*]
          failed --> [*]

        """)
  }

  @Test func aGoalOfManyFeaturesIsSummedUp() {
    let features = (0..<500).map {
      Feature(name: "part-\($0)", directory: ".claude/specs/part-\($0)", layout: .claude)
    }
    let reading = GoalReading("Audit the whole system", in: Workspace(features: features))
    let text = GoalReadingText().text(reading)
    #expect(text.contains("features: 500\n"))
    #expect(text.contains("\n  and 488 more\n"))
    #expect(text.split(separator: "\n").count == 18)
  }
}
