/// What each edge joins within the innermost group that holds both of its ends.
struct LayerJoins {
  struct Join {
    /// The group, or -1.
    var group: Int
    /// The elements directly in the group that the edge leads from and to.
    var from: Int
    var to: Int
  }

  /// `nil` for edges from an element to itself or to a group that it is in.
  let joins: [Join?]

  init(_ problem: LayerProblem) {
    let depths = problem.depths
    let count = problem.boxes.count
    joins = problem.edges.map { edge in
      var from = edge.from
      var to = edge.to
      if from == to { return nil }
      func depth(_ element: Int) -> Int {
        let parent = problem.parent(of: element)
        return parent < 0 ? 0 : depths[parent]
      }
      var fromDepth = depth(from)
      var toDepth = depth(to)
      while fromDepth > toDepth {
        from = problem.parent(of: from) + count
        fromDepth -= 1
      }
      while toDepth > fromDepth {
        to = problem.parent(of: to) + count
        toDepth -= 1
      }
      if from == to { return nil }
      while problem.parent(of: from) != problem.parent(of: to) {
        from = problem.parent(of: from) + count
        to = problem.parent(of: to) + count
      }
      return Join(group: problem.parent(of: from), from: from, to: to)
    }
  }
}
