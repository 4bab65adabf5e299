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
  private var mentions: [[Mention]] = []
  /// How many comparisons of globs with paths are made before all globs count as one.
  private let effortLimit: Int

  init(effortLimit: Int = 2_000_000) {
    self.effortLimit = effortLimit
  }

  /// Mentions must come in rising order of position.
  mutating func add(_ path: String, _ mention: Mention) {
    guard let number = paths.number(path) else { return }
    if number == mentions.count { mentions.append([]) }
    if mentions[number].last?.task != mention.task { mentions[number].append(mention) }
  }

  /// For every pair of tasks that must not share a moment, gives a chain of waits from the later to the earlier.
  ///
  /// Linear in the mentions times the folders above them, where no globs are named.
  func forEachWait(_ body: (_ earlier: Mention, _ later: Mention) -> Void) {
    var inside: [Int: [Int]] = [:]
    for path in mentions.indices where !paths.isGlob[path] {
      for folder in paths.folders(above: path) { inside[folder, default: []].append(path) }
    }
    let globs = mentions.indices.filter { paths.isGlob[$0] }
    let isTooMuch = globs.count * mentions.count > effortLimit
    if isTooMuch {
      // All globs count as one that every path lies in: that orders more than it must, never less.
      let others = mentions.indices.filter { !paths.isGlob[$0] }
      chain(globs.flatMap { mentions[$0] }, others.flatMap { mentions[$0] }, body)
    } else {
      add(globs, to: &inside)
    }
    for path in mentions.indices where !isTooMuch || !paths.isGlob[path] {
      guard let members = inside[path] else {
        for (earlier, later) in zip(mentions[path], mentions[path].dropFirst()) {
          body(earlier, later)
        }
        continue
      }
      chain(mentions[path], members.flatMap { mentions[$0] }, body)
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
        let earlier = sinceOwner.filter { $0.task != mention.task }
        if let owner, earlier.isEmpty { body(owner, mention) }
        for other in earlier { body(other, mention) }
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
    let patterns = mentions.indices.map { PathPattern(paths.paths[$0]) }
    for glob in globs {
      for other in mentions.indices where other != glob && !(paths.isGlob[other] && other < glob) {
        if patterns[glob].overlaps(patterns[other]) { inside[glob, default: []].append(other) }
      }
    }
  }
}
