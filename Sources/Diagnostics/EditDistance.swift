/// The optimal string alignment distance: the least number of insertions, deletions, substitutions and swaps of
/// neighbours that make one text of another.
///
/// A value keeps the rows of the table, so that many texts can be compared without a new one for each.
struct EditDistance {
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var current: [Int] = []

  /// The distance of two texts, or something above a limit where it is above that.
  ///
  /// Takes time with the length times the limit: only the cells within the limit of the diagonal are filled.
  mutating func distance(_ left: [UInt32], _ right: [UInt32], upTo limit: Int) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    let far = limit + 1
    let width = right.count + 1
    last = Array(0..<width)
    beforeLast = [Int](repeating: far, count: width)
    current = beforeLast
    for i in 1...left.count {
      let columns = max(1, i - limit)...min(right.count, i + limit)
      current[columns.lowerBound - 1] = columns.lowerBound == 1 ? i : far
      var least = current[columns.lowerBound - 1]
      for j in columns {
        let substitution = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
        var distance = min(substitution, current[j - 1] + 1)
        // The cell above lies outside of the last row's band at its right end.
        if j < i + limit { distance = min(distance, last[j] + 1) }
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          distance = min(distance, beforeLast[j - 2] + 1)
        }
        current[j] = distance
        least = min(least, distance)
      }
      if least > limit { return far }
      swap(&beforeLast, &last)
      swap(&last, &current)
    }
    return last[right.count]
  }
}
