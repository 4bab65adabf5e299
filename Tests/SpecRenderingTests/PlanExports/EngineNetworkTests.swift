import SpecPlanning
import Testing

@testable import SpecRendering

@Suite struct EngineNetworkTests {
  private static let agents = """
    agents:
      checks:
        task-checker: {auto_invoke: on_task_creation, priority: critical}
        reviewer: {auto_invoke: after_task_execution, priority: medium}
    planning:
      default_agent: builder
    """

  /// Two groups, each task of the second waiting for each of the first.
  private static func groups(of size: Int) -> String {
    var text = "- [ ] 1. One\n"
    for number in 1...size { text += "  - [ ] 1.\(number) A\n" }
    text += "- [ ] 2. Two\n"
    for number in 1...size + 2 { text += "  - [ ] 2.\(number) B\n    - _Depends: 1_\n" }
    return text
  }

  @Test func stepsStandBehindAllThatTheyWaitFor() throws {
    let plan = try #require(planned([("f", Self.groups(of: 100))], Self.agents))
    for keepsPoints in [true, false] {
      for approvals in [true, false] {
        let network = EngineNetwork(
          plan, ExportSettings(asksForApproval: approvals), keepsPoints: keepsPoints)
        for (number, step) in network.steps.enumerated() {
          #expect(step.waits.allSatisfy { $0 < number })
        }
        #expect(network.steps.count { $0.work == .assignment } == plan.assignments.count)
        #expect(network.steps.contains { $0.work == .point } == keepsPoints)
        #expect(network.steps.count { $0.work == .approval } == (approvals ? 1 : 0))
      }
    }
  }

  @Test func waitsThroughPointsAreNotMultiplied() throws {
    let plan = try #require(planned([("f", Self.groups(of: 500))]))
    let network = EngineNetwork(plan, ExportSettings())
    #expect(network.steps.reduce(0) { $0 + $1.waits.count } < 5 * network.steps.count)
  }

  @Test func fewWaitsAreWrittenOut() throws {
    let plan = try #require(planned([("f", Self.groups(of: 2))]))
    let network = EngineNetwork(plan, ExportSettings())
    #expect(!network.steps.contains { $0.work == .point })
    #expect(
      network.steps.first { $0.id == "f/2.1" }?.waits.map { network.steps[$0].id } == [
        "f/1.1", "f/1.2",
      ])
  }

  @Test func reviewsKnowTheirTaskAndItsTitle() throws {
    let plan = try #require(planned([("f", "- [ ] 1. Größe 🎯\r\n")], Self.agents))
    let review = try #require(
      EngineNetwork(plan, ExportSettings()).steps.first { $0.kind == .review })
    let values = Dictionary(uniqueKeysWithValues: review.environment)
    #expect(values["SPECCTL_STEP"] == "f/1/@review/reviewer")
    #expect(values["SPECCTL_TASK"] == "f/1")
    #expect(values["SPECCTL_TITLE"] == "Größe 🎯")
    #expect(!review.isBlocking)
  }

  @Test func whatFollowsAStepThatOnlyWarnsAlsoNeedsWhatThatStepNeeds() throws {
    let plan = try #require(planned([("f", "- [ ] 1. A\n- [ ]* 2. B\n- [ ]* 3. C\n- [ ] 4. D\n")]))
    let text = SlurmExport.export(plan, settings: ExportSettings()).text
    #expect(text.contains("f-2 high:1 10 \"afterok:${job[0]}\"\n"))
    #expect(text.contains("f-3 high:1 10 \"afterok:${job[0]},afterany:${job[1]}\"\n"))
    #expect(text.contains("f-4 high:1 10 \"afterok:${job[0]},afterany:${job[2]}\"\n"))
  }

  @Test func plansThatAnEngineWouldRefuseAreWarnedOf() throws {
    let small = try #require(planned([("f", "- [ ] 1. A\n")], Self.agents))
    let tasks = (1...10_000).map { "- [ ] \($0). Write it\n" }.joined()
    let large = try #require(planned([("f", tasks)], Self.agents))
    for export in [GitHubActionsExport.export, ArgoExport.export, SlurmExport.export] {
      #expect(export(small, ExportSettings()).warnings.isEmpty)
      #expect(export(large, ExportSettings()).warnings.count == 1)
    }
    #expect(NinjaExport.export(large, settings: ExportSettings()).warnings.isEmpty)
  }

  @Test func longDependenciesOfSlurmAreJoined() throws {
    let ids = (1...1200).map(String.init)
    var tasks = ids.map { "- [ ] \($0). T\n  - _Depends: 5000_\n" }.joined()
    tasks += "- [x] 5000. Done\n- [ ] 6000. Last\n  - _Depends: \(ids.joined(separator: ", "))_\n"
    let plan = try #require(planned([("f", tasks)]))
    let text = SlurmExport.export(plan, settings: ExportSettings()).text
    #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count < 20_000 })
    #expect(text.split(separator: "\n").count { $0.hasPrefix("join ") } == 3)
  }
}
