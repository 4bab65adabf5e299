/// Decides which candidates are requirements, of which kind.
///
/// A number in a heading counts only where the document has no better ids; stories, tests and
/// risks count as requirements proper only where nothing else does.
struct RequirementChoice {
  enum Role: Equatable {
    case requirement, secondary, criterion, nothing
  }

  private(set) var roles: [Role]

  init(_ candidates: [RequirementCandidate]) {
    roles = Array(repeating: .nothing, count: candidates.count)
    guard !candidates.isEmpty else { return }
    var hasFunctional = false
    var hasFunctionalBlock = false
    var hasProper = false
    var countByFamily: [String: Int] = [:]
    for candidate in candidates where !candidate.isInSecondarySection {
      countByFamily[candidate.family.name, default: 0] += 1
      switch candidate.family.role {
      case .functional:
        (hasFunctional, hasProper) = (true, true)
        if Self.isBlock(candidate) { hasFunctionalBlock = true }
      case .story, .quality: hasProper = true
      default: break
      }
    }
    let numbers = hasFunctionalBlock ? [] : Self.numberedLevels(candidates)
    var around: RequirementCandidate?
    for (index, candidate) in candidates.enumerated() {
      let isBlock = Self.isBlock(candidate)
      if candidate.form == .heading, candidate.family.role == .functional { around = candidate }
      let proper: Role = candidate.isInSecondarySection ? .secondary : .requirement
      switch candidate.family.role {
      case .functional:
        roles[index] = isBlock || !hasFunctionalBlock ? proper : .secondary
      case .quality:
        roles[index] = isBlock ? proper : .secondary
      case .story:
        roles[index] = hasFunctional || !isBlock && !candidates.isEmpty ? .secondary : proper
      case .criterion:
        roles[index] = .criterion
      case .secondary:
        roles[index] = .secondary
      case .unknown:
        let count = countByFamily[candidate.family.name] ?? 0
        if isBlock, !hasProper, count > 1 {
          roles[index] = proper
        } else if isBlock || count > 1 {
          roles[index] = .secondary
        }
      case .number:
        roles[index] =
          hasFunctionalBlock && !candidate.hasEvidence && !Self.isPart(candidate, of: around)
          ? .nothing : number(candidate, levels: numbers, hasProper: hasProper)
      }
    }
    dropRestatements(candidates)
  }

  private static func isBlock(_ candidate: RequirementCandidate) -> Bool {
    candidate.form == .heading || candidate.form == .paragraph
  }

  /// Whether a numbered heading such as `#### 2.1 Title` stands below `### Requirement 2`.
  private static func isPart(
    _ candidate: RequirementCandidate, of requirement: RequirementCandidate?
  ) -> Bool {
    guard let requirement, candidate.depth > requirement.depth else { return false }
    let own = RequirementKey(requirement.id).numbers
    return RequirementKey(candidate.id).parent == own
  }

  // MARK: Numbers

  /// The heading levels on which numbered headings are mostly followed by a story or criteria.
  private static func numberedLevels(_ candidates: [RequirementCandidate]) -> Set<Int> {
    var counts: [Int: (all: Int, evident: Int)] = [:]
    for candidate in candidates where candidate.family.role == .number {
      counts[candidate.depth, default: (0, 0)].all += 1
      if candidate.hasEvidence { counts[candidate.depth, default: (0, 0)].evident += 1 }
    }
    return Set(counts.lazy.filter { $0.value.evident * 2 >= $0.value.all }.map(\.key))
  }

  private func number(
    _ candidate: RequirementCandidate, levels: Set<Int>, hasProper: Bool
  ) -> Role {
    if candidate.hasEvidence, !hasProper || levels.contains(candidate.depth) {
      return candidate.isInSecondarySection ? .secondary : .requirement
    }
    return .secondary
  }

  // MARK: Restatements

  /// A bullet or row that names an id which a heading or paragraph defines only speaks of it.
  private mutating func dropRestatements(_ candidates: [RequirementCandidate]) {
    guard candidates.contains(where: { $0.form != .heading }) else { return }
    var strongest: [String: Int] = [:]
    strongest.reserveCapacity(candidates.count)
    for (index, candidate) in candidates.enumerated() where roles[index] != .nothing {
      let rank = Self.rank(candidate.form)
      strongest[candidate.id] = max(strongest[candidate.id] ?? 0, rank)
    }
    var seenWeak: Set<String> = []
    for (index, candidate) in candidates.enumerated() where roles[index] != .nothing {
      let rank = Self.rank(candidate.form)
      if rank < strongest[candidate.id] ?? 0 {
        roles[index] = .nothing
      } else if candidate.form == .tableRow, !seenWeak.insert(candidate.id).inserted {
        roles[index] = .nothing
      }
    }
  }

  private static func rank(_ form: Requirement.Form) -> Int {
    switch form {
    case .heading: 4
    case .paragraph: 3
    case .bullet: 2
    case .tableRow: 1
    }
  }
}
