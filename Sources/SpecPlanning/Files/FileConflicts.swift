import Diagnostics

/// Finds which tasks must not share a moment because they name the same file.
struct FileConflicts {
  /// A task's naming of a path.
  struct Mention {
    /// The task's place in an order that keeps every edge there is.
    var position: Int
    var task: Int32
    var range: Range<Offset>
  }

  private var paths = PathTable()
  private var mentions: [Mention] = []
  /// For each mention the number of its path.
  private var pathOfMention: [Int32] = []
  /// How many comparisons of globs with paths are made before all globs count as one.
  private let effortLimit: Int

  init(capacity: Int = 0, effortLimit: Int = 2_000_000) {
    self.effortLimit = effortLimit
    paths.reserveCapacity(capacity)
    mentions.reserveCapacity(capacity)
    pathOfMention.reserveCapacity(capacity)
  }

  /// Mentions must come in rising order of position.
  mutating func add(_ path: String, _ mention: Mention) {
    guard let number = paths.number(path) else { return }
    mentions.append(mention)
    pathOfMention.append(Int32(truncatingIfNeeded: number))
  }

  /// For every pair of tasks that must not share a moment, gives a chain of waits from the later to the earlier.
  ///
  /// Linear in the mentions times the folders above them, where no globs are named.
  func forEachWait(_ body: (_ earlier: Mention, _ later: Mention) -> Void) {
    let pathCount = paths.paths.count
    let byPath = DirectedGraph(
      nodeCount: max(pathCount, mentions.count), from: pathOfMention,
      to: mentions.indices.map { Int32(truncatingIfNeeded: $0) })
    func owners(_ path: Int) -> [Mention] { byPath.successors(of: path).map { mentions[Int($0)] } }

    var inside: [Int: [Int]] = [:]
    for path in 0..<pathCount where !paths.isGlob[path] {
      for folder in paths.folders(above: path) { inside[folder, default: []].append(path) }
    }
    let globs = (0..<pathCount).filter { paths.isGlob[$0] }
    let isTooMuch = globs.count * pathCount > effortLimit
    if isTooMuch {
      // All globs count as one that every path lies in: that orders more than it must, never less.
      let others = (0..<pathCount).filter { !paths.isGlob[$0] }
      chain(globs.flatMap(owners), others.flatMap(owners), body)
    } else {
      add(globs, to: &inside)
    }
    for path in 0..<pathCount where !isTooMuch || !paths.isGlob[path] {
      if let members = inside[path] {
        chain(owners(path), members.flatMap(owners), body)
        continue
      }
      var earlier: Mention?
      for index in byPath.successors(of: path) {
        let later = mentions[Int(index)]
        if let earlier, earlier.task != later.task { body(earlier, later) }
        earlier = later
      }
    }
  }

  /// The tasks that name a folder or glob take turns with each other and with all that name something in
  /// it; those may share a moment among themselves.
  private func chain(
    _ owners: [Mention], _ members: [Mention], _ body: (Mention, Mention) -> Void
  ) {
    let touches =
      owners.map { (mention: $0, isOwner: true) } + members.map { (mention: $0, isOwner: false) }
    let ordered = touches.sorted {
      ($0.mention.position, $0.isOwner ? 0 : 1) < ($1.mention.position, $1.isOwner ? 0 : 1)
    }
    var owner: Mention?
    var sinceOwner: [Mention] = []
    for (mention, isOwner) in ordered where mention.task != owner?.task {
      if isOwner {
        if let owner, sinceOwner.isEmpty { body(owner, mention) }
        for other in sinceOwner { body(other, mention) }
        (owner, sinceOwner) = (mention, [])
      } else if sinceOwner.last?.task != mention.task {
        if let owner { body(owner, mention) }
        sinceOwner.append(mention)
      }
    }
  }

  /// Adds to each glob the paths that it overlaps; of two globs the later named lies in the earlier.
  private func add(_ globs: [Int], to inside: inout [Int: [Int]]) {
    guard !globs.isEmpty else { return }
    let patterns = paths.paths.map { PathPattern(Array($0.utf8)) }
    for glob in globs {
      for other in patterns.indices where other != glob && !(paths.isGlob[other] && other < glob) {
        if patterns[glob].overlaps(patterns[other]) { inside[glob, default: []].append(other) }
      }
    }
  }
}
