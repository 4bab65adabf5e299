/// How much of some requirements has what it is to have.
///
/// Counted are criteria; a requirement without any counts as one.
package struct TraceCoverage: Sendable, Hashable {
  /// What can be asked of each criterion.
  package enum Measure: String, Sendable, Hashable, CaseIterable {
    /// A task cites it.
    case tasks
    /// A task cites it, and all that do are done.
    case done
    /// The design mentions it.
    case design
    /// Code names it.
    case code
    /// A test names it.
    case tests
    /// A test of it passed, and none failed.
    case proved
  }

  package var requirements = 0
  package var criteria = 0
  /// In the order of the measures, and of the kinds of proof: sums are made for every requirement, and
  /// cost nothing this way.
  private var counts = SIMD8<Int>()
  private var proofs = SIMD8<Int>()

  package init() {}

  /// How many criteria a measure counts.
  package func count(_ measure: Measure) -> Int { counts[measure.position] }

  /// How many criteria test results say something of.
  package func count(_ proof: Proof) -> Int { proofs[proof.position] }

  /// From 0 to 100, rounded down, so that 100 means all; 100 where there is nothing to be covered.
  package func percentage(_ measure: Measure) -> Int {
    criteria == 0 ? 100 : count(measure) * 100 / criteria
  }

  /// Whether a share of the criteria is reached, without rounding; `percent` is from 0 to 100.
  package func reaches(_ percent: Int, _ measure: Measure) -> Bool {
    count(measure) * 100 >= percent * criteria
  }

  mutating func add(_ links: TraceLinks) {
    criteria += 1
    let proof = links.proof
    if !links.tasks.isEmpty { counts[Measure.tasks.position] += 1 }
    if links.isDone { counts[Measure.done.position] += 1 }
    if !links.design.isEmpty { counts[Measure.design.position] += 1 }
    if !links.code.isEmpty { counts[Measure.code.position] += 1 }
    if !links.tests.isEmpty { counts[Measure.tests.position] += 1 }
    if proof == .proved { counts[Measure.proved.position] += 1 }
    proofs[proof.position] += 1
  }

  package static func + (left: TraceCoverage, right: TraceCoverage) -> TraceCoverage {
    var sum = left
    sum.requirements += right.requirements
    sum.criteria += right.criteria
    sum.counts &+= right.counts
    sum.proofs &+= right.proofs
    return sum
  }
}

extension TraceCoverage.Measure {
  fileprivate var position: Int {
    switch self {
    case .tasks: 0
    case .done: 1
    case .design: 2
    case .code: 3
    case .tests: 4
    case .proved: 5
    }
  }
}

extension Proof {
  fileprivate var position: Int {
    switch self {
    case .proved: 0
    case .failing: 1
    case .skipped: 2
    case .notRun: 3
    case .noTest: 4
    }
  }
}
