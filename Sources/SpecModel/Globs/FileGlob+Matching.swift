extension FileGlob {
  /// Whether the pattern stands for a path or for a folder above it.
  ///
  /// A name that begins with a dot is like any other. Takes time with the product of the two lengths at most.
  package func matches(_ path: String) -> Bool {
    let names = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    return alternatives.contains { Self.matches($0, names) }
  }

  private static func matches(_ segments: [GlobSegment], _ names: [[UInt8]]) -> Bool {
    // Which numbers of segments can be used up by the names so far.
    var reached: Set<Int> = skippingFolders([0], in: segments)
    for name in names {
      if reached.contains(segments.count) { return true }
      var next: Set<Int> = []
      for position in reached where position < segments.count {
        if segments[position] == .anyFolders {
          next.insert(position)
        } else if segments[position].matches(name) {
          next.insert(position + 1)
        }
      }
      reached = skippingFolders(next, in: segments)
      if reached.isEmpty { return false }
    }
    return reached.contains(segments.count)
  }

  /// `**` may stand for no folder at all.
  private static func skippingFolders(_ positions: Set<Int>, in segments: [GlobSegment]) -> Set<Int>
  {
    var all = positions
    for var position in positions {
      while position < segments.count, segments[position] == .anyFolders {
        position += 1
        all.insert(position)
      }
    }
    return all
  }
}

extension [FileGlob] {
  /// Whether any of the patterns stands for the path, and none with `!` in front does.
  package func match(_ path: String) -> Bool {
    contains { !$0.isExclusion && $0.matches(path) }
      && !contains { $0.isExclusion && $0.matches(path) }
  }
}
