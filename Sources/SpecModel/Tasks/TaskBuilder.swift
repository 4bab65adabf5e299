import Diagnostics

/// Makes the tasks of a document from its candidates and the roles chosen for them.
struct TaskBuilder {
  let text: SpecText
  let bytes: ByteView
  let candidates: [TaskCandidate]
  let choice: TaskChoice

  private(set) var tasks: [TaskItem] = []
  private(set) var groups: [TaskGroup] = []
  private(set) var looseChecklist: [ChecklistItem] = []
  private(set) var documentTitle: Located<String>?

  /// The lines of each task's block; parallel to ``tasks``.
  private var blockLines: [Range<Int>] = []
  /// The task that each task line makes or restates.
  private var taskByLine: [Int: Int] = [:]
  /// The first task of each id; a repeated id keeps the first.
  private(set) var firstByID: [String: Int] = [:]

  init(
    text: SpecText, bytes: ByteView, candidates: [TaskCandidate], choice: TaskChoice
  ) {
    self.text = text
    self.bytes = bytes
    self.candidates = candidates
    self.choice = choice
  }

  mutating func build() {
    let count = choice.roles.count { $0 == .task || $0 == .unnumberedTask }
    tasks.reserveCapacity(count)
    blockLines.reserveCapacity(count)
    firstByID.reserveCapacity(count)
    taskByLine.reserveCapacity(count)
    var openHeadings: [(level: Int, group: Int)] = []
    var currentTask: Int?
    var unnumbered = UnnumberedIdentifiers()
    for (index, candidate) in candidates.enumerated() {
      let level: Int? = if case .heading(let level) = candidate.form { level } else { nil }
      if let level {
        if documentTitle == nil { documentTitle = located(candidate.title) }
        openHeadings.removeAll { $0.level >= level }
      }
      switch choice.roles[index] {
      case .task:
        let task = addOrRestate(
          candidate, below: currentTask, group: openHeadings.last?.group)
        taskByLine[candidate.line] = task
        currentTask = task
      case .unnumberedTask:
        var item = taskItem(candidate, id: unnumbered.next(indent: indent(candidate)))
        item.hasWrittenID = false
        item.group = openHeadings.last?.group
        let task = append(item, lines: candidate.line..<candidate.line + 1)
        taskByLine[candidate.line] = task
        currentTask = task
      case .checklist:
        let item = ChecklistItem(
          state: candidate.state, range: range(candidate.range), textRange: range(candidate.title))
        if let currentTask {
          tasks[currentTask].checklist.append(item)
        } else {
          looseChecklist.append(item)
        }
      case .group:
        guard let level else { continue }
        groups.append(group(candidate, level: level))
        openHeadings.append((level, groups.count - 1))
        if !belongsToTask(currentTask, headingLevel: level) { currentTask = nil }
      case .nothing:
        break
      }
    }
    closeBlocks()
    closeGroups()
    linkParents()
    readMetadata()
    deriveStates()
  }

  // MARK: Items

  private func taskItem(_ candidate: TaskCandidate, id: String) -> TaskItem {
    let form: TaskItem.Form =
      switch candidate.form {
      case .checkbox: .checkbox
      case .heading: .heading
      case .paragraph: .paragraph
      }
    let idSpan = candidate.identifier?.range ?? candidate.title
    var item = TaskItem(
      id: id, idRange: range(idSpan), title: cleanTitle(candidate.title),
      titleRange: range(candidate.title), state: candidate.state,
      stateRange: candidate.stateRange.map(range), form: form, range: range(candidate.range),
      block: range(candidate.range))
    item.isOptional = candidate.isOptional
    item.inlineDependencies = InlineDependencies.find(in: bytes, candidate.title)
    return item
  }

  /// Adds a task, or notes that it restates one that is there already.
  private mutating func addOrRestate(
    _ candidate: TaskCandidate, below current: Int?, group: Int?
  ) -> Int {
    let id = candidate.identifier?.text ?? ""
    var item = taskItem(candidate, id: id)
    item.group = group
    guard let first = firstByID[id], restates(item, first, below: current) else {
      return append(item, lines: candidate.line..<candidate.line + 1)
    }
    tasks[first].restatements.append(item.range)
    if item.form == .checkbox {
      tasks[first].state = item.state
      tasks[first].stateRange = item.stateRange
      tasks[first].isOptional = tasks[first].isOptional || item.isOptional
    }
    return first
  }

  /// Whether an item is the same task as the first of its id: a box right below the heading of the
  /// task, a line of a checklist at the end, or the same title in another form.
  private func restates(_ item: TaskItem, _ first: Int, below current: Int?) -> Bool {
    if tasks[first].form == .heading, item.form == .checkbox, current == first { return true }
    if tasks[first].title == item.title { return true }
    if let group = item.group, isChecklist(groups[group]) { return true }
    return tasks[first].form != item.form
      && TitleSimilarity.areSimilar(tasks[first].title, item.title)
  }

  /// Whether a heading says that what stands below ticks off what stands above.
  private func isChecklist(_ group: TaskGroup) -> Bool {
    let title = group.title.lowercased()
    return ["checklist", "summary", "progress", "tracking", "チェックリスト", "检查清单", "进度"].contains {
      title.contains($0)
    }
  }

  private mutating func append(_ item: TaskItem, lines: Range<Int>) -> Int {
    tasks.append(item)
    blockLines.append(lines)
    if firstByID[item.id] == nil { firstByID[item.id] = tasks.count - 1 }
    return tasks.count - 1
  }

  private func group(_ candidate: TaskCandidate, level: Int) -> TaskGroup {
    TaskGroup(
      id: candidate.identifier?.text, word: candidate.word,
      title: text.text(range(candidate.title)),
      level: level, range: range(candidate.range), tasks: tasks.count..<tasks.count)
  }

  /// A heading deeper than a heading task is a part of that task.
  private func belongsToTask(_ task: Int?, headingLevel: Int) -> Bool {
    guard let task, tasks[task].form == .heading else { return false }
    var level = 0
    var position = tasks[task].range.lowerBound.utf8
    while bytes[position] == UInt8(ascii: "#") {
      level += 1
      position += 1
    }
    return headingLevel > level
  }

  // MARK: Extent

  /// Ends each task's block where the next task, or a heading that is not part of it, begins.
  ///
  /// A line that restates the task it stands below goes on with that task's block.
  private mutating func closeBlocks() {
    var current: Int?
    for (index, candidate) in candidates.enumerated() {
      switch choice.roles[index] {
      case .task, .unnumberedTask:
        let task = taskByLine[candidate.line]
        if task == current { continue }
        finish(&current, before: candidate.line)
        if let task, blockLines[task].lowerBound == candidate.line { current = task }
      case .group:
        if case .heading(let level) = candidate.form, !belongsToTask(current, headingLevel: level) {
          finish(&current, before: candidate.line)
        }
      case .checklist, .nothing:
        break
      }
    }
    finish(&current, before: text.lines.count)
  }

  private mutating func finish(_ current: inout Int?, before line: Int) {
    guard let task = current else { return }
    var end = line
    let start = blockLines[task].lowerBound
    while end > start + 1, text.lines[end - 1].kind == .blank { end -= 1 }
    blockLines[task] = start..<end
    tasks[task].block = tasks[task].range.lowerBound..<Offset(Int(text.lines[end - 1].end))
    current = nil
  }

  /// Ends each heading's tasks where the next heading of its level or higher begins.
  private mutating func closeGroups() {
    var open: [Int] = []
    for index in groups.indices {
      while let last = open.last, groups[last].level >= groups[index].level {
        open.removeLast()
        groups[last].tasks = groups[last].tasks.lowerBound..<groups[index].tasks.lowerBound
      }
      open.append(index)
    }
    for index in open { groups[index].tasks = groups[index].tasks.lowerBound..<tasks.count }
  }

  // MARK: Parents

  private mutating func linkParents() {
    for index in tasks.indices {
      var id = tasks[index].id
      while let cut = id.utf8.lastIndex(where: {
        $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      }) {
        id = String(id[..<cut])
        if let parent = firstByID[id], parent != index {
          tasks[index].parent = parent
          tasks[parent].children.append(index)
          break
        }
      }
    }
  }

  // MARK: Metadata

  private mutating func readMetadata() {
    let reader = MetadataReader(bytes: bytes, lines: text.lines)
    for index in tasks.indices {
      let lines = blockLines[index]
      guard lines.count > 1 else { continue }
      let entries = reader.entries(in: lines.lowerBound + 1..<lines.upperBound)
      var metadata = TaskMetadata(text: text, bytes: bytes, lines: lines)
      metadata.apply(entries, to: &tasks[index])
    }
  }

  // MARK: States

  /// Heading tasks have no box: their state is that of the ✅ in the title, the status line, or
  /// the checklist below, in this order.
  private mutating func deriveStates() {
    for index in tasks.indices where tasks[index].form != .checkbox {
      guard tasks[index].stateRange == nil else { continue }
      if let mark = doneMark(in: tasks[index].titleRange) {
        tasks[index].state = .done
        tasks[index].stateRange = mark
      } else if let status = tasks[index].metadata.first(where: { $0.key == .status }),
        let state = TaskState(status: text.text(status.valueRange))
      {
        tasks[index].state = state
        tasks[index].stateRange = status.valueRange
      } else if !tasks[index].checklist.isEmpty {
        let done = tasks[index].checklist.count { $0.state.isSettled }
        tasks[index].state =
          done == 0 ? .open : done == tasks[index].checklist.count ? .done : .inProgress
      }
    }
  }

  private func doneMark(in title: Range<Offset>) -> Range<Offset>? {
    let mark: [UInt8] = [0xE2, 0x9C, 0x85]
    let end = min(title.upperBound.utf8 + 8, bytes.count)
    var position = title.lowerBound.utf8
    while position + 3 <= end {
      if bytes[position] == mark[0], bytes[position + 1] == mark[1],
        bytes[position + 2] == mark[2]
      {
        return Range(position, position + 3)
      }
      position += 1
    }
    return nil
  }

  // MARK: Text

  private func indent(_ candidate: TaskCandidate) -> Int {
    Int(text.lines[candidate.line].indent)
  }

  private func range(_ span: Range<Int>) -> Range<Offset> {
    Range(span.lowerBound, span.upperBound)
  }

  private func located(_ span: Range<Int>) -> Located<String> {
    Located(text.text(range(span)), at: range(span))
  }

  private func cleanTitle(_ span: Range<Int>) -> String {
    let title = text.text(range(span))
    guard title.utf8.contains(UInt8(ascii: "*")) else { return title }
    return title.split(separator: "**", omittingEmptySubsequences: true).joined()
  }
}

/// Ids for boxes without numbers: `1`, `2`, and `2.1` for a box indented below the second.
struct UnnumberedIdentifiers {
  private var levels: [(indent: Int, count: Int)] = []

  /// The id of the next box in document order.
  mutating func next(indent: Int) -> String {
    while let last = levels.last, last.indent > indent, levels.count > 1 { levels.removeLast() }
    if let last = levels.last, indent < last.indent + 2 || levels.count >= 8 {
      levels[levels.count - 1].count += 1
    } else {
      levels.append((indent, 1))
    }
    return levels.map { String($0.count) }.joined(separator: ".")
  }
}

/// Whether two titles name the same task.
enum TitleSimilarity {
  /// Equal but for case, marks and a remark at the end, or at least two thirds of the words in common.
  static func areSimilar(_ left: String, _ right: String) -> Bool {
    let (left, right) = (words(left), words(right))
    if left == right { return true }
    guard !left.isEmpty, !right.isEmpty else { return left.isEmpty || right.isEmpty }
    let shared = Set(left).intersection(right).count
    return shared * 3 >= min(Set(left).count, Set(right).count) * 2
  }

  private static func words(_ title: String) -> [String] {
    title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
