import Diagnostics
import SpecModel
import SpecPlanning
import Testing

@testable import SpecRendering

/// The picture of features with the given task lists.
func pictured(
  _ features: [(name: String, tasks: String)], _ configuration: String = ""
) throws -> PlanPicture {
  let plan = try #require(planned(features, configuration))
  return PlanPicture(plan, Schedule(plan))
}

@Suite struct PlanPictureTests {
  private static let configuration = """
    agents:
      spec_workflow: [spec-task-validator, spec-integration-tester, spec-task-implementation-reviewer]
    planning:
      default_agent: python-pro
    """

  @Test func tasksStandByFeatureInTheOrderOfTheirDocument() throws {
    let picture = try pictured([
      ("b", "- [ ] 2. Größe 🎯\r\n- [x] 3. Done\r\n- [ ] 1. C\r\n  - _Depends: 2_\r\n"),
      ("a", "- [ ] 1. A\n"),
    ])
    #expect(picture.tasks.map(\.id) == ["a/1", "b/2", "b/1"])
    #expect(picture.features.map(\.name) == ["a", "b"])
    #expect(picture.features.map(\.tasks) == [0..<1, 1..<3])
    #expect(picture.settledCount == 1)
    #expect(picture.tasks[2].waits == [.init(before: 1, reason: .dependencyLine)])
    #expect(picture.shortID(2) == "1")
  }

  @Test func waitsLeadThroughGroupsAndReviewsToTasks() throws {
    let picture = try pictured(
      [
        (
          "f",
          """
          - [ ] 1. A
            - [ ] 1.1 B
            - [ ] 1.2 C
              - _Depends: 1.1_
          - [ ] 2. D
            - _Depends: 1_
          """
        )
      ], Self.configuration)
    let last = try #require(picture.tasks.first { $0.id == "f/2" })
    #expect(Set(last.waits.map { picture.tasks[$0.before].id }) == ["f/1.1", "f/1.2"])
    #expect(last.waits.allSatisfy { $0.reason == .dependencyLine })
    #expect(picture.steps.count { $0.kind == .gate } == 1)
    #expect(picture.features[0].steps.map { picture.steps[$0].kind } == [.gate, .verification])
  }

  @Test func nothingStartsBeforeWhatItWaitsFor() throws {
    let picture = try pictured(
      [
        (
          "f",
          (1...20).map { "- [ ] \($0). Task\n  - _Depends: \(max($0 / 2, 1))_\n" }
            .joined().replacing("- [ ] 1. Task\n  - _Depends: 1_\n", with: "- [ ] 1. Task\n")
        )
      ],
      Self.configuration)
    for task in picture.tasks {
      for wait in task.waits {
        #expect(picture.tasks[wait.before].time.finish <= task.time.start)
        #expect(picture.tasks[wait.before].wave < task.wave)
      }
    }
    #expect(picture.tasks.contains { $0.time.isCritical })
    #expect(picture.makespan >= picture.lowerBound)
  }

  @Test func theCriticalPathLeadsFromFeatureToFeature() throws {
    let plan = try #require(
      Planner().plan(
        Workspace(
          features: [("a", 1), ("b", 4), ("c", 1)].map { name, count in
            let path = ".claude/specs/\(name)/tasks.md"
            let text = (1...count).map { "- [ ] \($0). Part\n" }.joined()
            return Feature(
              name: name, directory: ".claude/specs/\(name)", layout: .claude,
              tasks: TasksDocument(reading: SourceFile(path: path, text: text)))
          },
          registry: Registry(
            reading: SourceFile(
              path: ".claude/feature_registry.yaml",
              text: "features:\n  - name: a\n  - name: b\n  - name: c\n    depends_on: [a, b]\n")),
          configuration: Configuration(
            reading: SourceFile(path: ".claude/config.yaml", text: Self.configuration)))
      ).plan)
    let picture = PlanPicture(plan, Schedule(plan))
    let last = try #require(picture.features.first { $0.name == "c" })
    #expect(last.waits.map { picture.features[$0.before].name } == ["a", "b"])
    #expect(last.waits.map(\.isCritical) == [false, true])
  }

  @Test func aTaskThatWaitsForThousandsTellsTheFirst() throws {
    let many = (1...2_000).map { "  - [ ] 1.\($0) Part\n" }.joined()
    let picture = try pictured([("f", "- [ ] 1. All\n\(many)- [ ] 2. Last\n  - _Depends: 1_\n")])
    let last = try #require(picture.tasks.last)
    #expect((1...48).contains(last.waits.count))
    #expect(last.unlistedWaits > 0)
  }
}
