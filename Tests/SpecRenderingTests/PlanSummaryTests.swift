import Diagnostics
import SpecModel
import SpecPlanning
import SpecRendering
import Testing

/// Plans that were written as JSON are read as what they were.
@Suite struct PlanSummaryTests {
  private static let configuration = """
    agents:
      spec_workflow: [spec-task-validator, spec-integration-tester]
      custom:
        reviewer: {auto_invoke: after_task_execution}
    planning:
      default_agent: python-pro
      max_parallel: 2
      deadline: 1h
    """

  private func randomPlan(_ seed: Int) -> Plan? {
    var state = UInt64(seed) &* 977 &+ 5
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let features = (0..<1 + next(4)).map { number in
      var text = "# Tasks\r\n"
      for task in 1...(1 + next(8)) {
        text += "- [\(next(4) == 0 ? "x" : " ")] \(task). Größe 🎯 \"\(task)\" \\ \u{1B}\n"
        if next(3) == 0 { text += "  - File: src/\(next(5)).py\n" }
        if next(3) == 0 { text += "  - Estimate: \(1 + next(4))h\n" }
        if task > 1, next(2) == 0 { text += "  - _Depends: \(1 + next(task - 1))_\n" }
        if next(3) == 0 { text += "  - [ ] \(task).1 Child\n  - [ ] \(task).2 Child\n" }
      }
      return (name: "f\(number)", tasks: text)
    }
    return planned(features, Self.configuration)
  }

  @Test(arguments: 0..<100) func theSummaryOfAPlanIsThatOfItsMachineForm(seed: Int) throws {
    let plan = try #require(randomPlan(seed))
    let schedule = Schedule(plan)
    let summary = PlanSummary(plan, schedule)
    #expect(try PlanSummary(reading: PlanJSON.bytes(plan, schedule)) == summary)
    #expect(try PlanSummary(reading: PlanJSON.bytes(plan, schedule, pretty: false)) == summary)
    #expect(summary.taskCount == plan.taskCount)
  }

  private static let valid: String = {
    guard let plan = planned([("f", "- [ ] 1. A\n- [ ] 2. B\n")]) else { return "" }
    return String(decoding: PlanJSON.bytes(plan, Schedule(plan)), as: UTF8.self)
  }()

  private func fault(_ text: String) -> String? {
    do throws(PlanSummary.Fault) {
      _ = try PlanSummary(reading: Array(text.utf8))
      return nil
    } catch {
      return error.message
    }
  }

  @Test(arguments: [
    ("\"specctl.plan/1\"", "\"specctl.plan/9\"", "its version is 'specctl.plan/9', where"),
    ("\"version\"", "\"versions\"", "'version' is missing"),
    ("\"order\": \"document\"", "\"order\": \"é\"", "'order' is 'é', which no plan has there"),
    ("\"order\": \"document\"", "\"order\": 1", "'order' is not text"),
    ("\"features\": null", "\"features\": 3", "'selection.features' is not a list"),
    ("\"optional\": true", "\"optional\": 1", "'selection.optional' is not true or false"),
    ("\"startSeconds\": 0", "\"startSeconds\": -1", "'assignments[0].startSeconds' is not a whole"),
    ("\"startSeconds\": 0", "\"startSeconds\": 1e300", "'assignments[0].startSeconds' is not a"),
    ("\"id\": \"f/2\"", "\"id\": \"f/1\"", "'f/1' stands in it twice"),
    ("\"after\": \"f/2\"", "\"after\": \"f/3\"", "it names 'f/3', which is not in it"),
    ("\"f/@start\"\n", "\"f/2\"\n", "its steps wait for each other"),
    ("\"findings\": []", "\"findings\": [3]", "'findings[0]' is no object"),
    ("{\n  \"v", "{ \"version\": 1, \"v", "a name stands twice in one object"),
    ("{\n  \"v", "[\n  \"v", "',' or ']' is wanted"),
  ]) func saysWhatIsWrong(_ change: (from: String, to: String, message: String)) throws {
    #expect(Self.valid.contains(change.from))
    #expect(fault(Self.valid) == nil)
    let message = try #require(fault(Self.valid.replacing(change.from, with: change.to)))
    #expect(message.hasPrefix(change.message), "\(message)")
  }

  @Test func hostileTextIsRefusedQuickly() {
    let deep = String(repeating: "[", count: 1_000_000)
    #expect(fault(deep) == "more than 256 levels deep")
    #expect(fault("") == "the text ends too early")
    #expect(fault("[]") == "it is no object")
    let many = (0..<20_000).map { "\"\($0)\": \(String(repeating: "[", count: 200))" }
    #expect(fault("{" + many.joined(separator: ",")) != nil)
  }
}
