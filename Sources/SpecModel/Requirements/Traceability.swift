/// What the tasks of a feature refer to, and which requirements that covers.
package struct Traceability: Sendable {
  /// One reference of a task and what it leads to.
  package struct Link: Sendable {
    /// The index in ``TasksDocument/tasks``.
    package var task: Int
    package var reference: Reference
    package var resolution: RequirementIndex.Resolution
  }

  /// The references of tasks that do not plainly name what there is, in document order: few, and the
  /// only ones about which anything is to be said.
  package private(set) var oddLinks: [Link] = []
  /// Whether a task refers to `All`.
  package private(set) var coversAll = false
  /// Whether any task refers to a requirement, so that coverage can be asked about.
  package private(set) var hasReferences = false

  private var coveredRequirements: [Bool]
  private var coveredCriteria: [[Bool]]

  /// The index must be that of the same requirements.
  package init(
    _ tasks: TasksDocument, _ requirements: RequirementsDocument, _ index: RequirementIndex
  ) {
    coveredRequirements = Array(repeating: false, count: requirements.requirements.count)
    coveredCriteria = requirements.requirements.map {
      Array(repeating: false, count: $0.criteria.count)
    }
    for task in tasks.tasks.indices {
      for reference in tasks.tasks[task].requirements {
        switch index.resolvePlain(reference) {
        case .requirement(let found)?: cover(found, requirements)
        case .criterion(let place)?: cover(place, requirements)
        case nil:
          let resolution = index.resolve(reference)
          cover(resolution, requirements)
          guard resolution.isOdd(for: reference) else { continue }
          oddLinks.append(Link(task: task, reference: reference, resolution: resolution))
        }
      }
    }
  }

  /// Whether a task refers to the requirement at an index, a criterion of it or a part of it.
  package func covers(requirement: Int) -> Bool {
    coversAll || coveredRequirements[requirement]
  }

  /// Whether a task refers to the criterion at an index, or to the whole of its requirement.
  package func covers(requirement: Int, criterion: Int) -> Bool {
    coversAll || coveredCriteria[requirement][criterion]
  }

  private mutating func cover(
    _ resolution: RequirementIndex.Resolution, _ document: RequirementsDocument
  ) {
    switch resolution {
    case .all:
      coversAll = true
      hasReferences = true
    case .requirements(let indices):
      hasReferences = true
      for index in indices { cover(index, document) }
    case .criteria(let places):
      hasReferences = true
      for place in places { cover(place, document) }
    case .nothing, .words, .missingRequirement, .missingCriterion:
      break
    }
  }

  private mutating func cover(_ requirement: Int, _ document: RequirementsDocument) {
    hasReferences = true
    coverAncestors(requirement, document)
    for criterion in coveredCriteria[requirement].indices {
      coveredCriteria[requirement][criterion] = true
    }
  }

  private mutating func cover(
    _ place: RequirementIndex.CriterionPlace, _ document: RequirementsDocument
  ) {
    hasReferences = true
    coverAncestors(place.requirement, document)
    coveredCriteria[place.requirement][place.criterion] = true
  }

  private mutating func coverAncestors(_ index: Int, _ document: RequirementsDocument) {
    var next: Int? = index
    while let current = next, !coveredRequirements[current] {
      coveredRequirements[current] = true
      next = document.requirements[current].parent
    }
  }
}

extension RequirementIndex.Resolution {
  /// Whether there may be something to say about a reference that leads here.
  package func isOdd(for reference: Reference) -> Bool {
    switch self {
    case .criteria: return false
    case .requirements:
      // The whole of a requirement may have been cited as `1.0`.
      guard case .identifier(let id) = reference.kind else { return false }
      return id.utf8.last == UInt8(ascii: "0")
    case .all, .nothing, .words, .missingRequirement, .missingCriterion: return true
    }
  }
}
