/// What each job of Slurm waits for, in the words of `--dependency`.
///
/// A step whose failure is a warning only has to be over (`afterany`), and a job that Slurm cancels is
/// over as well. So what waits for such a step also waits for the success of what that step needs.
struct SlurmJobs {
  private let steps: [EngineStep]
  /// For each step so far the jobs that must succeed before anything that waits for it starts.
  private var needs: [[Int]] = []
  /// How many jobs there are, with those that only join others.
  private(set) var count: Int
  /// The dependency that was made last; empty for a step that waits for nothing.
  private(set) var last = ""

  init(_ steps: [EngineStep]) {
    self.steps = steps
    count = steps.count
  }

  /// Makes the dependency of the next step, ``last``, and the statements that have to stand before it.
  mutating func dependency(of number: Int) -> [String] {
    let step = steps[number]
    var successes: Set<Int> = []
    var ends: [Int] = []
    for wait in step.waits {
      successes.formUnion(needs[wait])
      if !isSure(wait) { ends.append(wait) }
    }
    // A step that must succeed itself stands for all that it needs.
    needs.append(isSure(number) ? [number] : successes.sorted())
    var statements: [String] = []
    let parts = [
      part("afterok", successes.sorted(), &statements), part("afterany", ends, &statements),
    ]
    last = parts.filter { !$0.isEmpty }.joined(separator: ",")
    return statements
  }

  private func isSure(_ number: Int) -> Bool {
    steps[number].work != .assignment || steps[number].isBlocking
  }

  /// One kind of dependency; beyond a number of jobs they are joined first, level by level.
  private mutating func part(
    _ kind: String, _ numbers: [Int], _ statements: inout [String]
  ) -> String {
    var numbers = numbers
    var kind = kind
    while numbers.count > SlurmExport.dependencyLimit {
      var joins: [Int] = []
      for start in stride(from: 0, to: numbers.count, by: SlurmExport.dependencyLimit) {
        let end = min(start + SlurmExport.dependencyLimit, numbers.count)
        statements.append("join \(count) \"\(Self.list(kind, numbers[start..<end]))\"\n")
        joins.append(count)
        count += 1
      }
      numbers = joins
      kind = "afterok"
    }
    return numbers.isEmpty ? "" : Self.list(kind, numbers[...])
  }

  private static func list(_ kind: String, _ numbers: ArraySlice<Int>) -> String {
    kind + numbers.map { ":${job[\($0)]}" }.joined()
  }
}
