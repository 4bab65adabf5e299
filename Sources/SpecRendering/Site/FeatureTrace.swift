import Diagnostics
import SpecModel

/// Which tasks and parts of the design are for which requirements and criteria of a feature.
struct FeatureTrace: Sendable {
  /// A requirement, or a criterion of one, by their numbers.
  struct Target: Hashable, Sendable {
    var requirement: Int
    /// `nil` for the requirement as a whole.
    var criterion: Int?
  }

  /// For each requirement the tasks that name it or a criterion of it, in the order of the document.
  private(set) var tasksOfRequirement: [[Int]] = []
  /// For each requirement and criterion the tasks that are for it, those for the whole included.
  private(set) var tasksOfCriterion: [[[Int]]] = []
  /// For each requirement the headings of the design's parts that name it.
  private(set) var designOfRequirement: [[Int]] = []
  /// What each reference of tasks and design leads to first, by where it stands.
  private(set) var taskLinks: [(range: Range<Int>, target: Target)] = []
  private(set) var designLinks: [(range: Range<Int>, target: Target)] = []
  /// The tasks that are for everything.
  private(set) var tasksForAll: [Int] = []
  /// For each task the requirements and criteria it is for.
  private(set) var targetsOfTask: [[Target]] = []

  /// Whether any task says what it is for.
  var isUsed: Bool { !taskLinks.isEmpty || !tasksForAll.isEmpty }

  /// More links than these are not followed: a list of ranges can name each requirement in each task.
  private static let linkLimit = 500_000

  init(_ feature: Feature) {
    targetsOfTask = Array(repeating: [], count: feature.tasks?.tasks.count ?? 0)
    guard let document = feature.requirements, !document.requirements.isEmpty else { return }
    let index = RequirementIndex(document)
    tasksOfRequirement = document.requirements.map { _ in [] }
    tasksOfCriterion = document.requirements.map { $0.criteria.map { _ in [] } }
    designOfRequirement = document.requirements.map { _ in [] }
    if let tasks = feature.tasks { addTasks(tasks, index, document) }
    if let design = feature.design { addDesign(design, index, document) }
  }

  private mutating func addTasks(
    _ tasks: TasksDocument, _ index: RequirementIndex, _ document: RequirementsDocument
  ) {
    var left = Self.linkLimit
    for task in tasks.tasks.indices {
      var seen: Set<Target> = []
      for reference in tasks.tasks[task].requirements {
        let resolution = index.resolve(reference)
        if case .all = resolution {
          if tasksForAll.last != task { tasksForAll.append(task) }
          continue
        }
        let targets = Self.targets(resolution)
        if let first = targets.first { taskLinks.append((reference.range.indices, first)) }
        for target in targets.prefix(left) where seen.insert(target).inserted {
          targetsOfTask[task].append(target)
          add(task, for: target)
        }
        left -= min(left, targets.count)
      }
    }
  }

  private mutating func add(_ task: Int, for target: Target) {
    let requirement = target.requirement
    if tasksOfRequirement[requirement].last != task { tasksOfRequirement[requirement].append(task) }
    for criterion in tasksOfCriterion[requirement].indices
    where target.criterion == nil || target.criterion == criterion {
      if tasksOfCriterion[requirement][criterion].last != task {
        tasksOfCriterion[requirement][criterion].append(task)
      }
    }
  }

  private mutating func addDesign(
    _ design: DesignDocument, _ index: RequirementIndex, _ document: RequirementsDocument
  ) {
    let references = (design.mentions + design.properties.flatMap(\.validates))
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    var section = -1
    for reference in references {
      while section + 1 < design.sections.count,
        design.sections[section + 1].title.range.lowerBound <= reference.range.lowerBound
      { section += 1 }
      let targets = Self.targets(index.resolve(reference))
      if let first = targets.first { designLinks.append((reference.range.indices, first)) }
      guard section >= 0 else { continue }
      for target in targets.prefix(64) where designOfRequirement[target.requirement].last != section
      {
        designOfRequirement[target.requirement].append(section)
      }
    }
  }

  private static func targets(_ resolution: RequirementIndex.Resolution) -> [Target] {
    switch resolution {
    case .requirements(let found): found.map { Target(requirement: $0) }
    case .criteria(let places):
      places.map { Target(requirement: $0.requirement, criterion: $0.criterion) }
    case .all, .nothing, .words, .missingRequirement, .missingCriterion: []
    }
  }
}
