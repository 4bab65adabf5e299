/// A path in which `*` stands for any part of one segment and `**` for any number of segments.
struct PathPattern {
  private let segments: [ArraySlice<UInt8>]
  init(_ path: [UInt8]) {
    segments = path.split(separator: UInt8(ascii: "/"))
  }

  /// Whether some path can be both: one that this pattern stands for and one that the other does, or
  /// lies in what they stand for.
  ///
  /// Takes time with the product of the two numbers of segments.
  func overlaps(_ other: PathPattern) -> Bool {
    // A row holds for each position in the other pattern whether the two heads can be the same.
    var row = [Bool](repeating: false, count: other.segments.count + 1)
    row[0] = true
    func closed(_ row: [Bool]) -> [Bool] {
      var row = row
      for (position, segment) in other.segments.enumerated() where Self.isDeep(segment) {
        if row[position] { row[position + 1] = true }
      }
      return row
    }
    row = closed(row)
    var isDeep = false
    for segment in segments {
      // What the other ends with is a folder that this pattern goes on in; under `**` a name with a dot
      // is taken for that of a file.
      if row[other.segments.count], !isDeep || other.canBeFolder { return true }
      isDeep = isDeep || Self.isDeep(segment)
      var next = [Bool](repeating: false, count: row.count)
      for position in row.indices where row[position] {
        if Self.isDeep(segment) {
          for later in position..<row.count { next[later] = true }
        } else if position < other.segments.count {
          if Self.isDeep(other.segments[position]) { next[position] = true }
          if Self.canBeSame(segment, other.segments[position]) { next[position + 1] = true }
        }
      }
      row = closed(next)
    }
    return row.contains(true)
  }

  private var canBeFolder: Bool {
    segments.last.map { !$0.dropFirst().contains(UInt8(ascii: ".")) } ?? true
  }

  private static func isDeep(_ segment: ArraySlice<UInt8>) -> Bool {
    segment.count == 2 && segment.allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// Whether two segments with `*` in them have a name in common.
  private static func canBeSame(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    let star = UInt8(ascii: "*")
    if !left.contains(star), !right.contains(star) { return left == right }
    let right = Array(right)
    var row = [Bool](repeating: false, count: right.count + 1)
    row[0] = true
    for position in right.indices where right[position] == star && row[position] {
      row[position + 1] = true
    }
    for byte in left {
      var next = [Bool](repeating: false, count: row.count)
      for position in row.indices {
        if byte == star {
          if row[position] || position > 0 && next[position - 1] { next[position] = true }
        } else if position < right.count, row[position], right[position] == byte {
          next[position + 1] = true
        } else if position < right.count, row[position], right[position] == star {
          next[position] = true
        }
      }
      for position in right.indices where right[position] == star && next[position] {
        next[position + 1] = true
      }
      row = next
    }
    return row[right.count]
  }
}
