package import SpecModel

/// What one reference in a dependency line leads to.
package struct DependencyLink: Sendable {
  /// The index of the task that waits.
  package var task: Int
  package var reference: Reference
  /// The leaves that the task waits for, in document order; without those that are part of itself.
  package var targets: [Int]
}

extension DependencyLink {
  /// How many targets are listed at most in one document; the rest of a list that names everything
  /// again and again says nothing new.
  static let limit = 100_000

  /// The links of a task list in document order; words, unknown ids and `All` lead nowhere here.
  ///
  /// Linear in the targets, which are limited.
  static func find(in document: TasksDocument, _ index: TaskIndex) -> [DependencyLink] {
    var links: [DependencyLink] = []
    var count = 0
    for position in document.tasks.indices {
      for reference in document.tasks[position].dependencies
        + document.tasks[position].inlineDependencies
      {
        if case .all = reference.kind { continue }
        guard count < limit, case .tasks(let leaves) = index.resolve(reference, at: position)
        else { continue }
        count += leaves.count
        let targets = leaves.filter { $0 != position && !isPart($0, of: position, document) }
        guard !targets.isEmpty else { continue }
        links.append(DependencyLink(task: position, reference: reference, targets: targets))
      }
    }
    return links
  }

  /// Whether one task lies below another.
  private static func isPart(_ task: Int, of whole: Int, _ document: TasksDocument) -> Bool {
    var next = document.tasks[task].parent
    while let parent = next {
      if parent == whole { return true }
      next = document.tasks[parent].parent
    }
    return false
  }
}
