import Diagnostics
import SpecModel

extension FeatureTracing {
  mutating func addTasks(_ document: TasksDocument, _ feature: Feature) {
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

  mutating func addMentions(_ design: DesignDocument) {
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

  static func targets(_ resolution: RequirementIndex.Resolution) -> [TraceTarget] {
    switch resolution {
    case .requirements(let indices): indices.map { .requirement($0) }
    case .criteria(let places): places.map { .criterion($0.requirement, $0.criterion) }
    case .all, .nothing, .words, .missingRequirement, .missingCriterion: []
    }
  }
}
