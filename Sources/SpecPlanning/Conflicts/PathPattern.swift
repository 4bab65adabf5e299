/// A path in which `*` stands for any part of one segment and `**` for any number of segments.
struct PathPattern {
  private let segments: [SegmentPattern]
  /// The positions of `**`.
  private let deep: [Int]
  /// How many segments at the beginning stand for themselves.
  private let head: Int

  init(_ path: [UInt8]) {
    let segments = path.split(separator: UInt8(ascii: "/")).map(SegmentPattern.init)
    self.segments = segments
    deep = segments.indices.filter { segments[$0].isDeep }
    head = segments.firstIndex { $0.isWild } ?? segments.count
  }

  /// Whether some path can be both: one that this pattern stands for and one that the other does, or
  /// lies in what they stand for.
  ///
  /// Takes time with the product of the two numbers of segments; of a path with more than 63 the
  /// answer is always that it can.
  func overlaps(_ other: PathPattern) -> Bool {
    for index in 0..<min(head, other.head)
    where segments[index].bytes != other.segments[index].bytes {
      return false
    }
    let last = other.segments.count
    guard last < 64 else { return true }
    // A bit for each position in the other pattern: whether the two heads can be the same up to there.
    var row = other.closed(1)
    var isDeep = false
    for segment in segments {
      // What the other ends with is a folder that this pattern goes on in; under `**` a name with a dot
      // is taken for that of a file.
      if row >> UInt64(last) & 1 != 0, !isDeep || other.canBeFolder { return true }
      if segment.isDeep {
        isDeep = true
        // From the lowest bit on every position can be reached.
        row = row == 0 ? 0 : ~((row & (~row &+ 1)) &- 1)
        if last < 63 { row &= (1 << UInt64(last + 1)) &- 1 }
        continue
      }
      var next: UInt64 = 0
      var rest = row
      while rest != 0 {
        let position = rest.trailingZeroBitCount
        rest &= rest &- 1
        guard position < last else { continue }
        if other.segments[position].isDeep { next |= 1 << UInt64(position) }
        if segment.canBeSame(other.segments[position]) { next |= 1 << UInt64(position + 1) }
      }
      guard next != 0 else { return false }
      row = other.closed(next)
    }
    return row != 0
  }

  /// Positions with those behind each `**` that may stand for nothing.
  private func closed(_ row: UInt64) -> UInt64 {
    var row = row
    for position in deep where row >> UInt64(position) & 1 != 0 { row |= 1 << UInt64(position + 1) }
    return row
  }

  private var canBeFolder: Bool {
    segments.last.map { !$0.bytes.dropFirst().contains(UInt8(ascii: ".")) } ?? true
  }
}
