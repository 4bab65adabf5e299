import Diagnostics
import SpecModel
import Testing

@testable import SpecPlanning

@Suite struct PlanDifferenceTests {
  private static let tasks = """
    - [ ] 1. Define the tables
      - File: db/schema.sql
    - [ ] 2. Read a book
      - File: src/read.py
    - [ ] 3. Write a book 🎯
      - File: src/write.py

    """

  private func summary(
    _ tasks: String, _ configuration: String = "", planner: Planner = Planner()
  ) throws -> PlanSummary {
    try summary([feature("f", tasks)], configuration, planner: planner)
  }

  private func summary(
    _ features: [Feature], _ configuration: String = "", planner: Planner = Planner()
  ) throws -> PlanSummary {
    let workspace = Workspace(
      features: features,
      configuration: Configuration(
        reading: SourceFile(path: ".claude/config.yaml", text: configuration)))
    let plan = try #require(planner.plan(workspace).plan)
    return PlanSummary(
      plan, Schedule(plan, settings: ScheduleSettings(workspace.configuration?.planning ?? .init()))
    )
  }

  private func difference(_ old: String, _ new: String) throws -> PlanDifference {
    PlanDifference(from: try summary(old), to: try summary(new))
  }

  private func texts(_ waits: [WaitChange]) -> [String] {
    waits.map { change in
      let was = change.reasonBefore.map { ", was \($0.rawValue)" } ?? ""
      return "\(change.kind.rawValue) \(change.wait.after) after \(change.wait.before): "
        + change.wait.reason.rawValue + was
    }
  }

  @Test func aPlanIsNoDifferentFromItself() throws {
    let difference = try difference(Self.tasks, Self.tasks)
    #expect(difference.isEmpty && difference.isSamePlan)
    #expect(difference == PlanDifference())
  }

  @Test func wordsThatArePartOfNoTaskChangeTheFileAlone() throws {
    let difference = try difference(Self.tasks, "Ein Wörtchen 🎯\r\n\r\n" + Self.tasks)
    #expect(difference.inputs == [InputChange(path: ".claude/specs/f/tasks.md", kind: .changed)])
    #expect(difference.isSamePlan && !difference.isEmpty)
  }

  @Test func namesFilesThatCameAndWent() throws {
    let difference = PlanDifference(
      from: try summary([feature("a", Self.tasks), feature("b", Self.tasks)]),
      to: try summary([feature("b", Self.tasks), feature("c", Self.tasks)]))
    #expect(
      difference.inputs == [
        InputChange(path: ".claude/specs/a/tasks.md", kind: .removed),
        InputChange(path: ".claude/specs/c/tasks.md", kind: .added),
      ])
    #expect(difference.removed.map(\.id) == ["a/1", "a/2", "a/3"])
    #expect(difference.added.map(\.id) == ["c/1", "c/2", "c/3"])
  }

  @Test func aNewTaskAtTheEndIsAdded() throws {
    let difference = try difference(Self.tasks, Self.tasks + "- [ ] 4. Lend a book\n")
    #expect(difference.added.map(\.id) == ["f/4"])
    #expect(difference.added.first?.title == "Lend a book")
    #expect(difference.removed.isEmpty && difference.changed.isEmpty)
    #expect(texts(difference.waits) == ["added f/4 after f/3: document order"])
    #expect(difference.figures?.before.makespan == 1800)
    #expect(difference.figures?.after.makespan == 2400)
  }

  @Test func aTaskInBetweenRenumbersOthersWithoutChangingThem() throws {
    let new = Self.tasks.replacing("- [ ] 2.", with: "- [ ] 2. Lend a book\n- [ ] 3.")
      .replacing("3. Write", with: "4. Write")
    let difference = try difference(Self.tasks, new)
    #expect(difference.added.map(\.id) == ["f/2"])
    #expect(difference.removed.isEmpty)
    #expect(
      difference.changed.map { "\($0.before.id) is \($0.after.id)" } == [
        "f/2 is f/3", "f/3 is f/4",
      ])
    #expect(difference.changed.allSatisfy { $0.fields == [.id, .wave] })
    #expect(
      texts(difference.waits) == [
        "added f/2 after f/1: document order", "added f/3 after f/2: document order",
        "removed f/3 after f/1: document order",
      ])
  }

  @Test func anIdThatMeansAnotherTaskNowKeepsBothApart() throws {
    let new = Self.tasks.replacing("- [ ] 2. Read a book\n  - File: src/read.py\n", with: "")
      .replacing("3. Write", with: "2. Write")
    let difference = try difference(Self.tasks, new)
    #expect(difference.removed.map(\.title) == ["Read a book"])
    #expect(difference.changed.map(\.after.id) == ["f/2"])
    #expect(
      texts(difference.waits) == [
        "added f/2 after f/1: document order", "removed f/2 (before) after f/1: document order",
        "removed f/2 after f/2 (before): document order",
      ])
  }

  @Test func aTaskThatWasTickedIsDoneAndOneThatWasUntickedOpenAgain() throws {
    let ticked = Self.tasks.replacing("[ ] 1.", with: "[x] 1.")
    let there = try difference(Self.tasks, ticked)
    #expect(there.done.map(\.id) == ["f/1"] && there.removed.isEmpty)
    #expect(there.changed.map(\.fields) == [[.wave], [.wave]])
    let back = try difference(ticked, Self.tasks)
    #expect(back.reopened.map(\.id) == ["f/1"] && back.added.isEmpty)
  }

  @Test func aTickIsSeenWhereFinishedTasksArePlannedToo() throws {
    let planner = Planner(selection: TaskSelection(includesDone: true))
    let difference = PlanDifference(
      from: try summary(Self.tasks, planner: planner),
      to: try summary(Self.tasks.replacing("[ ] 1.", with: "[x] 1."), planner: planner))
    #expect(difference.done.map(\.id) == ["f/1"] && difference.removed.isEmpty)
  }

  @Test func aNewTitleIsAChangeOfTheTask() throws {
    let difference = try difference(
      Self.tasks, Self.tasks.replacing("Read a book", with: "Lire un livre, été 😀"))
    #expect(difference.added.isEmpty && difference.removed.isEmpty)
    #expect(difference.changed.map(\.fields) == [[.title]])
    #expect(difference.changed.first?.before.title == "Read a book")
    #expect(difference.changed.first?.after.title == "Lire un livre, été 😀")
  }

  @Test func tellsEveryDetailOfAStep() throws {
    let new = Self.tasks.replacing(
      "  - File: src/read.py\n",
      with: "  - File: src/open.py\n  - _Requirements: 1.2_\n  - _Agent: book-reader_\n"
        + "  - Estimate: 2h\n")
    let difference = try difference(Self.tasks, new)
    #expect(difference.changed.count == 1)
    #expect(
      difference.changed.first?.fields == [.agent, .role, .duration, .requirements, .files])
    #expect(difference.changed.first?.before.agent == nil)
    #expect(difference.changed.first?.after.agent == "book-reader")
    #expect(difference.changed.first?.after.durationSeconds == 7200)
  }

  @Test func tellsAnotherReasonForAWait() throws {
    let difference = try difference(
      Self.tasks, Self.tasks.replacing("src/read.py\n", with: "src/read.py\n  - _Depends: 1_\n"))
    #expect(
      texts(difference.waits) == [
        "changed f/2 after f/1: dependency line, was document order"
      ])
  }

  @Test func waitsForGroupsAreThoseForTheirTasks() throws {
    let old = "- [ ] 1. A\n  - [ ] 1.1 B\n- [ ] 2. D\n  - _Depends: 1_\n"
    let difference = try difference(
      old, old.replacing("- [ ] 2.", with: "  - [ ] 1.2 C\n    - _Depends: none_\n- [ ] 2."))
    #expect(
      texts(difference.waits).filter { $0.contains("f/2 ") } == [
        "added f/2 after f/1.2: dependency line"
      ])
  }

  @Test func tellsSettings() throws {
    let planner = Planner(
      order: .declared,
      selection: TaskSelection(features: ["f"], includesOptional: false, includesDone: true))
    let difference = PlanDifference(
      from: try summary(Self.tasks),
      to: try summary(Self.tasks, "planning:\n  max_parallel: 2\n", planner: planner))
    #expect(
      difference.settings == [
        SettingChange(name: .order, before: "document", after: "declared"),
        SettingChange(name: .features, before: nil, after: "f"),
        SettingChange(name: .optional, before: "planned", after: "left out"),
        SettingChange(name: .done, before: "left out", after: "planned"),
        SettingChange(name: .limit("all steps"), before: nil, after: "2"),
      ])
  }

  @Test func tellsStepsAroundTasksAndFollowsThemToTheirNewNumbers() throws {
    let configuration = "agents:\n  quality:\n    reviewer: {auto_invoke: after_task_execution}\n"
    let new = Self.tasks.replacing("- [ ] 1.", with: "- [ ] 9. First\n- [ ] 1.")
    let renumbered = new.replacing("2. Read", with: "7. Read")
    let moved = PlanDifference(
      from: try summary(Self.tasks, configuration), to: try summary(renumbered, configuration))
    #expect(moved.added.map(\.id) == ["f/9", "f/9/@review/reviewer"])
    #expect(moved.removed.isEmpty)
    #expect(
      moved.changed.filter { $0.after.kind == .review }.map(\.after.id) == [
        "f/7/@review/reviewer"
      ])
    let without = PlanDifference(
      from: try summary(Self.tasks, configuration), to: try summary(Self.tasks))
    #expect(without.removed.count == 3 && without.removed.allSatisfy { $0.kind == .review })
  }

  @Test func tellsWhatOnlyOnePlanHasToSay() throws {
    let named = Self.tasks.replacing(
      "src/read.py\n", with: "src/read.py\n  - _Agent: some-body_\n")
    let there = try difference(Self.tasks, named)
    let back = try difference(named, Self.tasks)
    #expect(
      there.findings.filter { $0.kind == .added }.map(\.remark.rule).suffix(1) == [
        "unplanned-agent"
      ])
    #expect(
      back.findings.filter { $0.kind == .removed }.map(\.remark.rule).suffix(1) == [
        "unplanned-agent"
      ])
  }
}
