import Diagnostics
import SpecModel
import SpecPlanning
import Testing

@Suite struct TaskOrderTests {
  // @spec planning/1.3
  @Test func tasksThatSayNothingRunAsWritten() {
    #expect(waves("- [ ] 1. A\n- [ ] 2. B\n- [ ] 3. C\n") == [["1"], ["2"], ["3"]])
  }

  @Test func tasksThatSayNothingRunTogetherWhenOnlyTheDeclaredCounts() {
    #expect(waves("- [ ] 1. A\n- [ ] 2. B\n", .declared) == [["1", "2"]])
  }

  @Test func groupsAreNotScheduledAndStandForTheirLeaves() {
    let text = """
      - [ ] 1. Group
        - [ ] 1.1 A
          - _Depends: None_
        - [ ] 1.2 B
          - _Depends: None_
      - [ ] 2. After
        - _Depends: 1_
      """
    #expect(waves(text) == [["1.1", "1.2"], ["2"]])
  }

  // @spec planning/1.2
  @Test func aDependencyOfAGroupGoesToAllItsLeaves() {
    let text = """
      - [ ] 1. First
        - _Depends: None_
      - [ ] 2. Group
        - _Depends: 1_
        - [ ] 2.1 A
        - [ ] 2.2 B
      """
    #expect(waves(text) == [["1"], ["2.1", "2.2"]])
  }

  @Test func silenceMeansDocumentOrderWhereFewTasksDeclare() {
    let text = """
      - [ ] 1. A
      - [ ] 2. B
      - [ ] 3. C
      - [ ] 4. D
        - _Depends: 1_
      """
    #expect(waves(text) == [["1"], ["2", "4"], ["3"]])
  }

  @Test func silenceMeansIndependenceWhereMostTasksDeclare() {
    let text = """
      - [ ] 1. A
        - _Depends: None_
      - [ ] 2. B
        - _Depends: 1_
      - [ ] 3. C
      """
    #expect(waves(text) == [["1", "3"], ["2"]])
  }

  @Test func documentOrderGivesWayToForwardDependencies() {
    let text = """
      - [ ] 1. A
        - _Depends: 3_
      - [ ] 2. B
      - [ ] 3. C
      """
    #expect(waves(text) == [["2"], ["3"], ["1"]])
  }

  @Test func doneTasksSatisfyAndAreLeftOut() {
    let text =
      "- [x] 1. A\n- [ ] 2. B\n  - _Depends: 1_\n- [~] 3. C\n- [ ] 4. D\n  - _Depends: 3_\n"
    #expect(waves(text) == [["2", "4"]])
  }

  @Test func omittedOptionalTasksStillCarryTheOrder() {
    let text = """
      - [ ] 1. A
        - _Depends: None_
      - [ ]* 2. B
        - _Depends: 1_
      - [ ] 3. C
        - _Depends: 2_
      """
    let workspace = Workspace(features: [feature("f", text)])
    let planner = Planner(selection: TaskSelection(includesOptional: false))
    #expect(planner.plan(workspace).plan?.waveIDs == [["f/1"], ["f/3"]])
  }

  @Test func declaredWavesOrderTheirTasksAndCheckpointsStayInPlace() {
    let text = """
      - [ ] 1. Group
        - [ ] 1.1 A
        - [ ] 1.2 B
      - [ ] 2. Checkpoint
      - [ ] 3. C

      ## Task Dependency Graph

      ```json
      { "waves": [ { "id": 0, "tasks": ["1.1", "1.2"] }, { "id": 1, "tasks": ["3"] } ] }
      ```
      """
    #expect(waves(text) == [["1.1", "1.2"], ["2"], ["3"]])
    #expect(waves(text, .declared) == [["1.1", "1.2", "2"], ["3"]])
  }

  @Test func doneWavesInTheMiddleKeepTheOrderOfTheOthers() {
    let text = """
      - [ ] 1. A
      - [x] 2. B
      - [ ] 3. C

      ```json
      { "waves": [ { "tasks": ["1"] }, { "tasks": ["2"] }, { "tasks": ["3"] } ] }
      ```
      """
    #expect(waves(text) == [["1"], ["3"]])
  }

  @Test func longListsOfDependenciesStayLinear() {
    var text = ""
    for number in 1...2000 {
      text += "- [ ] \(number). Task\n  - _Depends: \(number > 1000 ? "All" : "None")_\n"
    }
    let workspace = Workspace(features: [feature("f", text)])
    let plan = Planner().plan(workspace).plan
    #expect(plan?.waves.count == 1001)
    #expect(plan?.waves.first?.count == 1000)
    let edges = plan.map { plan in
      (0..<plan.assignments.count + plan.milestones.count)
        .reduce(0) { $0 + plan.predecessors(of: $1).count }
    }
    #expect((edges ?? .max) < 40_000)
  }

  // @spec planning/1.1
  @Test func edgesSayWhyAndWhere() throws {
    let text = "- [ ] 1. Größe 🎯\r\n- [ ] 2. B\r\n  - _Depends: 1_\r\n"
    let workspace = Workspace(features: [feature("f", text)])
    let plan = try #require(Planner().plan(workspace).plan)
    let edge = try #require(plan.edges(into: "f/2").first { $0.before == "f/1" })
    #expect(edge.reason == .dependencyLine)
    #expect(edge.path == ".claude/specs/f/tasks.md")
    let range = try #require(edge.range)
    #expect(SourceFile(path: "", text: text).text(range) == "1")
  }
}
