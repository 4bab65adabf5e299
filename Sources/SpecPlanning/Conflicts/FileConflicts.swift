import Diagnostics

/// Finds which tasks must not share a moment because they name the same file.
struct FileConflicts {
  private var paths: PathTable
  private var mentions: [Mention] = []
  /// For each mention the number of its path.
  private var pathOfMention: [Int32] = []
  /// How many comparisons of globs with paths are made before all globs count as one.
  private let effortLimit: Int

  init(capacity: Int = 0, ignoresCase: Bool = false, effortLimit: Int = 20_000_000) {
    self.effortLimit = effortLimit
    paths = PathTable(ignoresCase: ignoresCase)
    paths.reserveCapacity(capacity)
    mentions.reserveCapacity(capacity)
    pathOfMention.reserveCapacity(capacity)
  }

  /// Mentions must come in rising order of position.
  mutating func add(_ path: String, _ mention: Mention) {
    for number in paths.numbers(path) {
      mentions.append(mention)
      pathOfMention.append(Int32(truncatingIfNeeded: number))
    }
  }

  /// The numbers by which ``FileConflictsFound/touching(_:)`` knows a path or glob that no task need name.
  mutating func watch(_ path: String) -> [Int] { paths.numbers(path) }

  /// Compares all paths; linear in the mentions times the folders above them, where no globs are named.
  func found() -> FileConflictsFound {
    FileConflictsFound(
      table: paths, overlaps: PathOverlaps(paths, effortLimit: effortLimit), mentions: mentions,
      byPath: DirectedGraph(
        nodeCount: max(paths.paths.count, mentions.count), from: pathOfMention,
        to: mentions.indices.map { Int32(truncatingIfNeeded: $0) }))
  }
}

/// The mentions of files and which of them overlap.
struct FileConflictsFound {
  let table: PathTable
  let overlaps: PathOverlaps
  let mentions: [Mention]
  /// From the number of each path to those of its mentions, in rising order.
  let byPath: DirectedGraph

  private func owners(_ path: Int) -> [Mention] {
    byPath.successors(of: path).map { mentions[Int($0)] }
  }

  private func owners(_ kind: PathTable.Kind) -> [Mention] {
    table.kinds.indices.lazy.filter { table.kinds[$0] == kind }.flatMap(owners)
  }

  /// For every pair of tasks that must not share a moment, gives a chain of waits from the later to the earlier.
  ///
  /// Linear in the mentions times the folders above them, but for sorting.
  func forEachWait(_ body: (_ earlier: Mention, _ later: Mention) -> Void) {
    if overlaps.isTooMuch {
      // All globs count as one that every path lies in: that orders more than it must, never less.
      chain(owners(.glob), owners(.plain), body)
    }
    let everything = owners(.everything)
    if !everything.isEmpty { chain(everything, owners(.glob) + owners(.plain), body) }
    for path in table.kinds.indices {
      guard table.kinds[path] == .plain || table.kinds[path] == .glob && !overlaps.isTooMuch
      else { continue }
      if let members = overlaps.inside[path] {
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

  /// For each of some watched paths, by its number, the mentions of what may be the same file.
  ///
  /// Linear in what is found.
  func touching(_ watched: Set<Int>) -> [Int: [Mention]] {
    guard !watched.isEmpty else { return [:] }
    var found: [Int: [Mention]] = [:]
    let everything = owners(.everything)
    for path in watched {
      let isAll =
        table.kinds[path] == .everything || overlaps.isTooMuch && table.kinds[path] == .glob
      found[path] = isAll ? mentions : owners(path) + everything
    }
    if overlaps.isTooMuch {
      let globs = owners(.glob)
      for path in watched where table.kinds[path] == .plain { found[path, default: []] += globs }
    }
    for (owner, members) in overlaps.inside {
      if watched.contains(owner) { found[owner, default: []] += members.flatMap(owners) }
      for member in members where watched.contains(member) {
        found[member, default: []] += owners(owner)
      }
    }
    return found
  }

  /// The tasks that name a folder or glob take turns with each other and with all that name something in
  /// it; those may share a moment among themselves.
  private func chain(
    _ owners: [Mention], _ members: [Mention], _ body: (Mention, Mention) -> Void
  ) {
    guard !owners.isEmpty else { return }
    let touches =
      owners.map { (mention: $0, isOwner: true) } + members.map { (mention: $0, isOwner: false) }
    let ordered = touches.sorted {
      ($0.mention.position, $0.isOwner ? 0 : 1, $0.mention.range.lowerBound.utf8)
        < ($1.mention.position, $1.isOwner ? 0 : 1, $1.mention.range.lowerBound.utf8)
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
}
