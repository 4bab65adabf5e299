import Diagnostics
import SpecModel

/// One feature while its links are gathered.
struct FeatureTracing: Sendable {
  /// What a tag leads to, or why it leads to nothing.
  enum Resolution {
    case targets([TraceTarget])
    case unknown(message: String, help: String?)
  }

  let name: String
  private(set) var traced: TracedFeature
  let hasRequirements: Bool
  /// Leaves that cite nothing, in document order.
  private(set) var untraced: [Int] = []

  private let index: RequirementIndex?
  private let tasks: TaskIndex?
  /// The requirements of OpenSpec by the ids made of their titles.
  private var slugs: [String: Int] = [:]
  /// The user stories of Spec Kit by their numbers.
  private var stories: [Int: Int] = [:]
  /// Whether every leaf of a task is done or dropped.
  private var settled: [Bool] = []
  /// What cites everything.
  private var everything = TraceLinks()
  /// More links than these are not followed: a list of ranges can name each requirement in each task.
  private var linksLeft = 1_000_000

  /// Linear in the documents, near enough.
  init(_ feature: Feature) {
    name = feature.name
    traced = TracedFeature(
      name: feature.name, directory: feature.directory, path: feature.requirements?.path ?? "")
    hasRequirements = feature.requirements != nil
    index = feature.requirements.map { RequirementIndex($0) }
    tasks = feature.tasks.map { TaskIndex($0) }
    if let document = feature.requirements { addRequirements(document, feature) }
    if let document = feature.tasks { addTasks(document, feature) }
    if let design = feature.design { addMentions(design) }
  }

  /// A capability of OpenSpec: its requirements have titles in place of ids, and no task cites them.
  init(_ capability: OpenSpecProject.Capability) {
    name = capability.name
    let path = capability.document.path
    traced = TracedFeature(
      name: capability.name,
      directory: path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "", path: path)
    hasRequirements = true
    index = nil
    tasks = nil
    let text = capability.document.text
    let lines = LineTable(text.bytes)
    func place(_ range: Range<Offset>) -> TracePlace {
      TracePlace(path: path, line: lines.line(of: range.lowerBound) + 1)
    }
    for requirement in capability.document.requirements {
      let id = Slug.of(requirement.title.value)
      guard !id.isEmpty, slugs[id] == nil else { continue }
      slugs[id] = traced.allRequirements.count
      traced.allRequirements.append(
        TracedRequirement(
          id: id, title: requirement.title.value, place: place(requirement.range),
          offset: requirement.range.lowerBound.utf8, links: TraceLinks(),
          criteria: requirement.scenarios.enumerated().map { number, scenario in
            TracedCriterion(
              id: "\(id).\(number + 1)", text: Self.heading(text.text(scenario.range)),
              place: place(scenario.range), offset: scenario.range.lowerBound.utf8,
              links: TraceLinks())
          }))
    }
  }

  /// The words of `#### Scenario: words`.
  private static func heading(_ line: String) -> String {
    let words = line.drop { $0 == "#" || $0 == " " }
    guard let colon = words.firstIndex(of: ":") else { return String(words).oneLineWithoutBold }
    return String(words[words.index(after: colon)...]).oneLineWithoutBold
  }

  // MARK: Documents

  private mutating func addRequirements(_ document: RequirementsDocument, _ feature: Feature) {
    let lines = LineTable(document.text.bytes)
    func place(_ range: Range<Offset>) -> TracePlace {
      TracePlace(path: document.path, line: lines.line(of: range.lowerBound) + 1)
    }
    let cited = citedSecondaries(document, feature)
    let groups = Set(document.requirements.compactMap(\.parent))
    for (number, requirement) in document.requirements.enumerated() {
      traced.allRequirements.append(
        TracedRequirement(
          id: requirement.id, title: requirement.title.oneLineWithoutBold,
          place: place(requirement.range),
          offset: requirement.idRange.lowerBound.utf8, links: TraceLinks(),
          criteria: requirement.criteria.map { criterion in
            TracedCriterion(
              id: criterion.id, text: document.text.text(criterion.textRange).oneLineWithoutBold,
              place: place(criterion.textRange), offset: criterion.idRange.lowerBound.utf8,
              links: TraceLinks())
          }, isGroup: requirement.criteria.isEmpty && groups.contains(number),
          isCounted: !requirement.isSecondary || cited.contains(number)))
    }
    guard feature.layout == .specKit else { return }
    for story in document.text.userStories where stories[story.number] == nil {
      stories[story.number] = traced.allRequirements.count
      traced.allRequirements.append(
        TracedRequirement(
          id: "US\(story.number)", title: Self.storyTitle(document.text.text(story.range)),
          place: place(story.range), offset: story.numberRange.lowerBound.utf8,
          links: TraceLinks(),
          criteria: story.scenarios.enumerated().map { number, scenario in
            let text = document.text.text(scenario.range).oneLineWithoutBold
            let words = text.drop { $0.isNumber || $0 == "." || $0 == "-" || $0 == " " }
            return TracedCriterion(
              id: "US\(story.number).\(number + 1)", text: String(words),
              place: place(scenario.range), offset: scenario.range.lowerBound.utf8,
              links: TraceLinks())
          }))
    }
  }

  /// The words of `### User Story 1 - Sign in (Priority: P1)`.
  private static func storyTitle(_ heading: String) -> String {
    let words = heading.drop { $0 == "#" || $0 == " " }
    let parts = words.split(separator: " - ", maxSplits: 1)
    let title = parts.count == 2 ? parts[1] : words
    let end = title.firstRange(of: "(Priority")?.lowerBound ?? title.endIndex
    return String(title[..<end]).oneLineWithoutBold
  }

  /// Requirements of families that only count where tasks cite them, and are cited.
  private func citedSecondaries(_ document: RequirementsDocument, _ feature: Feature) -> Set<Int> {
    guard let index, let tasks = feature.tasks,
      document.requirements.contains(where: \.isSecondary)
    else { return [] }
    let trace = Traceability(tasks, document, index)
    return Set(
      document.requirements.indices.filter {
        document.requirements[$0].isSecondary && trace.covers(requirement: $0)
      })
  }

  private mutating func addTasks(_ document: TasksDocument, _ feature: Feature) {
    let lines = LineTable(document.text.bytes)
    markSettled(document)
    let labels = feature.layout == .specKit
    var cites = [Bool](repeating: false, count: document.tasks.count)
    for (number, task) in document.tasks.enumerated() {
      traced.tasks.append(
        TracedTask(
          id: task.id, title: task.title.oneLineWithoutBold, state: task.state,
          isSettled: settled[number],
          place: TracePlace(
            path: document.path, line: lines.line(of: task.range.lowerBound) + 1)))
      cites[number] = !task.requirements.isEmpty
      for reference in task.requirements { cite(reference, by: number) }
      guard labels else { continue }
      let isSettled = settled[number]
      for label in task.storyLabels(in: document.text) {
        cites[number] = true
        guard let story = stories[label.number] else { continue }
        change(.requirement(story)) { $0.add(task: number, isSettled: isSettled) }
        traced.tasks[number].targets.append(.requirement(story))
        traced.taskCitations.append(
          TraceCitation(range: label.range.indices, target: .requirement(story)))
      }
    }
    guard hasRequirements, feature.layout.hasRequirements else { return }
    for (number, task) in document.tasks.enumerated() where task.isLeaf {
      var next: Int? = number
      while let current = next, !cites[current] { next = document.tasks[current].parent }
      if next == nil { untraced.append(number) }
    }
  }

  /// A group is settled when all its leaves are.
  private mutating func markSettled(_ document: TasksDocument) {
    settled = [Bool](repeating: true, count: document.tasks.count)
    for (number, task) in document.tasks.enumerated() where task.isLeaf && !task.state.isSettled {
      var next: Int? = number
      while let current = next, settled[current] {
        settled[current] = false
        next = document.tasks[current].parent
      }
    }
  }

  private mutating func cite(_ reference: Reference, by task: Int) {
    guard let index else { return }
    let isSettled = settled[task]
    if case .all = reference.kind {
      everything.add(task: task, isSettled: isSettled)
      traced.tasks[task].isForAll = true
      return
    }
    let targets = Self.targets(index.resolve(reference))
    if let first = targets.first {
      traced.taskCitations.append(TraceCitation(range: reference.range.indices, target: first))
    }
    for target in targets.prefix(linksLeft) {
      change(target) { $0.add(task: task, isSettled: isSettled) }
      traced.tasks[task].targets.append(target)
    }
    linksLeft -= min(linksLeft, targets.count)
  }

  private mutating func addMentions(_ design: DesignDocument) {
    guard let index else { return }
    let references = design.mentions + design.properties.flatMap(\.validates)
    guard !references.isEmpty else { return }
    let lines = LineTable(design.text.bytes)
    for reference in references.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let place = TracePlace(
        path: design.path, line: lines.line(of: reference.range.lowerBound) + 1)
      let targets = Self.targets(index.resolve(reference))
      if let first = targets.first {
        traced.designCitations.append(TraceCitation(range: reference.range.indices, target: first))
      }
      for target in targets.prefix(linksLeft) { change(target) { $0.design.append(place) } }
      linksLeft -= min(linksLeft, targets.count)
    }
  }

  private static func targets(_ resolution: RequirementIndex.Resolution) -> [TraceTarget] {
    switch resolution {
    case .requirements(let indices): indices.map { .requirement($0) }
    case .criteria(let places): places.map { .criterion($0.requirement, $0.criterion) }
    case .all, .nothing, .words, .missingRequirement, .missingCriterion: []
    }
  }

  // MARK: Tags

  /// What an id of a tag means in this feature.
  func resolve(_ id: String) -> Resolution {
    if let name = id.dropping("task-") {
      if let task = tasks?.task(name) { return .targets([.task(task)]) }
      return .unknown(
        message: "feature '\(self.name)' has no task '\(name)'",
        help: nearMiss(to: name, among: traced.tasks.lazy.map(\.id)).map {
          "did you mean 'task-\($0)'?"
        })
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
    case .missingRequirement(_, let near):
      return .unknown(
        message: "feature '\(name)' has no requirement '\(id)'",
        help: near.map { "did you mean '\($0)'?" })
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

  private func resolveSlug(_ id: String) -> Resolution {
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
      help: nearMiss(to: id, among: traced.allRequirements.lazy.map(\.id)).map {
        "did you mean '\($0)'?"
      })
  }

  /// Changes what leads to a requirement or criterion; a task has no such links.
  mutating func change(_ target: TraceTarget, _ body: (inout TraceLinks) -> Void) {
    switch target {
    case .requirement(let number): body(&traced.allRequirements[number].links)
    case .criterion(let number, let criterion):
      body(&traced.allRequirements[number].criteria[criterion].links)
    case .task: break
    }
  }

  mutating func add(code: TracePlace, toTask task: Int) {
    guard traced.tasks[task].code.count < 100 else { return }
    traced.tasks[task].code.append(code)
  }

  /// The feature with what names a whole led down to its parts.
  func finished() -> TracedFeature {
    var result = traced
    for number in result.allRequirements.indices {
      result.allRequirements[number].links.add(whole: everything) { settled[$0] }
      let whole = result.allRequirements[number].links
      for criterion in result.allRequirements[number].criteria.indices {
        result.allRequirements[number].criteria[criterion].links.add(whole: whole) { settled[$0] }
      }
    }
    return result
  }
}

extension String {
  /// What follows a prefix; `nil` without it or with nothing behind it.
  fileprivate func dropping(_ prefix: String) -> String? {
    guard hasPrefix(prefix), utf8.count > prefix.utf8.count else { return nil }
    return String(dropFirst(prefix.count))
  }
}

/// The id that stands for a title.
enum Slug {
  /// Letters and digits in lower case, what is between them a dash.
  static func of(_ title: String) -> String {
    var bytes: [UInt8] = []
    for byte in title.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        0x80...0xFF:
        bytes.append(byte)
      default:
        if let last = bytes.last, last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      }
    }
    while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
