/// Numbers that must keep distances from each other, and the nearest ones to wishes that do.
///
/// The distances lead from smaller to larger numbers and have no cycle.
struct SeparationSystem {
  private struct Distance {
    var from: Int
    var to: Int
    var length: Int
  }

  private let count: Int
  private var distances: [Distance] = []

  init(count: Int) {
    self.count = count
  }

  /// The one number must be at least so much smaller than the other.
  mutating func keep(_ from: Int, before to: Int, by length: Int) {
    distances.append(Distance(from: from, to: to, length: length))
  }

  /// Puts distances in the order of the numbers that they lead to.
  mutating func prepare() {
    var incoming = [Int](repeating: 0, count: count)
    var starts = [Int](repeating: 0, count: count + 1)
    for distance in distances {
      incoming[distance.to] += 1
      starts[distance.from + 1] += 1
    }
    for number in 0..<count { starts[number + 1] += starts[number] }
    var next = starts
    var sorted = distances
    for distance in distances {
      sorted[next[distance.from]] = distance
      next[distance.from] += 1
    }
    var order = (0..<count).filter { incoming[$0] == 0 }
    var place = 0
    distances.removeAll(keepingCapacity: true)
    while place < order.count {
      // Those that lead from a number come behind all that lead to it.
      for distance in sorted[starts[order[place]]..<starts[order[place] + 1]] {
        distances.append(distance)
        incoming[distance.to] -= 1
        if incoming[distance.to] == 0 { order.append(distance.to) }
      }
      place += 1
    }
  }

  /// The smallest numbers that are not below the given ones and keep the distances.
  ///
  /// Linear.
  func raised(_ given: [Int]) -> [Int] {
    var numbers = given
    for distance in distances {
      numbers[distance.to] = max(numbers[distance.to], numbers[distance.from] + distance.length)
    }
    return numbers
  }

  /// The largest numbers that are not above the given ones and keep the distances.
  ///
  /// Linear.
  func lowered(_ given: [Int]) -> [Int] {
    var numbers = given
    for distance in distances.reversed() {
      numbers[distance.from] = min(numbers[distance.from], numbers[distance.to] - distance.length)
    }
    return numbers
  }
}
