/// What was read of a workspace, part by part, for reading it once more.
///
/// A part is a feature's folder, an agent, the registries or the configurations. Where a link leads
/// from a part to a file elsewhere, a change is one of the part's path.
package struct ReadingMemory: Sendable {
  private var readings: [ReadingJob: Reading] = [:]

  package init() {}

  subscript(job: ReadingJob) -> Reading? {
    get { readings[job] }
    set { readings[job] = newValue }
  }

  /// So many paths are a change of everything: a branch was switched, a tree unpacked.
  private static let manyPaths = 256

  /// Forgets every part that a path belongs to, or that stands below it.
  package mutating func forget(_ paths: Set<String>) {
    guard paths.count <= Self.manyPaths else {
      readings = [:]
      return
    }
    for job in readings.keys where paths.contains(where: { job.concerns($0) }) {
      readings[job] = nil
    }
  }

  /// Forgets everything.
  package mutating func forgetAll() {
    readings = [:]
  }
}
