import Diagnostics
import SpecModel
import SpecPlanning
import SpecRendering

/// Measures planning against the reading of the same task lists.
struct PlanBenchmark {
  let features: Int
  let tasks: Int

  func run() {
    guard (1...100_000).contains(features), (1...100_000).contains(tasks) else {
      print("features and tasks must be from 1 to 100000")
      return
    }
    let files = (0..<features).map { number in
      SourceFile(path: ".claude/specs/feature-\(number)/tasks.md", text: text(number))
    }
    let bytes = files.reduce(0) { $0 + $1.bytes.count }
    let clock = ContinuousClock()
    let start = clock.now
    let read = files.enumerated().map { number, file in
      Feature(
        name: "feature-\(number)", directory: ".claude/specs/feature-\(number)", layout: .claude,
        tasks: TasksDocument(reading: file))
    }
    let workspace = Workspace(
      features: read, registry: registry, configuration: configuration)
    let ready = clock.now
    let plan = Planner().plan(workspace).plan
    let planned = clock.now
    let schedule = plan.map { Schedule($0) }
    let scheduled = clock.now
    let prose = plan.flatMap { plan in schedule.map { PlanText().text(plan, $0) } } ?? ""
    let written = clock.now
    let json = plan.flatMap { plan in schedule.map { PlanJSON.bytes(plan, $0) } } ?? []
    let end = clock.now
    let milliseconds = { (duration: Duration) in Int(duration / .milliseconds(1)) }
    print(
      "tasks \(plan?.taskCount ?? 0), steps \(plan?.assignments.count ?? 0), "
        + "waves \(plan?.waves.count ?? 0), bytes \(bytes)")
    print("reading  \(milliseconds(start.duration(to: ready))) ms")
    print("planning \(milliseconds(ready.duration(to: planned))) ms")
    print("schedule \(milliseconds(planned.duration(to: scheduled))) ms")
    print("text     \(milliseconds(scheduled.duration(to: written))) ms, \(prose.utf8.count) bytes")
    print("JSON     \(milliseconds(written.duration(to: end))) ms, \(json.count) bytes")
  }

  private func text(_ feature: Int) -> String {
    var text = "# Implementation Plan\n\n"
    for task in 1...tasks {
      text += "- [ ] \(task). Build part \(task) of the python service with its database\n"
      text += "  - File: src/feature_\(feature)/part_\(task % 7).py, tests/test_\(task).py\n"
      text += "  - Keep the functions small and cover the errors that a caller can make.\n"
      if task > 2, feature % 3 == 0 { text += "  - _Depends: \(task - 1), \(task - 2)_\n" }
      text += "  - _Requirements: 1.\(task), 2.3_\n"
    }
    return text
  }

  private var registry: Registry {
    var text = "features:\n"
    for number in 0..<features {
      text += "  feature-\(number):\n    primary_agent: frontend-developer\n"
      text += "    supporting_agents: [python-pro, database-optimizer]\n"
      text += "    qa_agents: [qa-tester]\n"
      if number % 10 == 9 { text += "    depends_on: [feature-\(number - 9)]\n" }
    }
    return Registry(
      reading: SourceFile(path: ".claude/feature_registry.yaml", text: text))
  }

  private var configuration: Configuration {
    Configuration(
      reading: SourceFile(
        path: ".claude/config.yaml",
        text: """
          agents:
            development:
              frontend-developer: { description: x, auto_invoke_on: [ui, page] }
              python-pro: { description: x, auto_invoke_on: [python, refactor] }
              database-optimizer: { description: x, auto_invoke_on: [database, query] }
            spec_workflow:
              spec-task-validator: { description: x, auto_invoke: on_task_creation }
              spec-integration-tester: { description: x, auto_invoke: after_implementation }
              spec-documentation-generator: { description: x, auto_invoke: on_completion, priority: low }
          """))
  }
}
