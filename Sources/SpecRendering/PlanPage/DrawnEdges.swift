import SpecPlanning

/// The edges of a picture that are worth drawing.
struct DrawnEdges {
  struct Edge {
    var from: Int
    var to: Int
    var isCritical: Bool
    var isInferred: Bool
    /// Whether both ends are in one feature.
    var isInside: Bool

    /// What the style knows it by.
    var kind: String {
      "edge" + (isCritical ? " on-path" : "") + (isInferred ? " inferred" : "")
    }
  }

  private(set) var edges: [Edge] = []

  /// Leaves out what follows from two others.
  init(_ picture: PlanPicture) {
    for (task, item) in picture.tasks.enumerated() {
      let before = Set(item.waits.map(\.before))
      var implied: Set<Int> = []
      for wait in item.waits {
        for earlier in picture.tasks[wait.before].waits where before.contains(earlier.before) {
          implied.insert(earlier.before)
        }
      }
      for wait in item.waits where !implied.contains(wait.before) {
        let source = picture.tasks[wait.before]
        edges.append(
          Edge(
            from: wait.before, to: task,
            isCritical: source.time.isCritical && item.time.isCritical,
            isInferred: wait.reason.isInferred,
            isInside: source.feature == item.feature))
      }
    }
  }
}
