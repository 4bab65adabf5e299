import Diagnostics
package import SpecModel

/// The workflows that every workspace has unless it declares one of the same name.
package enum BuiltInWorkflows {
  /// In the order in which they are listed and tried.
  package static let all = [implement, debug, refactor, analyze, optimize, buildWebsite]

  private static let implement = Workflow(
    "implement", "say what is wanted, write it, have it read and tried out",
    goal: "something new that works and was tested", for: .implement,
    [
      step("specify", .productManager, "say what is wanted and when it is done"),
      step("write_code", .coder, "write it", retries: 1),
      step("review_code", .reviewer, "read it", back: "write_code", retries: 2),
      step("test", .tester, "hold it against what is wanted", back: "write_code", retries: 2),
    ])

  private static let debug = Workflow(
    "debug", "see the fault, find its cause, mend it, and see that it is gone",
    goal: "a fault that is gone, and a test that would find it again", for: .debug,
    [
      step("reproduce", .tester, "make the fault happen, and write down how", retries: 1),
      step("find_cause", .coder, "find what causes it", retries: 1),
      step("mend", .coder, "mend the cause and add a test", retries: 1),
      step("verify", .tester, "see that the fault is gone", back: "find_cause", retries: 2),
      step("review_code", .reviewer, "read the change", back: "mend", retries: 1),
    ])

  private static let refactor = Workflow(
    "refactor", "change the form of code under tests that hold what it does",
    goal: "code that does the same and is easier to read", for: .refactor,
    [
      step("assess", .reviewer, "say what is to change, and why"),
      step("hold", .tester, "see that tests hold what the code does", retries: 1),
      step("change", .coder, "change it in small steps", retries: 1),
      step("compare", .tester, "see that it does the same", back: "change", retries: 2),
      step("review_code", .reviewer, "read the change", back: "change", retries: 1),
    ])

  private static let analyze = Workflow(
    "analyze", "look at what there is and report on it, changing nothing",
    goal: "an answer with its evidence", for: .analyze,
    [
      step("ask", .productManager, "say what is to be found out"),
      step("examine", .reviewer, "look at code and documents", retries: 1),
      step("report", .productManager, "write down what was found"),
    ])

  private static let optimize = Workflow(
    "optimize", "measure, change what costs most, and measure again",
    goal: "a number that is better than before, with both measured alike", for: .optimize,
    [
      step("measure", .tester, "measure how it is", retries: 1),
      step("find_cost", .coder, "find what costs most"),
      step("change", .coder, "change it", retries: 1),
      step(
        "measure_again", .tester, "see that it is better", back: "find_cost", retries: 3),
      step("review_code", .reviewer, "read the change", back: "change", retries: 1),
    ])

  private static let buildWebsite = Workflow(
    "build_website", "turn a description into a website",
    goal: "a website that does what was described",
    [
      step("create_specs", .productManager, "say what the website is to do"),
      step("write_code", .coder, "write the website", retries: 1),
      step("review_code", .reviewer, "read it", back: "write_code", retries: 2),
    ])

  private static func step(
    _ id: String, _ worker: WorkerKind, _ summary: String, back: String? = nil, retries: Int? = nil
  ) -> WorkflowStep {
    WorkflowStep(
      id: .nowhere(id), worker: .nowhere(worker.rawValue), summary: .nowhere(summary),
      onFailure: back.map { .nowhere($0) }, maxRetries: retries.map { .nowhere($0) })
  }
}

extension Workflow {
  fileprivate init(
    _ name: String, _ summary: String, goal: String, for type: TaskType? = nil,
    _ steps: [WorkflowStep]
  ) {
    self.init(
      name: .nowhere(name), summary: .nowhere(summary), goal: .nowhere(goal),
      appliesTo: type.map { [.nowhere($0.rawValue)] } ?? [], steps: steps)
  }
}

extension Located {
  /// A value that stands in no document.
  fileprivate static func nowhere(_ value: Value) -> Located {
    Located(value, at: Offset(0)..<Offset(0))
  }
}
