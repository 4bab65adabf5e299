/// Which paths lie in which folders and globs.
struct PathOverlaps {
  /// For each folder or glob that holds any of the others, those; of two globs the later lies in the earlier.
  private(set) var inside: [Int: [Int]] = [:]
  /// Whether there are too many globs to compare each with each path: then all that is named lies in each.
  let isTooMuch: Bool

  /// Linear in the paths times the folders above them, and in the globs times the paths up to the limit.
  init(_ table: PathTable, effortLimit: Int) {
    let count = table.paths.count
    for path in 0..<count where table.kinds[path] == .plain {
      for folder in table.folders(above: path) { inside[folder, default: []].append(path) }
    }
    let globs = (0..<count).filter { table.kinds[$0] == .glob }
    isTooMuch = globs.count * count > effortLimit
    guard !isTooMuch, !globs.isEmpty else { return }
    let patterns = table.paths.map { PathPattern(Array($0.utf8)) }
    for glob in globs {
      for other in patterns.indices where other != glob {
        guard table.kinds[other] == .plain || table.kinds[other] == .glob && other > glob
        else { continue }
        if patterns[glob].overlaps(patterns[other]) { inside[glob, default: []].append(other) }
      }
    }
  }
}
