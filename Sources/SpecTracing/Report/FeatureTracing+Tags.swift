import Diagnostics
import SpecModel

extension FeatureTracing {
  /// What a tag leads to, or why it leads to nothing.
  enum Resolution {
    case targets([TraceTarget])
    case unknown(message: String, help: String?)
  }

  /// What an id of a tag means in this feature.
  mutating func resolve(_ id: String) -> Resolution {
    if let name = id.dropping("task-") {
      if let task = tasks?.task(name) { return .targets([.task(task)]) }
      return .unknown(
        message: "feature '\(self.name)' has no task '\(name)'",
        help: nearTask(name).map { "did you mean 'task-\($0)'?" })
    }
    let id = id.dropping("criterion-") ?? id.dropping("requirement-") ?? id
    if index == nil, hasRequirements { return resolveSlug(id) }
    guard let index else {
      if let task = lettered(id) { return .targets([.task(task)]) }
      return .unknown(
        message: "feature '\(name)' has no requirements",
        help: tasks?.task(id).map { _ in "a task is meant by 'task-\(id)'" })
    }
    if let story = story(id) { return .targets([story]) }
    let resolution = index.resolve(Reference(.identifier(id), at: Range(0, 0)))
    switch resolution {
    case .requirements, .criteria:
      // What does not count cannot be proved either.
      return .targets(Self.targets(resolution).filter { isCounted($0) })
    case .all, .nothing, .words, .missingRequirement, .missingCriterion: break
    }
    if let task = lettered(id) { return .targets([.task(task)]) }
    switch resolution {
    case .missingRequirement:
      return .unknown(
        message: "feature '\(name)' has no requirement '\(id)'",
        help: nearRequirement(id).map { "did you mean '\($0)'?" })
    case .missingCriterion(let requirement, _, let count):
      let owner = traced.allRequirements[requirement].id
      let number = count == 1 ? "one criterion" : "\(count) criteria"
      return .unknown(
        message: "requirement '\(owner)' of feature '\(name)' has no criterion '\(id)'",
        help: tasks?.task(id) != nil
          ? "a task is meant by 'task-\(id)'"
          : count == 0 ? "it has no criteria" : "it has \(number)")
    default:
      return .unknown(message: "feature '\(name)' has no requirement '\(id)'", help: nil)
    }
  }

  private func isCounted(_ target: TraceTarget) -> Bool {
    switch target {
    case .requirement(let number), .criterion(let number, _):
      traced.allRequirements[number].isCounted
    case .task: true
    }
  }

  /// A task whose id cannot be that of a criterion: `T001`.
  private func lettered(_ id: String) -> Int? {
    id.utf8.first.map { (0x41...0x5A).contains($0 & ~0x20) } ?? false ? tasks?.task(id) : nil
  }

  /// `US1`, `US-1` and `US1.2` of Spec Kit.
  private func story(_ id: String) -> TraceTarget? {
    guard !stories.isEmpty, id.uppercased().hasPrefix("US") else { return nil }
    let numbers = id.dropFirst(2).drop { $0 == "-" }.split(separator: ".")
    guard let first = numbers.first.flatMap({ Int($0) }), let story = stories[first],
      numbers.count <= 2
    else { return nil }
    guard numbers.count == 2 else { return .requirement(story) }
    guard let scenario = Int(numbers[1]),
      (1...max(1, traced.allRequirements[story].criteria.count)).contains(scenario),
      !traced.allRequirements[story].criteria.isEmpty
    else { return nil }
    return .criterion(story, scenario - 1)
  }

  private mutating func resolveSlug(_ id: String) -> Resolution {
    if let requirement = slugs[id] { return .targets([.requirement(requirement)]) }
    if let dot = id.lastIndex(of: "."), let requirement = slugs[String(id[..<dot])],
      let number = Int(id[id.index(after: dot)...])
    {
      let count = traced.allRequirements[requirement].criteria.count
      if (1...max(count, 1)).contains(number), count > 0 {
        return .targets([.criterion(requirement, number - 1)])
      }
      return .unknown(
        message: "'\(id[..<dot])' has no scenario \(number)", help: "it has \(count)")
    }
    return .unknown(
      message: "capability '\(name)' has no requirement '\(id)'",
      help: nearRequirement(id).map { "did you mean '\($0)'?" })
  }

  private mutating func nearTask(_ name: String) -> String? {
    var search = taskSearch ?? NearMissSearch(traced.tasks.lazy.map(\.id))
    defer { taskSearch = search }
    return search.nearMiss(to: name)
  }

  private mutating func nearRequirement(_ id: String) -> String? {
    var search = requirementSearch ?? NearMissSearch(traced.allRequirements.lazy.map(\.id))
    defer { requirementSearch = search }
    return search.nearMiss(to: id)
  }
}

extension String {
  /// What follows a prefix; `nil` without it or with nothing behind it.
  fileprivate func dropping(_ prefix: String) -> String? {
    guard hasPrefix(prefix), utf8.count > prefix.utf8.count else { return nil }
    return String(dropFirst(prefix.count))
  }
}
