/// Which candidates of a document are its tasks.
///
/// The same line is a task in one dialect and a note in another, so the whole document decides:
/// numbered boxes are the tasks where there are any; else headings with ids; else bold paragraphs;
/// else boxes without numbers.
struct TaskChoice {
  enum Role {
    case task
    /// A task whose id is made up from its place.
    case unnumberedTask
    case checklist
    /// A heading that gathers tasks.
    case group
    case nothing
  }

  private(set) var roles: [Role]

  init(_ bytes: ByteView, _ candidates: [TaskCandidate]) {
    let families = Self.repeatedFamilies(candidates)
    func hasID(_ candidate: TaskCandidate) -> Bool {
      guard let identifier = candidate.identifier else { return false }
      return identifier.certainty == .certain || families.contains(identifier.prefix)
    }
    var isNumberedBox = candidates.map { candidate in
      if case .checkbox = candidate.form { hasID(candidate) } else { false }
    }
    Self.dropLocalNumbers(candidates, &isNumberedBox)
    let hasNumberedBoxes = isNumberedBox.contains(true)
    let hasTaskHeadings = candidates.contains { Self.isTaskHeading($0) }
    let hasBoxes = candidates.contains { if case .checkbox = $0.form { true } else { false } }
    let hasNumberedHeadings =
      !hasNumberedBoxes && !hasTaskHeadings
      && candidates.contains { Self.isNumberedHeading($0) }
    let hasParagraphs =
      !hasNumberedBoxes && !hasTaskHeadings
      && candidates.contains { if case .paragraph = $0.form { true } else { false } }
    let usesNumberedHeadings =
      hasNumberedHeadings && !hasParagraphs && Self.numberedHeadingsAreTasks(candidates, hasBoxes)

    roles = candidates.indices.map { index in
      let candidate = candidates[index]
      switch candidate.form {
      case .checkbox:
        if isNumberedBox[index] { return .task }
        let others = hasNumberedBoxes || hasTaskHeadings || hasParagraphs || usesNumberedHeadings
        return others ? .checklist : .unnumberedTask
      case .heading(let level):
        if level >= 2, Self.isTaskHeading(candidate) { return .task }
        if usesNumberedHeadings, Self.isNumberedHeading(candidate) { return .task }
        return .group
      case .paragraph:
        return hasParagraphs ? .task : .nothing
      }
    }
  }

  /// `### Task 1: …`, `### TASK-1.1: …`, `### T1-2: …`.
  private static func isTaskHeading(_ candidate: TaskCandidate) -> Bool {
    guard case .heading(let level) = candidate.form, (2...5).contains(level),
      let identifier = candidate.identifier
    else { return false }
    return candidate.saysTask || identifier.prefix == "TASK"
      || identifier.prefix == "T" && identifier.certainty == .certain
  }

  /// `### 1.1 …` and `### 1. …`.
  private static func isNumberedHeading(_ candidate: TaskCandidate) -> Bool {
    guard case .heading(let level) = candidate.form, (2...4).contains(level),
      let identifier = candidate.identifier
    else { return false }
    return identifier.prefix.isEmpty && candidate.word.isEmpty
  }

  /// Numbered headings are tasks where boxes without numbers stand below them, or where there are
  /// no boxes at all and the numbers go at least two levels deep.
  private static func numberedHeadingsAreTasks(
    _ candidates: [TaskCandidate], _ hasBoxes: Bool
  ) -> Bool {
    guard hasBoxes else {
      return candidates.count {
        isNumberedHeading($0) && $0.identifier?.text.contains(".") ?? false
      } >= 2
    }
    return zip(candidates, candidates.dropFirst()).contains { heading, below in
      if case .checkbox = below.form { isNumberedHeading(heading) } else { false }
    }
  }

  /// The letters in front of ids that occur on two or more different boxes or headings.
  private static func repeatedFamilies(_ candidates: [TaskCandidate]) -> Set<String> {
    var ids: [String: Set<String>] = [:]
    for candidate in candidates {
      guard let identifier = candidate.identifier, !identifier.prefix.isEmpty else { continue }
      if case .heading = candidate.form { continue }
      ids[identifier.prefix, default: []].insert(identifier.text)
    }
    return Set(ids.filter { $0.value.count >= 2 }.keys)
  }

  /// Numbers that start again below each task heading number the steps of that task, not tasks.
  private static func dropLocalNumbers(_ candidates: [TaskCandidate], _ isNumberedBox: inout [Bool])
  {
    var sections: [(heading: Int, boxes: [Int])] = []
    for index in candidates.indices {
      if isTaskHeading(candidates[index]) {
        sections.append((index, []))
      } else if isNumberedBox[index], !sections.isEmpty {
        sections[sections.count - 1].boxes.append(index)
      }
    }
    guard sections.count >= 2 else { return }
    var seen: [String: Int] = [:]
    for section in sections {
      for id in Set(section.boxes.compactMap { candidates[$0].identifier?.text }) {
        seen[id, default: 0] += 1
      }
    }
    let isLocal = seen.contains { $0.value >= 2 && $0.key.utf8.allSatisfy(\.isDigit) }
    guard isLocal else { return }
    for section in sections {
      for box in section.boxes { isNumberedBox[box] = false }
    }
  }
}
