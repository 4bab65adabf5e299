import SpecModel
import SpecPlanning

/// What is different between two plans, in sentences by section: the part that text and Markdown share.
///
/// Changes of many steps that are the same are one item.
struct DifferenceOutline {
  struct Section {
    var title: String
    var items: [Item]
  }

  struct Item {
    var kind: ChangeKind
    var text: String
  }

  /// The tasks in numbers and the length of the whole; empty where nothing of that differs.
  let headline: String
  /// Those that have items.
  private(set) var sections: [Section] = []

  /// The most steps that one item names.
  private static let namedSteps = 4

  init(_ difference: PlanDifference) {
    headline = Self.headline(difference)
    add("Options", difference.settings.map(Self.item))
    add("Files", difference.inputs.map { Item(kind: $0.kind, text: $0.path) })
    add("Tasks", Self.tasks(difference))
    add(
      "Agents",
      Self.grouped(difference.changed.lazy.filter { $0.differs(.agent) }) { change in
        "\(change.after.agent ?? "nobody") instead of \(change.before.agent ?? "nobody")"
      })
    add("Waits", Self.waits(difference))
    add(
      "Waves",
      Self.grouped(difference.changed.lazy.filter { $0.differs(.wave) }) { change in
        Self.move((change.after.wave ?? 0) - (change.before.wave ?? 0))
      })
    add("Details", Self.details(difference.changed))
    add("Around the tasks", Self.steps(difference))
    add("Schedule", difference.figures.map(Self.figures) ?? [])
    add("Findings", difference.findings.map { Item(kind: $0.kind, text: $0.remark.message) })
  }

  private mutating func add(_ title: String, _ items: [Item]) {
    if !items.isEmpty { sections.append(Section(title: title, items: items)) }
  }

  /// How many items of each section are told, at least one of each.
  ///
  /// Sections get what they have as long as all can have as much, and the rest of the limit goes to those
  /// that have more.
  func shares(of limit: Int) -> [Int] {
    let counts = sections.map(\.items.count)
    var shares = [Int](repeating: 0, count: counts.count)
    var left = max(limit, counts.count)
    while left > 0 {
      let hungry = counts.indices.filter { shares[$0] < counts[$0] }
      guard !hungry.isEmpty else { break }
      let each = max(left / hungry.count, 1)
      for section in hungry.prefix(left) {
        let taken = min(each, counts[section] - shares[section])
        shares[section] += taken
        left -= taken
      }
    }
    return shares
  }

  private static func headline(_ difference: PlanDifference) -> String {
    let counts = [
      (difference.added.filter { $0.kind == .task }.count, "added"),
      (difference.removed.filter { $0.kind == .task }.count, "removed"),
      (difference.done.count, "done"), (difference.reopened.count, "open again"),
    ]
    var parts: [String] = []
    for (count, what) in counts where count > 0 {
      let noun = parts.isEmpty ? count == 1 ? " task" : " tasks" : ""
      parts.append("\(count)\(noun) \(what)")
    }
    if let figures = difference.figures, figures.before.makespan != figures.after.makespan {
      parts.append(
        "\(TimeSpan.text(figures.after.makespan)) instead of "
          + TimeSpan.text(figures.before.makespan))
    }
    return parts.joined(separator: ", ")
  }

  private static func item(_ change: SettingChange) -> Item {
    let name =
      switch change.name {
      case .order: "order"
      case .confidence: "least confidence of inferred waits"
      case .features: "features"
      case .optional: "optional tasks"
      case .done: "finished tasks"
      case .limit(let limit): "at once of \(limit)"
      }
    let absent =
      switch change.name {
      case .features: "all"
      case .limit: "no limit"
      case .order, .confidence, .optional, .done: "none"
      }
    return Item(
      kind: .changed, text: "\(name): \(change.after ?? absent), was \(change.before ?? absent)")
  }

  // MARK: Tasks

  private static func tasks(_ difference: PlanDifference) -> [Item] {
    var items = difference.done.map { Item(kind: .changed, text: "\(named($0)): done") }
    items += difference.reopened.map { Item(kind: .changed, text: "\(named($0)): open again") }
    for step in difference.added where step.kind == .task {
      let place = step.wave.map { "wave \($0), " } ?? ""
      items.append(
        Item(kind: .added, text: "\(named(step)) (\(place)\(step.agent ?? "nobody"))"))
    }
    items += difference.removed.filter { $0.kind == .task }
      .map { Item(kind: .removed, text: named($0)) }
    for change in difference.changed where change.after.kind == .task {
      if change.differs(.title) {
        items.append(
          Item(kind: .changed, text: "\(named(change.after)), was '\(change.before.title)'"))
      } else if change.differs(.id) {
        items.append(Item(kind: .changed, text: "\(named(change.after)), was \(change.before.id)"))
      }
    }
    return items
  }

  private static func named(_ step: PlanSummary.Step) -> String { "\(step.id) \(step.title)" }

  private static func move(_ waves: Int) -> String {
    "\(abs(waves)) \(abs(waves) == 1 ? "wave" : "waves") \(waves > 0 ? "later" : "earlier")"
  }

  // MARK: Waits

  /// What waits for several things for one reason is one item; waits of new and former steps come last.
  private static func waits(_ difference: PlanDifference) -> [Item] {
    struct Key: Hashable {
      var after: String
      var kind: ChangeKind
      var reason: EdgeReason
      var reasonBefore: EdgeReason?
    }
    let ends = difference.added + difference.removed + difference.done + difference.reopened
    let others = Set(ends.lazy.map(\.id))
    var groups = Groups<Key>()
    var followers = Groups<Key>()
    for change in difference.waits {
      let key = Key(
        after: change.wait.after, kind: change.kind, reason: change.wait.reason,
        reasonBefore: change.reasonBefore)
      if others.contains(change.wait.before) || others.contains(change.wait.after) {
        followers.add(phrase(change.wait.before), to: key)
      } else {
        groups.add(phrase(change.wait.before), to: key)
      }
    }
    return (groups.entries + followers.entries).map { key, names in
      let was = key.reasonBefore.map { ", was \($0.rawValue)" } ?? ""
      let verb = key.kind == .removed ? "waited" : "waits"
      return Item(
        kind: key.kind,
        text: "\(phrase(key.after)) \(verb) for \(list(names)): \(key.reason.rawValue)\(was)")
    }
  }

  /// What people call a step or a milestone.
  private static func phrase(_ id: String) -> String {
    if id.hasPrefix("@layer-") { return "layer \(id.dropFirst(7))" }
    guard let mark = id.ranges(of: "/@").first else { return id }
    let owner = id[..<mark.lowerBound]
    switch id[mark.upperBound...].split(separator: "/").first {
    case "start", "implemented", "verified": return String(owner)
    case let kind?: return "the \(kind) of \(owner)"
    case nil: return id
    }
  }

  // MARK: Other steps

  private static func steps(_ difference: PlanDifference) -> [Item] {
    let tasks = Set(
      (difference.added + difference.removed + difference.done + difference.reopened).lazy
        .filter { $0.kind == .task }.map(\.id))
    func items(_ steps: [PlanSummary.Step], _ kind: ChangeKind) -> [Item] {
      var groups = Groups<String>()
      for step in steps where step.kind != .task {
        if let task = step.reviewedTask, tasks.contains(task) { continue }
        groups.add(
          step.reviewedTask ?? step.feature,
          to: "\(step.kind.rawValue) by \(step.agent ?? "nobody")")
      }
      return groups.entries.map { Item(kind: kind, text: "\($0): \(list($1))") }
    }
    return items(difference.added, .added) + items(difference.removed, .removed)
  }

  private static func details(_ changes: [StepChange]) -> [Item] {
    StepChange.Field.allCases.flatMap { field -> [Item] in
      guard ![.id, .title, .wave, .agent].contains(field) else { return [] }
      // Another agent has its own role.
      let own = changes.lazy.filter { $0.differs(field) && !(field == .role && $0.differs(.agent)) }
      return grouped(own) { change in
        let values = (before: change.before.text(of: field), after: change.after.text(of: field))
        return "\(field.rawValue) \(values.after), was \(values.before)"
      }
    }
  }

  private static func figures(_ change: FigureChange) -> [Item] {
    var items: [Item] = []
    func compare(_ name: String, _ seconds: KeyPath<PlanSummary.Figures, Int>) {
      let (before, after) = (change.before[keyPath: seconds], change.after[keyPath: seconds])
      guard before != after else { return }
      items.append(
        Item(kind: .changed, text: "\(name) \(TimeSpan.text(after)), was \(TimeSpan.text(before))"))
    }
    compare("from start to end", \.makespan)
    compare("at least", \.lowerBound)
    compare("critical path", \.criticalPath)
    let (before, after) = (change.before.missedDeadlines, change.after.missedDeadlines)
    items += after.filter { !before.contains($0) }.map {
      Item(kind: .added, text: "\($0 ?? "the plan") misses its deadline")
    }
    items += before.filter { !after.contains($0) }.map {
      Item(kind: .removed, text: "\($0 ?? "the plan") missed its deadline")
    }
    return items
  }

  // MARK: Groups

  /// Steps that change alike, with what they change as the start of the item.
  private static func grouped(
    _ changes: some Sequence<StepChange>, by words: (StepChange) -> String
  ) -> [Item] {
    var groups = Groups<String>()
    for change in changes { groups.add(change.after.id, to: words(change)) }
    return groups.entries.map { Item(kind: .changed, text: "\($0): \(list($1))") }
  }

  private static func list(_ names: [String]) -> String {
    guard names.count > namedSteps + 1 else { return names.joined(separator: ", ") }
    return names.prefix(namedSteps).joined(separator: ", ")
      + " and \(names.count - namedSteps) more"
  }

  /// Names by key, the keys in the order of their first names.
  private struct Groups<Key: Hashable> {
    private(set) var entries: [(Key, [String])] = []
    private var places: [Key: Int] = [:]

    mutating func add(_ name: String, to key: Key) {
      if let place = places[key] {
        entries[place].1.append(name)
      } else {
        places[key] = entries.count
        entries.append((key, [name]))
      }
    }
  }
}

extension PlanSummary.Step {
  /// What a detail of the step is, for people.
  fileprivate func text(of field: StepChange.Field) -> String {
    switch field {
    case .id: id
    case .title: title
    case .wave: wave.map(String.init) ?? "none"
    case .agent: agent ?? "nobody"
    case .role: role.rawValue
    case .priority: priority.rawValue
    case .blocking: isBlocking ? "yes" : "no"
    case .timeout: TimeSpan.text(timeoutSeconds)
    case .duration: TimeSpan.text(durationSeconds) + (isEstimated ? " (estimate)" : "")
    case .requirements: requirements.isEmpty ? "none" : requirements.joined(separator: " ")
    case .files: files.isEmpty ? "none" : files.joined(separator: " ")
    }
  }
}
