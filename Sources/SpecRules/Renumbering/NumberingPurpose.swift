/// What is wrong with numbers as they are.
enum NumberingPurpose {
  /// Numbers are missing or out of order: each group is counted anew from its lowest number.
  case sequence
  /// Numbers are used twice: the later one gets another, and those behind it move on.
  case distinct

  /// The numbers to put in the place of those of one group, in document order.
  func renumbered(_ values: [Int]) -> [Int] {
    switch self {
    case .sequence:
      let first = values.min() ?? 1
      return values.indices.map { first + $0 }
    case .distinct:
      return Self.distinct(values)
    }
  }

  /// Where the order is right otherwise those behind a repeated number move on; else the repeated
  /// ones come behind the highest.
  private static func distinct(_ values: [Int]) -> [Int] {
    guard Set(values).count < values.count else { return values }
    if zip(values, values.dropFirst()).allSatisfy({ $0 <= $1 }) {
      var last = Int.min
      return values.map { value in
        last = last == Int.min ? value : max(value, last + 1)
        return last
      }
    }
    var seen: Set<Int> = []
    var highest = values.max() ?? 0
    return values.map { value in
      if seen.insert(value).inserted { return value }
      highest += 1
      return highest
    }
  }
}
