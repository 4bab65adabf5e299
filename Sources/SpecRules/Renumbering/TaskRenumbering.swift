import Diagnostics
import SpecModel

/// Gives tasks other ids and changes every reference along with them.
///
/// What is written as prose is left alone, which is why its fixes are never safe.
struct TaskRenumbering {
  /// How many findings of a rule carry the fix, which is the same for all of them and may be long.
  static let findingLimit = 20

  private let document: TasksDocument
  private let numbering: TaskNumbering
  private let index: TaskIndex
  private var replacements: [Range<Offset>: String] = [:]
  /// Whether something refers to a task in a way that cannot be rewritten.
  private var isStuck = false

  /// The fix after which the numbers are right and every reference means the same task as before.
  ///
  /// `nil` where there is no such fix. The document is read once more to be sure of it, so that the
  /// time is that of reading.
  static func fix(_ document: TasksDocument, for purpose: NumberingPurpose) -> Fix? {
    guard let numbering = TaskNumbering(document, for: purpose) else { return nil }
    var renumbering = TaskRenumbering(document, numbering)
    renumbering.collect()
    let edits = renumbering.replacements.map { TextEdit(replacing: $0.key, with: $0.value) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard !renumbering.isStuck, let bytes = edits.applied(to: document.text.bytes) else {
      return nil
    }
    let after = TasksDocument(reading: SourceFile(path: document.path, bytes: bytes))
    guard renumbering.means(after, theSameFor: purpose) else { return nil }
    return Fix("number the tasks anew", safety: .unsafe, edits: edits)
  }

  private init(_ document: TasksDocument, _ numbering: TaskNumbering) {
    self.document = document
    self.numbering = numbering
    index = TaskIndex(document)
  }

  // MARK: Collecting edits

  private mutating func collect() {
    for (position, task) in document.tasks.enumerated() {
      if numbering.ids[position] != task.id {
        replace(task.id, in: task.idRange, by: position)
        for range in task.restatements { replace(task.id, in: range, by: position) }
      }
      for reference in task.dependencies + task.inlineDependencies { rewrite(reference) }
    }
    for id in document.waves.flatMap({ $0.waves.joined() }) { replace(id.value, in: id.range) }
    for id in document.drawnIDs { replace(id.value, in: id.range) }
    for edge in document.drawnEdges where edge.drawing == .chain {
      replace(edge.from.value, in: edge.from.range)
      replace(edge.to.value, in: edge.to.range)
    }
  }

  private mutating func rewrite(_ reference: Reference) {
    switch reference.kind {
    case .identifier(let id):
      guard reference.word != "phase", reference.word != "section" else { return }
      replace(id, in: reference.range)
    case .range(let from, let to):
      guard let first = index.task(from) else { return }
      if let last = index.task(to) {
        replace(from, in: reference.range, by: first)
        replace(to, in: reference.range, by: last, isLast: true)
      } else if let front = TaskIndex.front(of: from), let last = index.task(front + to) {
        replace(from, in: reference.range, by: first)
        let new = numbering.ids[last]
        guard new != front + to else { return }
        let newFront = TaskIndex.front(of: numbering.ids[first])
        put(
          newFront.flatMap { new.hasPrefix($0) ? String(new.dropFirst($0.count)) : nil } ?? new,
          for: to, in: reference.range, isLast: true)
      }
    case .all, .none, .text: break
    }
  }

  /// Puts a task's new id in the place of the one that is written in a range.
  private mutating func replace(
    _ written: String, in range: Range<Offset>, by task: Int? = nil, isLast: Bool = false
  ) {
    guard let task = task ?? index.task(written) else { return }
    let (old, new) = (document.tasks[task].id, numbering.ids[task])
    guard old != new else { return }
    if written == old {
      put(new, for: written, in: range, isLast: isLast)
    } else if old.hasSuffix(written), new.hasPrefix(old.dropLast(written.count)) {
      // `1` for `T1`.
      put(String(new.dropFirst(old.count - written.count)), for: written, in: range, isLast: isLast)
    } else if written.hasSuffix(old) {
      put(written.dropLast(old.count) + new, for: written, in: range, isLast: isLast)
    } else {
      isStuck = true
    }
  }

  private mutating func put(
    _ new: String, for written: String, in range: Range<Offset>, isLast: Bool
  ) {
    guard let place = document.text.bytes.place(of: written, in: range, isLast: isLast) else {
      isStuck = true
      return
    }
    replacements[place] = new
  }

  // MARK: Being sure

  /// Whether in the changed document every task has its new id and everything refers to the same
  /// tasks as before.
  private func means(
    _ after: TasksDocument, theSameFor purpose: NumberingPurpose
  ) -> Bool {
    guard after.tasks.count == document.tasks.count, after.tasks.map(\.id) == numbering.ids,
      after.waves.count == document.waves.count,
      after.drawnEdges.count == document.drawnEdges.count
    else { return false }
    let newIndex = TaskIndex(after)
    for (position, (old, new)) in zip(document.tasks, after.tasks).enumerated() {
      // Below a repeated number all tasks counted as parts of the first one.
      let parent = purpose == .distinct ? numbering.owners[position] : old.parent
      // Only a title that names what it depends on may change.
      guard new.title == old.title || !old.inlineDependencies.isEmpty, new.state == old.state,
        new.parent == parent,
        new.restatements.count == old.restatements.count,
        new.dependencies.count == old.dependencies.count,
        new.inlineDependencies.count == old.inlineDependencies.count
      else { return false }
      for (before, after) in zip(
        old.dependencies + old.inlineDependencies, new.dependencies + new.inlineDependencies)
      where !leadsTo(before, after, newIndex, at: position, purpose) { return false }
    }
    let waves = zip(
      document.waves.flatMap({ $0.waves.joined() }), after.waves.flatMap({ $0.waves.joined() }))
    guard waves.allSatisfy({ index.task($0.value) == newIndex.task($1.value) }) else {
      return false
    }
    return zip(document.drawnEdges, after.drawnEdges).allSatisfy { old, new in
      index.task(old.from.value) == newIndex.task(new.from.value)
        && index.task(old.to.value) == newIndex.task(new.to.value)
    }
  }

  private func leadsTo(
    _ before: Reference, _ after: Reference, _ newIndex: TaskIndex, at task: Int,
    _ purpose: NumberingPurpose
  ) -> Bool {
    if purpose == .distinct, case .identifier(let old) = before.kind,
      case .identifier(let new) = after.kind, let target = index.task(old)
    {
      return newIndex.task(new) == target
    }
    if case .all = before.kind { return before.kind == after.kind }
    switch (index.resolve(before, at: task), newIndex.resolve(after, at: task)) {
    case (.tasks(let old), .tasks(let new)): return old == new
    case (.nothing, .nothing), (.words, .words): return true
    case (.unknown(let old), .unknown(let new)): return old == new
    default: return false
    }
  }
}

extension TaskIndex {
  /// What an id has in common with its neighbours: `2.` of `2.1`.
  fileprivate static func front(of id: String) -> String? {
    id.lastIndex { $0 == "." || $0 == "-" }.map { String(id[...$0]) }
  }
}

extension [UInt8] {
  /// Where an id stands in a range as a word of its own; the first such place, or the last.
  func place(of id: String, in range: Range<Offset>, isLast: Bool = false) -> Range<Offset>? {
    let wanted = Array(id.utf8)
    let span = range.indices.clamped(to: indices)
    guard !wanted.isEmpty, span.count >= wanted.count else { return nil }
    let starts = span.lowerBound...(span.upperBound - wanted.count)
    func isWhole(_ start: Int) -> Bool {
      let end = start + wanted.count
      guard self[start..<end].elementsEqual(wanted) else { return false }
      if start > span.lowerBound, Self.isWordByte(self[start - 1]) { return false }
      if end < span.upperBound, Self.isWordByte(self[end]) { return false }
      // `1` does not stand in `1.2`, but does in `1.`.
      return
        !(end + 1 < span.upperBound && self[end] == UInt8(ascii: ".")
        && self[end + 1] &- 0x30 < 10)
    }
    let start = isLast ? starts.last(where: isWhole) : starts.first(where: isWhole)
    return start.map { Range($0, $0 + wanted.count) }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
