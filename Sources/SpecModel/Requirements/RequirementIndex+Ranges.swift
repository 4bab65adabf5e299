import Diagnostics

extension RequirementIndex {
  /// The most ids that a range may span.
  static let rangeLimit = 2000

  func resolve(from: String, to: String, word: String) -> Resolution {
    guard !Self.isForeign(word) else { return .words }
    // What looks like a range may be an id with a dash in it: `REQ-M3-10`.
    if let target = targets[RequirementKey(from + "-" + to, word: word)] {
      return resolution(target)
    }
    let first = RequirementKey(from, word: word)
    let last = completed(RequirementKey(to, word: word), to: to, after: first)
    let start = resolve(from, word: word)
    switch start {
    case .requirements, .criteria: break
    default: return start
    }
    let end = resolve(key: last, id: to)
    switch end {
    case .requirements, .criteria: break
    default: return end
    }
    if let parent = first.parent, parent == last.parent,
      let lower = first.lastNumber, let upper = last.lastNumber
    {
      return numbers(lower, upper, missing: to) { parent.appending($0) }
    }
    if first.numberCount == 1, last.numberCount == 1, let lower = first.lastNumber,
      let upper = last.lastNumber
    {
      let family = first.family
      let none = RequirementKey("")
      return numbers(lower, upper, missing: to) { none.appending($0).with(family: family) }
    }
    return between(start, end)
  }

  func resolve(key: RequirementKey, id: String) -> Resolution {
    for spelling in spellings(key) {
      if let found = find(spelling) { return found }
    }
    for spelling in spellings(key) {
      if let fault = missingCriterion(spelling, id) { return fault }
    }
    return missing(key, id)
  }

  /// The end of `FR-1 to 5` and of `1.1-5`, which leave out what both ends have in common.
  private func completed(
    _ last: RequirementKey, to: String, after first: RequirementKey
  ) -> RequirementKey {
    var last = last
    if last.letterCount == 0, first.letterCount > 0 { last = last.with(family: first.family) }
    if last.numberCount == 1, first.numberCount > 1, let number = last.lastNumber,
      let parent = first.parent
    {
      let completed = parent.appending(number)
      if spellings(completed).contains(where: { find($0) != nil }) { return completed }
    }
    return last
  }

  /// The ids with the numbers from one to another; gaps between the ends are no fault.
  private func numbers(
    _ lower: Int, _ upper: Int, missing: String, _ key: (Int) -> RequirementKey
  ) -> Resolution {
    var whole: [Int] = []
    var places: [CriterionPlace] = []
    let (lower, upper) = (min(lower, upper), max(lower, upper))
    for number in lower...min(upper, lower + Self.rangeLimit) {
      for spelling in spellings(key(number)) {
        guard let found = find(spelling) else { continue }
        switch found {
        case .requirements(let indices): whole += indices.filter { whole.last != $0 }
        case .criteria(let found): places += found
        default: break
        }
        break
      }
    }
    if !places.isEmpty, !whole.isEmpty { places += whole.flatMap { all(of: $0) } }
    return places.isEmpty ? .requirements(whole) : .criteria(places)
  }

  /// Every criterion from one to another in document order, as in `2.1-3.4`.
  private func between(_ start: Resolution, _ end: Resolution) -> Resolution {
    guard let first = Self.bounds(start, requirements)?.first,
      let last = Self.bounds(end, requirements)?.last
    else { return start }
    let (lower, upper) =
      first.requirement <= last.requirement ? (first, last) : (last, first)
    var places: [CriterionPlace] = []
    for requirement in lower.requirement...upper.requirement {
      let isEnd = requirement == lower.requirement || requirement == upper.requirement
      // Families that lie between, such as qualities, are not meant.
      if !isEnd, requirements[requirement].isSecondary { continue }
      for place in all(of: requirement) {
        if requirement == lower.requirement, place.criterion < lower.criterion { continue }
        if requirement == upper.requirement, place.criterion > upper.criterion { continue }
        places.append(place)
      }
    }
    return places.isEmpty
      ? .requirements(Array(lower.requirement...upper.requirement)) : .criteria(places)
  }

  private static func bounds(
    _ resolution: Resolution, _ requirements: [Requirement]
  ) -> (first: CriterionPlace, last: CriterionPlace)? {
    switch resolution {
    case .requirements(let indices):
      guard let first = indices.min(), let last = indices.max() else { return nil }
      return (
        CriterionPlace(requirement: first, criterion: 0),
        CriterionPlace(requirement: last, criterion: .max)
      )
    case .criteria(let places):
      guard let first = places.first, let last = places.last else { return nil }
      return (first, last)
    default: return nil
    }
  }

  private func all(of requirement: Int) -> [CriterionPlace] {
    requirements[requirement].criteria.indices.map {
      CriterionPlace(requirement: requirement, criterion: $0)
    }
  }
}
