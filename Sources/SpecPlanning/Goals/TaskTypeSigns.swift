import SpecModel

/// The words that say what kind of task a goal is.
enum TaskTypeSigns {
  /// What somebody is asked to do; such words count most where a sentence begins with them.
  static let actions: [String: TaskType] = table([
    .implement: """
    implement implements implemented implementing implementation create creates created creating
    build builds building built add adds adding added write writes writing introduce introduces
    introducing develop develops developing provide provides providing generate generates scaffold
    scaffolding integrate integrates integrating extend extends extending enable enabling ship
    design designs designing
    """,
    .debug: """
    fix fixes fixed fixing debug debugs debugging investigate investigates investigating
    troubleshoot troubleshooting diagnose diagnosing repair repairs repairing mend mends mending
    resolve resolves resolving reproduce reproducing hotfix bisect
    """,
    .refactor: """
    refactor refactors refactored refactoring restructure restructures restructuring simplify
    simplifies simplifying reorganize reorganise reorganizing reorganising deduplicate
    deduplicating decouple decoupling tidy tidying rename renames renaming modularize modularise
    modernize modernise consolidate consolidating cleanup extract extracting rewrite rewriting
    """,
    .analyze: """
    analyze analyse analyzes analyses analyzing analysing analysis review reviews reviewing audit
    audits auditing assess assesses assessing assessment check checks checking inspect inspects
    inspecting inspection evaluate evaluates evaluating evaluation examine examines examining
    compare compares comparing explain explains explaining understand understanding summarize
    summarise survey
    """,
    .optimize: """
    optimize optimise optimizes optimises optimizing optimising optimization optimisation
    accelerate accelerating tune tunes tuning profile profiling
    """,
  ])

  /// What says so only where a sentence begins with it, for it stands elsewhere in other senses.
  static let openings: [String: TaskType] = table([
    .implement: """
    support handle allow show display send store save print offer document cover
    """,
    .refactor: "split move convert merge replace inline",
    .optimize: "reduce cut shrink lower minimize minimise halve",
  ])

  /// What is wrong with a thing, or wanted of it.
  static let signs: [String: TaskType] = table([
    .debug: """
    bug bugs buggy error errors broken breaks crash crashes crashed crashing fail fails failed
    failing failure failures exception exceptions regression regressions defect defects fault
    faults faulty wrong wrongly incorrect incorrectly flaky hang hangs hanging freezes deadlock
    deadlocks cant cannot unable panic panics stacktrace traceback corrupt corrupted segfault
    """,
    .refactor: """
    improve improves improving duplicated readable maintainable spaghetti legacy unused
    """,
    .optimize: """
    slow slower slowly slowness fast faster bottleneck bottlenecks benchmark benchmarks
    """,
    .implement: "new feature missing",
  ])

  /// What is measured: stronger than that it shall be improved.
  static let measures: [String: TaskType] = table([
    .refactor: "duplication readability maintainability complexity",
    .optimize: """
    performance speed efficiency efficient inefficient latency throughput
    """,
  ])

  /// Several words in a row that say more than each alone.
  static let phrases: [(words: [String], type: TaskType)] = [
    (.implement, "set up; add support; build out; from scratch"),
    (
      .debug,
      """
      root cause; stack trace; does not work; doesnt work; do not work; dont work; not working; \
      no longer works; stopped working; stops working; memory leak; race condition; out of memory
      """
    ),
    (
      .refactor,
      """
      clean up; cleans up; technical debt; tech debt; dead code; code smell; code smells; split up; break up; \
      pull apart
      """
    ),
    (
      .analyze,
      "find out; look into; look at; how does; how do; how is; what does; what is; what are; code review"
    ),
    (
      .optimize,
      """
      speed up; speeds up; speeding up; too slow; too long; memory usage; cpu usage; load time; \
      load times; response time; response times; startup time; build time; build times; \
      running time; too much memory
      """
    ),
  ].flatMap { type, list in
    list.split(separator: ";").map {
      (words: $0.split(separator: " ").map(String.init), type: type)
    }
  }

  /// Words in front of what somebody is asked to do.
  static let openers: Set<String> = [
    "please", "we", "i", "you", "need", "needs", "want", "wants", "should", "must", "have", "has",
    "to", "let", "lets", "us", "can", "could", "would", "will", "shall", "like", "help", "me",
    "just",
    "now", "also", "then", "todo", "goal", "task", "id", "ill", "well", "first", "finally", "try",
  ]

  /// Words behind which a word that can be an action is a thing.
  static let articles: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "our", "your", "my", "its", "their", "each",
    "every", "of", "in", "on", "with", "by", "during", "after", "before", "no", "any", "some",
  ]

  private static func table(_ lists: KeyValuePairs<TaskType, String>) -> [String: TaskType] {
    var table: [String: TaskType] = [:]
    for (type, list) in lists {
      for word in list.split(whereSeparator: \.isWhitespace) { table[String(word)] = type }
    }
    return table
  }
}
