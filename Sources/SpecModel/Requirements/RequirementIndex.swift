import Diagnostics

/// Finds the requirements and criteria that a reference means.
///
/// Every look-up takes constant time; a range takes time in the number of ids it spans.
package struct RequirementIndex: Sendable {
  /// The place of a criterion: indices into ``RequirementsDocument/requirements`` and
  /// ``Requirement/criteria``.
  package struct CriterionPlace: Sendable, Hashable {
    package var requirement: Int
    package var criterion: Int

    package init(requirement: Int, criterion: Int) {
      self.requirement = requirement
      self.criterion = criterion
    }
  }

  /// What a reference leads to.
  package enum Resolution: Sendable, Equatable {
    /// Whole requirements by index, in the order referred to.
    case requirements([Int])
    /// Criteria, in the order referred to.
    case criteria([CriterionPlace])
    /// Everything.
    case all
    /// The reference says that there is nothing.
    case nothing
    /// Words, or an id of a kind of which the document has none.
    case words
    /// An id that no requirement has.
    case missingRequirement(id: String)
    /// An id whose requirement has no such criterion, but `count` others.
    case missingCriterion(requirement: Int, id: String, count: Int)
  }

  enum Target {
    case requirement(Int)
    case criterion(CriterionPlace)
  }

  /// One requirement or criterion.
  package enum Plain: Sendable {
    case requirement(Int)
    case criterion(CriterionPlace)
  }

  let requirements: [Requirement]
  /// The ids of requirements, those proper first, then their aliases, then the written
  /// ids of criteria; the first wins.
  var targets: [RequirementKey: Target] = [:]
  /// Keys that only begin the ids of requirements, such as `1` where there are `1.1` and `1.2`.
  private var groups: [RequirementKey: [Int]] = [:]
  /// The criteria whose number is not their position.
  private var byWrittenNumber: [CriterionNumber: Int] = [:]
  /// The requirements by the hash of their titles; the first of a title wins.
  private var byTitle: [UInt64: Int] = [:]
  /// The letters of ids that the document uses.
  private var families: Set<String> = []
  /// The families that a bare number may mean, the best first; the empty one is that of numbers.
  private var numberFamilies: [String] = []

  /// Where all ids are numbers without dots: the requirement of each number, -1 for none; else empty.
  private var plain: [Int32] = []

  private struct CriterionNumber: Hashable {
    var requirement: Int
    var number: Int
  }

  /// Linear in the requirements and criteria.
  package init(_ document: RequirementsDocument) {
    requirements = document.requirements
    var keys: [RequirementKey] = []
    keys.reserveCapacity(requirements.count)
    for index in requirements.indices {
      let key = RequirementKey(requirements[index].id)
      keys.append(key)
      if requirements[index].form != .tableRow, !requirements[index].title.isEmpty {
        let title = Self.titleHash(requirements[index].title)
        if byTitle[title] == nil { byTitle[title] = index }
      }
      var parent = key.parent
      while let group = parent {
        groups[group, default: []].append(index)
        parent = group.parent
      }
    }
    // A requirement proper is meant rather than a section with the same number.
    for (index, key) in keys.enumerated() where !requirements[index].isSecondary {
      add(key, .requirement(index))
    }
    for (index, key) in keys.enumerated() where requirements[index].isSecondary {
      add(key, .requirement(index))
    }
    for index in requirements.indices {
      for alias in requirements[index].aliases {
        add(RequirementKey(alias.value), .requirement(index))
      }
      if let last = requirements[index].lastOfSeveral, let first = keys[index].lastNumber,
        last > first
      {
        for number in first...min(last, first + Self.rangeLimit) {
          add(keys[index].replacingLastNumber(number), .requirement(index))
        }
      }
    }
    for index in requirements.indices {
      let prefix = requirements[index].id.utf8
      for (position, criterion) in requirements[index].criteria.enumerated() {
        if let number = criterion.writtenNumber, number != position + 1 {
          let key = CriterionNumber(requirement: index, number: number)
          if byWrittenNumber[key] == nil { byWrittenNumber[key] = position }
        }
        if !criterion.id.utf8.starts(with: prefix)
          || criterion.id.utf8.dropFirst(prefix.count).first != UInt8(ascii: ".")
          || criterion.id.utf8.last?.isLetter ?? false
        {
          add(
            RequirementKey(criterion.id),
            .criterion(CriterionPlace(requirement: index, criterion: position)))
        }
      }
    }
    numberFamilies = Self.numberFamilies(requirements, keys)
    plain = plainNumbers()
  }

  /// The largest number that is looked up in an array.
  private static let plainLimit = 1000

  private func plainNumbers() -> [Int32] {
    guard numberFamilies == [""], groups.isEmpty else { return [] }
    var plain: [Int32] = []
    for (key, target) in targets {
      guard key.letterCount == 0, key.numberCount == 1, let number = key.lastNumber,
        number <= Self.plainLimit, case .requirement(let index) = target,
        requirements[index].lastOfSeveral == nil
      else { return [] }
      while plain.count <= number { plain.append(-1) }
      plain[number] = Int32(truncatingIfNeeded: index)
    }
    return plain
  }

  /// What `2` and `2.1` mean where all ids are numbers without dots; `nil` where that must be looked
  /// up by its key.
  package func resolvePlain(_ reference: Reference) -> Plain? {
    guard !plain.isEmpty, case .identifier(let id) = reference.kind,
      !Self.isForeign(reference.word), reference.word != "story"
    else { return nil }
    var (numbers, part) = ((0, 0), 0)
    for byte in id.utf8 {
      if byte == UInt8(ascii: "."), part == 0 {
        part = 1
      } else if byte.isDigit, numbers.0 <= Self.plainLimit, numbers.1 <= Self.plainLimit {
        let digit = Int(byte - UInt8(ascii: "0"))
        if part == 0 {
          numbers.0 = numbers.0 * 10 + digit
        } else {
          numbers.1 = numbers.1 * 10 + digit
        }
      } else {
        return nil
      }
    }
    guard numbers.0 > 0, numbers.0 < plain.count, plain[numbers.0] >= 0 else { return nil }
    let requirement = Int(plain[numbers.0])
    if part == 0 { return .requirement(requirement) }
    guard numbers.1 > 0, let criterion = criterion(numbers.1, of: requirement) else { return nil }
    return .criterion(CriterionPlace(requirement: requirement, criterion: criterion))
  }

  private mutating func add(_ key: RequirementKey, _ target: Target) {
    families.insert(String(key.family))
    if targets[key] == nil { targets[key] = target }
  }

  private static func numberFamilies(
    _ requirements: [Requirement], _ keys: [RequirementKey]
  ) -> [String] {
    var present: Set<String> = []
    var proper: Set<String> = []
    for (requirement, key) in zip(requirements, keys) {
      present.insert(String(key.family))
      if !requirement.isSecondary { proper.insert(String(key.family)) }
    }
    var families = ["", "REQ", "R", "FR", "RF", "US", "UR", "F"].filter(present.contains)
    if families.isEmpty, proper.count == 1 { families += proper }
    return families
  }

  // MARK: Resolving

  /// Words are looked up as a title, then as an id in mixed case.
  package func resolve(_ reference: Reference) -> Resolution {
    switch reference.kind {
    case .all: .all
    case .none: .nothing
    case .text(let text): named(text)
    case .identifier(let id): resolve(id, word: reference.word)
    case .range(let from, let to): resolve(from: from, to: to, word: reference.word)
    }
  }

  /// A hash for which the case of ASCII letters does not count.
  private static func titleHash(_ title: String) -> UInt64 {
    title.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1 | 0x20)) &* 0x100_0000_01B3 }
  }

  /// What words name: a requirement by its title, or by an id in mixed case such as `Req-2`.
  private func named(_ text: String) -> Resolution {
    if let requirement = byTitle[Self.titleHash(text)],
      requirements[requirement].title.lowercased() == text.lowercased()
    {
      return .requirements([requirement])
    }
    guard text.utf8.count <= 40, !text.utf8.contains(where: \.isBlank) else { return .words }
    let key = RequirementKey(text)
    guard key.numberCount > 0 else { return .words }
    for spelling in spellings(key) {
      if let found = find(spelling) { return found }
    }
    return .words
  }

  /// The criterion with a number as written or, failing that, by position.
  package func criterion(_ number: Int, of requirement: Int) -> Int? {
    let criteria = requirements[requirement].criteria
    let isInRange = number >= 1 && number <= criteria.count
    if isInRange, criteria[number - 1].writtenNumber ?? number == number { return number - 1 }
    if let written = byWrittenNumber[CriterionNumber(requirement: requirement, number: number)] {
      return written
    }
    return isInRange ? number - 1 : nil
  }

  func resolve(_ id: String, word: String) -> Resolution {
    guard !Self.isForeign(word) else { return .words }
    let key = RequirementKey(id, word: word)
    guard key.numberCount > 0 else { return .words }
    for spelling in spellings(key) {
      if let found = find(spelling) { return found }
    }
    for spelling in spellings(key) {
      if let fault = missingCriterion(spelling, id) { return fault }
    }
    return missing(key, id)
  }

  /// Words in front of an id that say that it is no requirement's.
  static func isForeign(_ word: String) -> Bool {
    guard !word.isEmpty else { return false }
    return word == "task" || word == "phase" || word == "section" || word == "property"
  }

  /// The keys under which an id may be known, the likeliest first.
  func spellings(_ key: RequirementKey) -> [RequirementKey] {
    let family = String(key.family)
    if family.isEmpty {
      // A bare number may be that of `FR-1`.
      return numberFamilies.first == "" && numberFamilies.count == 1
        ? [key]
        : numberFamilies.map { key.with(family: $0) } + (numberFamilies.isEmpty ? [key] : [])
    }
    // The criteria of `US-3.1` may be named `AC-3.1.1`, and all of them `AC-3.1`.
    if families.contains(family), family != "AC" { return [key] }
    if ["R", "REQ", "REQUIREMENT", "REQUIREMENTS", "AC", "US"].contains(family) {
      return [key] + numberFamilies.map { key.with(family: $0) }
    }
    return [key]
  }

  func find(_ key: RequirementKey) -> Resolution? {
    if let target = targets[key] { return resolution(target) }
    if let parent = key.parent, let number = key.lastNumber {
      if number == 0, let found = find(parent) { return found }
      if case .requirement(let requirement)? = targets[parent] {
        if requirements[requirement].lastOfSeveral == nil,
          let criterion = criterion(number, of: requirement)
        {
          return .criteria([CriterionPlace(requirement: requirement, criterion: criterion)])
        }
        // Without criteria of its own the requirement as a whole is what can be meant.
        if requirements[requirement].criteria.isEmpty
          || requirements[requirement].lastOfSeveral != nil
        {
          return .requirements([requirement])
        }
      }
    }
    if let group = groups[key] { return .requirements(group) }
    // `1.3b` is a part of 1.3 where none of that name is written down.
    if let whole = key.withoutSuffix, let found = find(whole) { return found }
    // `1.2.3` is the third point below criterion 1.2.
    if let parent = key.parent, parent.numberCount > 1 {
      if case .criterion(let place)? = targets[parent] { return .criteria([place]) }
      if let grandparent = parent.parent, let number = parent.lastNumber,
        case .requirement(let requirement)? = targets[grandparent],
        let criterion = criterion(number, of: requirement)
      {
        return .criteria([CriterionPlace(requirement: requirement, criterion: criterion)])
      }
    }
    return nil
  }

  func resolution(_ target: Target) -> Resolution {
    switch target {
    case .requirement(let index): .requirements([index])
    case .criterion(let place): .criteria([place])
    }
  }

  // MARK: Missing

  func missingCriterion(_ key: RequirementKey, _ id: String) -> Resolution? {
    var parent = key.parent
    while let candidate = parent {
      if case .requirement(let requirement)? = targets[candidate] {
        return .missingCriterion(
          requirement: requirement, id: id, count: requirements[requirement].criteria.count)
      }
      parent = candidate.parent
    }
    return nil
  }

  /// An id is missing only where the document has ids of its kind; else it is a name for something
  /// that is not written down as a requirement.
  func missing(_ key: RequirementKey, _ id: String) -> Resolution {
    let family = String(key.family)
    // Three bare numbers are rather those of a version.
    if family.isEmpty, key.numberCount > 2 { return .words }
    let isKnown =
      family.isEmpty || ["R", "REQ", "REQUIREMENT"].contains(family) && !families.contains(family)
      ? !numberFamilies.isEmpty : families.contains(family)
    guard isKnown else { return .words }
    return .missingRequirement(id: id)
  }
}
