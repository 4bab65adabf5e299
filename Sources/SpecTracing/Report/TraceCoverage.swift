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
  private var counts: [Measure: Int] = [:]
  private var proofs: [Proof: Int] = [:]

  package init() {}

  /// How many criteria a measure counts.
  package func count(_ measure: Measure) -> Int { counts[measure] ?? 0 }

  /// How many criteria test results say something of.
  package func count(_ proof: Proof) -> Int { proofs[proof] ?? 0 }

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
    if !links.tasks.isEmpty { counts[.tasks, default: 0] += 1 }
    if links.isDone { counts[.done, default: 0] += 1 }
    if !links.design.isEmpty { counts[.design, default: 0] += 1 }
    if !links.code.isEmpty { counts[.code, default: 0] += 1 }
    if !links.tests.isEmpty { counts[.tests, default: 0] += 1 }
    if links.proof == .proved { counts[.proved, default: 0] += 1 }
    proofs[links.proof, default: 0] += 1
  }

  package static func + (left: TraceCoverage, right: TraceCoverage) -> TraceCoverage {
    var sum = left
    sum.requirements += right.requirements
    sum.criteria += right.criteria
    sum.counts.merge(right.counts, uniquingKeysWith: +)
    sum.proofs.merge(right.proofs, uniquingKeysWith: +)
    return sum
  }
}
