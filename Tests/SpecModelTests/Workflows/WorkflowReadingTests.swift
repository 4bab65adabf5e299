import Diagnostics
import SpecModel
import Testing

@Suite struct WorkflowReadingTests {
  private func read(_ text: String) -> Configuration {
    Configuration(reading: SourceFile(path: ".claude/config.yaml", text: text))
  }

  @Test func readsEveryKeyWithItsPlace() throws {
    let configuration = read(
      """
      # é 😀\r
      workflows:\r
        release:\r
          description: "bringt é 😀"\r
          goal: done\r
          applies_to: [dashboard, debug]\r
          initial: build\r
          steps:\r
            - id: plan\r
              worker: product_manager\r
            - {id: build, agent: python-pro, description: 😀, on_success: test,\r
               on_failure: failed, max_retries: -3}\r
            - {id: test, worker: tester, terminal: true, initial: true}\r
      """)
    #expect(configuration.problems.isEmpty && configuration.unknownKeys.isEmpty)
    #expect(!configuration.isForeign)
    let workflow = try #require(configuration.workflows.first)
    #expect(workflow.name.value == "release")
    #expect(configuration.file.text(workflow.name.range) == "release")
    let summary = try #require(workflow.summary)
    #expect(configuration.file.text(summary.range) == "\"bringt é 😀\"")
    #expect(workflow.goal?.value == "done")
    #expect(workflow.appliesTo.map(\.value) == ["dashboard", "debug"])
    #expect(workflow.initial.map(\.value) == ["build", "test"])
    #expect(workflow.steps.map(\.id.value) == ["plan", "build", "test"])
    #expect(workflow.steps.map(\.workerKind) == [.productManager, nil, .tester])
    let build = workflow.steps[1]
    #expect(build.agent?.value == "python-pro")
    #expect(build.summary?.value == "😀")
    #expect(build.onSuccess.map { configuration.file.text($0.range) } == "test")
    #expect(build.onFailure?.value == "failed")
    #expect(build.maxRetries?.value == -3)
    #expect(build.maxRetries.map { configuration.file.text($0.range) } == "-3")
    #expect(workflow.steps.map(\.isTerminal) == [false, false, true])
  }

  @Test func stepsAreAlsoAMappingOrAListOfWords() {
    let configuration = read(
      """
      workflows:
        mapped:
          applies_to: debug
          steps: {one: {worker: coder}, two: reviewer, three: }
        words:
          steps: [coder, qa-tester, coder, coder-2, coder]
        short: [one, {id: two}]
        text: {steps: "one, two"}
      """)
    let workflows = configuration.workflows
    #expect(workflows.map(\.name.value) == ["mapped", "words", "short", "text"])
    #expect(workflows[0].steps.map(\.id.value) == ["one", "two", "three"])
    #expect(workflows[0].steps.map(\.workerKind) == [.coder, .reviewer, nil])
    #expect(workflows[0].appliesTo.map(\.value) == ["debug"])
    #expect(
      workflows[1].steps.map(\.id.value) == ["coder", "qa-tester", "coder-3", "coder-2", "coder-4"])
    #expect(
      workflows[1].steps.map(\.word?.value) == ["coder", "qa-tester", "coder", "coder-2", "coder"])
    #expect(workflows[2].steps.map(\.id.value) == ["one", "two"])
    #expect(workflows[3].steps.map(\.id.value) == ["one", "two"])
    #expect(configuration.problems.map(\.help) == ["write 'steps: [one, two]'"])
  }

  @Test(arguments: [
    ("w: 5", "5"), ("w: {steps: {a: [x]}}", "[x]"), ("w: {steps: [[x]]}", "[x]"),
    ("w: {steps: [{worker: é}]}", "{worker: é}"), ("w: {steps: [{id: a, max_retries: 😀}]}", "😀"),
    ("w: {steps: [{id: a, terminal: maybe}]}", "maybe"), ("w: {goal: [x]}", "[x]"),
    ("w: {steps: {a: {on_success: {b: c}}}}", "{b: c}"),
  ])
  func reportsAValueThatItsKeyDoesNotTake(text: String, place: String) {
    let configuration = read("# é 😀\r\nworkflows:\r\n  \(text)\r\n")
    #expect(configuration.problems.map(\.kind) == [.wrongValue])
    #expect(configuration.problems.map { configuration.file.text($0.range) } == [place])
  }

  @Test func notesKeysThatMeanNothing() {
    let configuration = read(
      "workflows: {w: {stesp: [], steps: [{id: é, workr: coder}, {id: b, 😀: 1}]}}")
    #expect(
      configuration.unknownKeys.map(\.container) == [
        "workflows.w", "workflows.w.steps.é", "workflows.w.steps.b",
      ])
    #expect(configuration.unknownKeys.map(\.suggestion) == ["steps", "worker", nil])
  }
}
