import Diagnostics
import SpecModel
import SpecPlanning
import SpecRendering
import Testing

@Suite struct PlanTextTests {
  private static let configuration = """
    agents:
      spec_workflow: [spec-task-validator, spec-integration-tester]
    planning:
      default_agent: python-pro
    """

  @Test func showsWavesWithWhatStandsAroundThem() throws {
    let plan = try #require(
      planned(
        [("dashboard", "- [ ] 1. Größe 🎯\r\n- [ ] 2. Second\r\n- [x] 3. Done\r\n")],
        Self.configuration))
    #expect(
      PlanText().text(plan, Schedule(plan)) == """
        1 feature, 2 tasks in 2 waves, 3 agents; 1 task already done or skipped
        at once at most: critical 1, high 5, medium 10, low 3

        Before the tasks of a feature
          gate  spec-task-validator (high), 1 feature

        Wave 0 (1 task)
          dashboard/1  Größe 🎯  python-pro

        Wave 1 (1 task)
          dashboard/2  Second  python-pro

        After the tasks of a feature
          verification  spec-integration-tester (high), 1 feature

        Waits
          1 by document order

        Schedule
          40 min from start to end, no schedule is shorter (the critical path)
          no task has an estimate; all count as long as their agents may take
          critical path, 40 min, 2 tasks: dashboard/1 → dashboard/2
          busiest agents, by share of the time: python-pro 50 %,
            spec-integration-tester 25 %, spec-task-validator 25 %

        """)
  }

  @Test func noLineIsWiderThanAskedForNorHoldsControlCharacters() throws {
    let long = String(repeating: "計画を作成する", count: 20)
    let features = (0..<500).map { number in
      (name: "feature-with-a-long-name-\(number)", tasks: "- [ ] 1. \(long)\u{1B}[31m\u{202E}\n")
    }
    let whole = try #require(planned(features, Self.configuration))
    let few = try #require(planned(Array(features.prefix(3)), Self.configuration))
    for text in [PlanText().text(whole, Schedule(whole)), PlanText().text(few, Schedule(few))] {
      #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= 80 })
      #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
      #expect(text.split(separator: "\n").count < 40)
    }
  }

  @Test func whyTellsTheChainAndTheAgent() throws {
    let plan = try #require(
      planned([("f", "- [ ] 1. A\n- [ ] 2. B\n  - _Depends: 1_\n")], Self.configuration))
    let index = try #require(plan.tasks(named: "2").first)
    #expect(
      WhyText.text(Why(plan, assignment: index), in: plan) == """
        f/2  B
        wave 1 of 2, counted from 0
          f/2 waits for f/1: dependency line
              at .claude/specs/f/tasks.md:3:15
        agent python-pro (default)
          default agent; the feature has no agent that fits
        priority high, at most 5 at once, 600 seconds, a failure stops what waits

        """)
  }
}
