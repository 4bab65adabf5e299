/// Which steps of two plans are the same.
///
/// A task is itself under its id when its title is the same, else under a new id when its feature has
/// one task of that title before and after, else under its id with a new title. Looking from the other
/// plan gives the same pairs.
struct StepMatching {
  /// The positions in both plans, in the order of the new one.
  private(set) var pairs: [(old: Int, new: Int)] = []
  /// Positions in the new plan.
  private(set) var added: [Int] = []
  /// Positions in the old plan.
  private(set) var removed: [Int] = []
  /// What steps of the old plan are called where their ids mean something else now, by their old ids.
  private(set) var names: [String: String] = [:]

  private let old: PlanSummary
  private let new: PlanSummary
  /// For each step of the new plan the one of the old.
  private var partners: [Int?]
  private var isTaken: [Bool]

  init(_ old: PlanSummary, _ new: PlanSummary) {
    self.old = old
    self.new = new
    partners = Array(repeating: nil, count: new.steps.count)
    isTaken = Array(repeating: false, count: old.steps.count)
    matchTasks()
    nameFormerTasks()
    matchOthers()
    for (place, partner) in partners.enumerated() {
      if let partner { pairs.append((partner, place)) } else { added.append(place) }
    }
    removed = isTaken.indices.filter { !isTaken[$0] }
  }

  private mutating func match(_ oldPlace: Int, _ newPlace: Int) {
    partners[newPlace] = oldPlace
    isTaken[oldPlace] = true
    let (before, after) = (old.steps[oldPlace].id, new.steps[newPlace].id)
    if before != after { names[before] = after }
  }

  private mutating func matchTasks() {
    var places: [String: Int] = [:]
    for (place, step) in old.steps.enumerated() where step.kind == .task { places[step.id] = place }
    for (place, step) in new.steps.enumerated() where step.kind == .task {
      guard let other = places[step.id], old.steps[other].title == step.title else { continue }
      match(other, place)
    }
    let before = Self.places(old, without: isTaken, new.settledTasks)
    let after = Self.places(new, without: partners.map { $0 != nil }, old.settledTasks)
    for (place, step) in new.steps.enumerated() where step.kind == .task {
      let name = Name(feature: step.feature, title: step.title)
      if case .one(let other) = before[name], case .one(place) = after[name] {
        match(other, place)
      }
    }
    for (place, step) in new.steps.enumerated() where step.kind == .task {
      guard partners[place] == nil, let other = places[step.id], !isTaken[other] else { continue }
      match(other, place)
    }
  }

  private struct Name: Hashable {
    var feature: String
    var title: String
  }

  private enum Places {
    case one(Int)
    case several
  }

  /// Where the tasks that have no partner yet stand, by name; those that one plan calls settled have none.
  private static func places(
    _ plan: PlanSummary, without taken: [Bool], _ settled: Set<String>
  ) -> [Name: Places] {
    var places: [Name: Places] = [:]
    for (place, step) in plan.steps.enumerated()
    where step.kind == .task && !taken[place] && !settled.contains(step.id) {
      let name = Name(feature: step.feature, title: step.title)
      places[name] = places[name] == nil ? .one(place) : .several
    }
    return places
  }

  /// Keeps former tasks apart from those that have their ids now.
  private mutating func nameFormerTasks() {
    let ids = Set(new.steps.lazy.filter { $0.kind == .task }.map(\.id))
    for (place, step) in old.steps.enumerated()
    where step.kind == .task && !isTaken[place] && ids.contains(step.id) {
      names[step.id] = "\(step.id) (before)"
    }
  }

  /// Steps around tasks follow their tasks.
  private mutating func matchOthers() {
    var places: [String: Int] = [:]
    for (place, step) in old.steps.enumerated() where step.kind != .task {
      let name = id(of: step)
      places[name] = place
      if name != step.id { names[step.id] = name }
    }
    for (place, step) in new.steps.enumerated() where step.kind != .task {
      guard let other = places[step.id], !isTaken[other] else { continue }
      match(other, place)
    }
  }

  /// What the new plan would call a step of the old that is no task.
  private func id(of step: PlanSummary.Step) -> String {
    guard let task = step.reviewedTask, let name = names[task] else { return step.id }
    return name + step.id.dropFirst(task.count)
  }
}

extension PlanSummary.Step {
  /// The id of the task that a review looks at.
  package var reviewedTask: String? {
    guard kind == .review else { return nil }
    let mark = "/@review/"
    return id.ranges(of: mark).first.map { String(id[..<$0.lowerBound]) }
  }
}
