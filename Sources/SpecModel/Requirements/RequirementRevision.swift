import Diagnostics

/// What only shows once all requirements of a document are read: parts, restatements, expectations.
struct RequirementRevision {
  let bytes: ByteView
  private(set) var requirements: [Requirement]

  init(bytes: ByteView, requirements: [Requirement]) {
    self.bytes = bytes
    self.requirements = requirements
  }

  mutating func revise() {
    attachLooseCriteria()
    dropRestatements()
    extendBlocks()
    decideExpectations()
  }

  /// Criteria that stand in a part of their own go to the requirement whose number they bear.
  private mutating func attachLooseCriteria() {
    guard requirements.contains(where: Self.isLoose) else { return }
    var byKey: [RequirementKey: Int] = [:]
    for (index, requirement) in requirements.enumerated() where !Self.isLoose(requirement) {
      let key = RequirementKey(requirement.id).numbers
      if byKey[key] == nil { byKey[key] = index }
    }
    // A table beside criteria that stand elsewhere only speaks of them.
    let hasCriteria = requirements.map { !$0.criteria.isEmpty }
    var removed: Set<Int> = []
    for (index, requirement) in requirements.enumerated() {
      guard Self.isLoose(requirement), let parent = RequirementKey(requirement.id).numbers.parent,
        let target = byKey[parent],
        requirement.form != .tableRow || !hasCriteria[target]
      else { continue }
      requirements[target].criteria.append(
        Criterion(
          id: requirement.id, position: requirements[target].criteria.count + 1,
          writtenNumber: CriterionList.lastNumber(requirement.id), idRange: requirement.idRange,
          textRange: words(of: requirement)))
      removed.insert(index)
    }
    remove(removed)
  }

  /// What a criterion says that was taken for a requirement.
  private func words(of requirement: Requirement) -> Range<Offset> {
    let start = requirement.titleRange.lowerBound
    let end = max(requirement.block.upperBound, requirement.titleRange.upperBound)
    guard requirement.form == .tableRow else { return start..<end }
    let cell = bytes.cellOfWords(in: start.utf8..<max(requirement.range.upperBound, start).utf8)
    return Range(cell.lowerBound, cell.upperBound)
  }

  /// Whether a requirement is a criterion that stands outside any requirement.
  static func isLoose(_ requirement: Requirement) -> Bool {
    requirement.isSecondary && requirement.criteria.isEmpty
      && requirement.id.utf8.starts(with: "AC".utf8)
  }

  /// A deeper heading with the id of one that has criteria, and none itself, only speaks of that
  /// one: a matrix of coverage repeats the headings.
  private mutating func dropRestatements() {
    var first: [String: Int] = [:]
    first.reserveCapacity(requirements.count)
    var removed: Set<Int> = []
    for index in requirements.indices where requirements[index].form == .heading {
      let id = requirements[index].id
      guard let earlier = first[id] else {
        first[id] = index
        continue
      }
      let requirement = requirements[index]
      guard requirement.criteria.isEmpty, !requirements[earlier].criteria.isEmpty,
        Self.level(of: requirement, in: bytes) > Self.level(of: requirements[earlier], in: bytes)
      else { continue }
      requirements[earlier].aliases += requirement.aliases
      removed.insert(index)
    }
    remove(removed)
  }

  /// Removes requirements by index, and keeps the indices of parents right.
  private mutating func remove(_ removed: Set<Int>) {
    guard !removed.isEmpty else { return }
    var newIndex: [Int: Int] = [:]
    var kept: [Requirement] = []
    for index in requirements.indices where !removed.contains(index) {
      newIndex[index] = kept.count
      kept.append(requirements[index])
    }
    for index in kept.indices { kept[index].parent = kept[index].parent.flatMap { newIndex[$0] } }
    requirements = kept
  }

  /// What belongs to a part belongs to the whole.
  private mutating func extendBlocks() {
    for index in requirements.indices.reversed() {
      guard let parent = requirements[index].parent else { continue }
      let outer = requirements[parent].block
      let end = max(outer.upperBound, requirements[index].block.upperBound)
      requirements[parent].block = outer.lowerBound..<end
    }
  }

  /// A missing criterion is a fault only where most of the same letters have criteria, and not
  /// above parts that have them in its place.
  private mutating func decideExpectations() {
    var counts: [String: (all: Int, met: Int)] = [:]
    let isComplete = !requirements.contains { $0.expectsCriteria && $0.criteria.isEmpty }
    if isComplete { return }
    for index in requirements.indices where requirements[index].expectsCriteria {
      guard !requirements[index].isSecondary else { continue }
      let isMet = !requirements[index].criteria.isEmpty
      counts[letters(requirements[index].id), default: (0, 0)].all += 1
      if isMet { counts[letters(requirements[index].id), default: (0, 0)].met += 1 }
    }
    for index in requirements.indices where requirements[index].expectsCriteria {
      guard requirements[index].criteria.isEmpty else { continue }
      let count = counts[letters(requirements[index].id)] ?? (0, 0)
      if requirements[index].isSecondary || count.met * 2 < count.all {
        requirements[index].expectsCriteria = false
      }
    }
  }

  private func letters(_ id: String) -> String {
    String(id.prefix { !$0.isNumber })
  }

  /// The level of a requirement that is a heading.
  static func level(of requirement: Requirement, in bytes: ByteView) -> Int {
    var level = 0
    var position = requirement.range.lowerBound.utf8
    while position < bytes.count, bytes[position] == UInt8(ascii: "#") {
      (level, position) = (level + 1, position + 1)
    }
    return level
  }
}
