/// The shortest way from one sequence of lines to another.
struct LineDifference {
  /// One step of the way; lines count from 0.
  enum Step {
    case keep(old: Int, new: Int)
    case remove(old: Int)
    case insert(new: Int)

    var isChange: Bool {
      if case .keep = self { false } else { true }
    }

    var isInOld: Bool {
      if case .insert = self { false } else { true }
    }

    var isInNew: Bool {
      if case .remove = self { false } else { true }
    }
  }

  private(set) var steps: [Step] = []

  /// Compares lines; at most `limit` differences are told apart, in time and memory of its square.
  init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], limit: Int) {
    // Equal lines become equal numbers, so that long lines are compared once.
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let left = old.map(number)
    let right = new.map(number)
    var start = 0
    while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
    var end = 0
    while end < min(left.count, right.count) - start,
      left[left.count - 1 - end] == right[right.count - 1 - end]
    {
      end += 1
    }
    steps = (0..<start).map { .keep(old: $0, new: $0) }
    let middle = Self.path(
      left[start..<(left.count - end)], right[start..<(right.count - end)], limit: limit)
    if let middle {
      steps += middle
    } else {
      steps += (start..<(left.count - end)).map { .remove(old: $0) }
      steps += (start..<(right.count - end)).map { .insert(new: $0) }
    }
    steps += (0..<end).map {
      .keep(old: left.count - end + $0, new: right.count - end + $0)
    }
  }

  /// The steps by the greedy algorithm, or `nil` when there are more differences than the limit.
  private static func path(
    _ old: ArraySlice<Int>, _ new: ArraySlice<Int>, limit: Int
  ) -> [Step]? {
    let (oldStart, newStart) = (old.startIndex, new.startIndex)
    let (width, height) = (old.count, new.count)
    let most = min(width + height, limit)
    // The farthest line of the old text reached on each diagonal, for each number of differences.
    var reached: [[Int]] = []
    var farthest = [Int](repeating: 0, count: 2 * most + 3)
    let center = most + 1
    for differences in 0...most {
      reached.append(Array(farthest[(center - differences - 1)...(center + differences + 1)]))
      for diagonal in stride(from: -differences, through: differences, by: 2) {
        let goesDown =
          diagonal == -differences
          || diagonal != differences
            && farthest[center + diagonal - 1] < farthest[center + diagonal + 1]
        var x =
          goesDown ? farthest[center + diagonal + 1] : farthest[center + diagonal - 1] + 1
        while x < width, x - diagonal < height, x - diagonal >= 0,
          old[oldStart + x] == new[newStart + x - diagonal]
        {
          x += 1
        }
        farthest[center + diagonal] = x
        if x >= width, x - diagonal >= height {
          return walkBack(
            reached, differences, from: (width, height), offset: (oldStart, newStart))
        }
      }
    }
    return nil
  }

  /// Follows what was reached back to the start.
  private static func walkBack(
    _ reached: [[Int]], _ differences: Int, from end: (x: Int, y: Int),
    offset: (old: Int, new: Int)
  ) -> [Step] {
    var steps: [Step] = []
    var (x, y) = end
    for count in stride(from: differences, through: 0, by: -1) {
      let before = reached[count]
      let center = count + 1
      let diagonal = x - y
      let goesDown =
        diagonal == -count
        || diagonal != count && before[center + diagonal - 1] < before[center + diagonal + 1]
      let previous = goesDown ? diagonal + 1 : diagonal - 1
      let previousX = count == 0 ? 0 : before[center + previous]
      let previousY = count == 0 ? 0 : previousX - previous
      while x > previousX, y > previousY {
        x -= 1
        y -= 1
        steps.append(.keep(old: offset.old + x, new: offset.new + y))
      }
      guard count > 0 else { break }
      if goesDown {
        y -= 1
        steps.append(.insert(new: offset.new + y))
      } else {
        x -= 1
        steps.append(.remove(old: offset.old + x))
      }
    }
    return steps.reversed()
  }
}
