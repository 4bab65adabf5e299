import Diagnostics
import SpecModel
import Testing

@testable import SpecPlanning

/// What holds for the difference of any two plans.
@Suite struct DifferencePropertyTests {
  /// A task list that can be edited.
  private struct TaskList {
    struct Line {
      var id: Int
      var title: String
      var dependency: Int?
      var file: Int?
      var agent: Int?
      var isDone = false
      var isOptional = false
    }

    var lines: [Line] = []

    var text: String {
      var text = "# Größe 🎯\r\n"
      for line in lines {
        text += "- [\(line.isDone ? "x" : " ")]\(line.isOptional ? "*" : "") \(line.id). "
        text += "\(line.title)\n"
        if let file = line.file { text += "  - File: src/\(file).py\n" }
        if let agent = line.agent { text += "  - _Agent: agent-\(agent)_\n" }
        if let other = line.dependency { text += "  - _Depends: \(other)_\n" }
      }
      return text
    }

    /// Numbers the tasks by their place and lets dependencies lead to tasks before them.
    mutating func renumber() {
      for place in lines.indices { lines[place].id = place + 1 }
      repair()
    }

    mutating func repair() {
      var known: Set<Int> = []
      for place in lines.indices {
        if let other = lines[place].dependency, !known.contains(other) {
          lines[place].dependency = nil
        }
        known.insert(lines[place].id)
      }
    }

    mutating func edit(_ numbers: inout Sequence) {
      let place = numbers.next(below: lines.count)
      switch numbers.next(below: 9) {
      case 0:
        let title = "New \(numbers.next(below: 6))"
        lines.insert(Line(id: 100 + numbers.next(below: 900), title: title), at: place)
      case 1: if lines.count > 1 { lines.remove(at: place) }
      case 2: lines[place].title = "Renamed \(numbers.next(below: 6))"
      case 3: lines[place].isDone.toggle()
      case 4: lines[place].isOptional.toggle()
      case 5: lines[place].agent = numbers.next(below: 3)
      case 6: lines[place].file = numbers.next(below: 4)
      case 7: lines.swapAt(place, numbers.next(below: lines.count))
      default: renumber()
      }
      var seen: Set<Int> = []
      lines.removeAll { !seen.insert($0.id).inserted }
      repair()
    }
  }

  private func summary(_ list: TaskList, _ numbers: inout Sequence) throws -> PlanSummary {
    let configuration = "agents:\n  quality:\n    reviewer: {auto_invoke: after_task_execution}\n"
    let workspace = Workspace(
      features: [feature("f", list.text), feature("g", "- [ ] 1. Other\n")],
      configuration: Configuration(
        reading: SourceFile(path: ".claude/config.yaml", text: configuration)))
    let selection = TaskSelection(
      includesOptional: numbers.next(below: 4) > 0, includesDone: numbers.next(below: 4) == 0)
    let plan = try #require(
      Planner(order: numbers.next(below: 4) == 0 ? .declared : .document, selection: selection)
        .plan(workspace).plan)
    return PlanSummary(plan, Schedule(plan))
  }

  private func pair(_ seed: Int) throws -> (PlanSummary, PlanSummary) {
    var numbers = Sequence(state: UInt64(seed) &* 7919 &+ 11)
    var list = TaskList()
    for id in 1...(2 + numbers.next(below: 8)) {
      list.lines.append(
        TaskList.Line(
          id: id, title: "Task \(numbers.next(below: 9))",
          dependency: numbers.next(below: 2) == 0 ? numbers.next(below: id) : nil,
          file: numbers.next(below: 3) == 0 ? numbers.next(below: 4) : nil,
          isDone: numbers.next(below: 4) == 0))
    }
    list.repair()
    let old = try summary(list, &numbers)
    for _ in 0..<(1 + numbers.next(below: 5)) { list.edit(&numbers) }
    return (old, try summary(list, &numbers))
  }

  @Test(arguments: 0..<120) func aPlanIsNoDifferentFromItself(seed: Int) throws {
    let (old, new) = try pair(seed)
    #expect(PlanDifference(from: old, to: old).isEmpty)
    #expect(PlanDifference(from: old, to: new).isEmpty == (old == new))
  }

  @Test(arguments: 0..<120) func whatIsAddedOnTheWayThereIsRemovedOnTheWayBack(seed: Int) throws {
    let (old, new) = try pair(seed)
    let there = PlanDifference(from: old, to: new)
    let back = PlanDifference(from: new, to: old)
    #expect(Set(there.added) == Set(back.removed) && Set(there.removed) == Set(back.added))
    #expect(Set(there.done.map(\.id)) == Set(back.reopened.map(\.id)))
    #expect(Set(there.reopened.map(\.id)) == Set(back.done.map(\.id)))
    #expect(
      Set(there.changed) == Set(back.changed.map { StepChange(before: $0.after, after: $0.before) })
    )
    #expect(
      there.settings.map { [$0.before, $0.after] } == back.settings.map { [$0.after, $0.before] })
    #expect(there.inputs.map(\.path) == back.inputs.map(\.path))
    #expect(there.figures?.before == back.figures?.after)

    // On the way back waits have the ids of the old plan.
    let names = StepMatching(old, new).names
    func name(_ id: String) -> String {
      id.contains(" (before)") ? id.replacing(" (before)", with: "") : names[id] ?? id
    }
    let turned = back.waits.map { change in
      let wait = PlanSummary.Wait(
        before: name(change.wait.before), after: name(change.wait.after),
        reason: change.reasonBefore ?? change.wait.reason)
      let kind: ChangeKind =
        switch change.kind {
        case .added: .removed
        case .removed: .added
        case .changed: .changed
        }
      return WaitChange(
        wait: wait, kind: kind, reasonBefore: change.kind == .changed ? change.wait.reason : nil)
    }
    #expect(Set(there.waits) == Set(turned))
  }

  @Test(arguments: 0..<120) func everyChangedTaskIsNamed(seed: Int) throws {
    let (old, new) = try pair(seed)
    let difference = PlanDifference(from: old, to: new)
    let gone = Set(old.steps).subtracting(new.steps)
    let come = Set(new.steps).subtracting(old.steps)
    let former = difference.removed + difference.done + difference.changed.map(\.before)
    let present = difference.added + difference.reopened + difference.changed.map(\.after)
    #expect(gone.subtracting(former).isEmpty)
    #expect(come.subtracting(present).isEmpty)
    // And nothing else is, but what changed its place with another of the same kind.
    #expect(difference.changed.allSatisfy { $0.before != $0.after })
    #expect(Set(difference.added).isDisjoint(with: difference.removed))
  }
}
