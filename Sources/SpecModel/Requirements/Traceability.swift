/// What the tasks of a feature refer to, and which requirements that covers.
package struct Traceability: Sendable {
  /// One reference of a task and what it leads to.
  package struct Link: Sendable {
    package var task: Int
    package var reference: Reference
    package var resolution: RequirementIndex.Resolution
  }

  /// Every requirement reference of every task, in document order.
  package private(set) var links: [Link] = []
  /// Whether a task refers to `All`.
  package private(set) var coversAll = false
  /// Whether any task refers to a requirement, so that coverage can be asked about.
  package private(set) var hasReferences = false

  private var coveredRequirements: [Bool]
  private var coveredCriteria: [[Bool]]

  package init(
    _ tasks: TasksDocument, _ requirements: RequirementsDocument, _ index: RequirementIndex
  ) {
    coveredRequirements = Array(repeating: false, count: requirements.requirements.count)
    coveredCriteria = requirements.requirements.map {
      Array(repeating: false, count: $0.criteria.count)
    }
    for (task, item) in tasks.tasks.enumerated() {
      for reference in item.requirements {
        let resolution = index.resolve(reference)
        links.append(Link(task: task, reference: reference, resolution: resolution))
        cover(resolution, requirements)
      }
    }
  }

  package func covers(requirement: Int) -> Bool {
    coversAll || coveredRequirements[requirement]
  }

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
      for index in indices {
        coverAncestors(index, document)
        for criterion in coveredCriteria[index].indices { coveredCriteria[index][criterion] = true }
      }
    case .criteria(let places):
      hasReferences = true
      for place in places {
        coverAncestors(place.requirement, document)
        coveredCriteria[place.requirement][place.criterion] = true
      }
    case .nothing, .words, .missingRequirement, .missingCriterion:
      break
    }
  }

  private mutating func coverAncestors(_ index: Int, _ document: RequirementsDocument) {
    var next: Int? = index
    while let current = next, !coveredRequirements[current] {
      coveredRequirements[current] = true
      next = document.requirements[current].parent
    }
  }
}
