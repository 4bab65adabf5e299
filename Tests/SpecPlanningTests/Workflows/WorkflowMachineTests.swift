import Diagnostics
import SpecModel
import SpecPlanning
import Testing

@Suite struct WorkflowMachineTests {
  private func courses(_ text: String) throws -> WorkflowCourses {
    WorkflowCourses(WorkflowMachine(try #require(workflow(text))))
  }

  private func length(_ text: String) throws -> WorkflowLength {
    WorkflowLength(try courses(text))
  }

  @Test func silenceLeadsToTheNextStepAndFailuresToFailed() throws {
    let machine = try courses("w: [one, two, three]").machine
    #expect(machine.states.map(\.onSuccess) == [.state(1), .state(2), .completed])
    #expect(machine.states.map(\.onFailure) == [.failed, .failed, .failed])
    #expect(machine.initial == 0)
  }

  @Test func aStepWithTheNameOfAnEndIsThatEnd() throws {
    let machine = try courses(
      "w: {steps: {one: {}, two: {}, failed: {worker: generic}, completed: {}}}"
    ).machine
    #expect(machine.states.map(\.onSuccess) == [.state(1), .state(3), .failed, .completed])
    #expect(machine.states.map(\.onFailure) == [.state(2), .state(2), .failed, .failed])
    #expect(machine.states.indices.filter { machine.isTerminal($0) } == [2, 3])
  }

  @Test func aTerminalStepEndsWithItsOwnOutcome() throws {
    let machine = try courses(
      "w: {steps: {one: {on_failure: tell}, two: {}, tell: {terminal: true, on_success: one}}}"
    ).machine
    #expect(machine.states[2].onSuccess == .completed)
    #expect(machine.states[2].onFailure == .failed)
  }

  @Test func aFailureLeadsBackWhereTheStepCanBeReachedAgain() throws {
    let machine = try courses(
      """
      w: {steps: {one: {on_failure: three}, two: {on_failure: one, max_retries: 2},
      three: {on_failure: three, max_retries: 1}}}
      """
    ).machine
    #expect(machine.states.map(\.leadsBack) == [false, true, true])
    #expect(machine.states.map(\.retries) == [nil, 2, 1])
  }

  @Test(arguments: [
    ("w: [one]", 1, 1),
    ("w: {steps: {one: {max_retries: 2}}}", 1, 3),
    // One is done twice each time that it is reached, and reached once more by way of two.
    ("w: {steps: {one: {max_retries: 1}, two: {on_failure: one, max_retries: 1}}}", 2, 6),
    ("w: {steps: {one: {on_failure: one, max_retries: 4}}}", 1, 5),
    ("w: {steps: {one: {}, two: {on_failure: one, max_retries: 0}}}", 2, 2),
    // Either way round may be used up in any order.
    (
      """
      w: {steps: {a: {}, b: {on_failure: a, max_retries: 1}, c: {on_failure: b, max_retries: 2}}}
      """, 3, 9
    ),
    // A failure that leads on can be the longer way.
    ("w: {steps: {a: {on_success: completed, on_failure: b}, b: {}, c: {}}}", 1, 3),
  ])
  func saysHowLongARunCanBe(_ text: String, shortest: Int, longest: Int) throws {
    let length = try length(text)
    #expect(length.shortest == shortest)
    #expect(length.longest == longest)
    #expect(length.isExact)
  }

  @Test func noLimitIsNoLength() throws {
    let unlimited = try length("w: {steps: {one: {}, two: {on_failure: one}}}")
    #expect(unlimited.shortest == 2)
    #expect(unlimited.longest == nil)
    let round = try length("w: {steps: {one: {on_success: one}}}")
    #expect(round.shortest == nil)
    #expect(round.longest == nil)
  }

  @Test func veryManyCoursesHaveABound() throws {
    let steps = (0..<40).map { "s\($0): {on_failure: s0, max_retries: 50}" }
    let length = try length("w: {steps: {\(steps.joined(separator: ", "))}}")
    #expect(!length.isExact)
    #expect(length.longest == (40 * 50 + 1) * 40)
  }

  @Test func countlessRetriesOverflowNothing() throws {
    let steps = (0..<200).map { "s\($0): {on_failure: s0, max_retries: 9223372036854775807}" }
    let length = try length("w: {steps: {\(steps.joined(separator: ", "))}}")
    #expect(length.longest == (200 * 1_000_000 + 1) * 200)
  }

  @Test func aHundredThousandStepsAreReadInLinearTime() throws {
    let steps = (0..<100_000).map { "s\($0): {on_failure: s\($0 / 2), max_retries: 1}" }
    let courses = try courses("w: {steps: {\(steps.joined(separator: ", "))}}")
    #expect(courses.isBounded)
    #expect(courses.hasEnd.allSatisfy { $0 })
    #expect(WorkflowLength(courses).shortest == 100_000)
  }

  @Test func faultsOfOneKindHideNoneOfAnother() throws {
    let faults = WorkflowFaults.find(
      in: try #require(
        workflow(
          """
          w: {steps: [{id: a, on_success: é}, {id: b, on_failure: b}, {id: b},
          {id: c, on_success: c, max_retries: -1}]}
          """)), of: "config.yaml")
    #expect(
      faults.map(\.rule) == [
        "unknown-step", "unlimited-retry", "duplicate-step", "success-cycle", "odd-retry-limit",
      ])
    #expect(faults.allSatisfy { $0.help != nil })
  }
}

@Suite struct BuiltInWorkflowTests {
  @Test(arguments: BuiltInWorkflows.all.map(\.name.value))
  func hasNoFaultAndAnEnd(_ name: String) throws {
    let workflow = try #require(WorkflowCatalogue(nil).named(name)?.workflow)
    #expect(WorkflowFaults.find(in: workflow, of: "").map(\.message) == [])
    let courses = WorkflowCourses(WorkflowMachine(workflow))
    #expect(courses.isBounded && courses.canComplete)
    #expect(courses.isReachable.allSatisfy { $0 })
    let longest = try #require(WorkflowLength(courses).longest)
    #expect(longest <= 40)
    #expect(workflow.steps.allSatisfy { $0.workerKind != nil && $0.summary != nil })
  }

  @Test func everyKindOfTaskButGeneralHasOne() {
    let kinds = Set(BuiltInWorkflows.all.flatMap { $0.appliesTo.map(\.value) })
    #expect(kinds == Set(TaskType.allCases.map(\.rawValue)).subtracting(["general"]))
  }

  @Test func aDeclaredOneTakesThePlaceOfABuiltInOne() {
    let catalogue = WorkflowCatalogue(configuration("workflows: {debug: [coder], own: [tester]}"))
    #expect(
      catalogue.names == [
        "debug", "own", "implement", "refactor", "analyze", "optimize", "build_website",
      ])
    #expect(catalogue.named("debug")?.isBuiltIn == false)
    #expect(catalogue.named("implement")?.isBuiltIn == true)
    #expect(catalogue.named("nothing") == nil)
  }
}
