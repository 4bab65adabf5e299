import Diagnostics

/// The spans of one document that chosen edits take up, so that no other edit touches them.
struct OccupiedRanges {
  /// In order; none of them overlap.
  private var edits: [TextEdit] = []

  /// How an edit gets along with those that were chosen before it.
  enum Fit {
    /// Nothing was chosen where it stands.
    case free
    /// The very same edit was chosen already.
    case same
    /// Another edit stands in its way.
    case taken
  }

  /// Looks at the neighbours of an edit; logarithmic in the edits.
  func fit(_ edit: TextEdit) -> Fit {
    let index = firstIndex(notBefore: edit.range)
    for neighbour in [index - 1, index, index + 1] where edits.indices.contains(neighbour) {
      let other = edits[neighbour]
      if other == edit { return .same }
      if Self.touch(other.range, edit.range) { return .taken }
    }
    return .free
  }

  mutating func insert(_ edit: TextEdit) {
    edits.insert(edit, at: firstIndex(notBefore: edit.range))
  }

  /// Whether two edits could not both be made in either order: they share bytes, or one inserts
  /// where the other begins or ends.
  private static func touch(_ left: Range<Offset>, _ right: Range<Offset>) -> Bool {
    if left.isEmpty || right.isEmpty {
      return left.lowerBound <= right.upperBound && right.lowerBound <= left.upperBound
    }
    return left.overlaps(right)
  }

  private func firstIndex(notBefore range: Range<Offset>) -> Int {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      let other = edits[middle].range
      if (other.lowerBound, other.upperBound) < (range.lowerBound, range.upperBound) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
