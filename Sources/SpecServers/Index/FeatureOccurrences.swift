import Diagnostics
import SpecModel
import SpecRules

/// Everything that the documents of one feature define and name.
struct FeatureOccurrences: Sendable {
  let feature: Feature
  /// By path, in the order of places.
  private(set) var byPath: [String: [Occurrence]] = [:]

  private let index: RequirementIndex?
  private let taskIndex: TaskIndex?

  init(_ feature: Feature) {
    self.feature = feature
    index = feature.requirements.map(RequirementIndex.init)
    taskIndex = feature.tasks.map(TaskIndex.init)
    if let document = feature.requirements { read(document) }
    if let document = feature.design { read(document) }
    if let document = feature.tasks { read(document) }
    for path in byPath.keys { byPath[path]?.sort { $0.range.lowerBound < $1.range.lowerBound } }
  }

  private mutating func keep(_ collector: OccurrenceCollector, _ text: SpecText) {
    var collector = collector
    if text.addressesTool { collector.addSuppressions() }
    byPath[text.path] = collector.occurrences
  }

  // MARK: Requirements

  private mutating func read(_ document: RequirementsDocument) {
    var collector = OccurrenceCollector(document.text.file)
    for (index, requirement) in document.requirements.enumerated() {
      let symbol = Symbol.requirement(feature: feature.directory, index: index)
      collector.add(symbol, requirement.id, in: requirement.idRange, .definition)
      for alias in requirement.aliases {
        collector.add(symbol, alias.value, in: alias.range, .definition)
      }
      addParents(of: index, requirement.id, in: requirement.idRange, to: &collector)
      for (position, criterion) in requirement.criteria.enumerated() {
        let symbol = Symbol.criterion(
          feature: feature.directory, requirement: index, index: position)
        collector.add(symbol, criterion.id, in: criterion.idRange, .definition)
        addParts(of: index, criterion.id, in: criterion.idRange, to: &collector)
      }
    }
    keep(collector, document.text)
  }

  /// Adds a requirement, and those above it, as the beginning of an id.
  private func addParts(
    of requirement: Int, _ id: String, in range: Range<Offset>,
    to collector: inout OccurrenceCollector
  ) {
    guard let document = feature.requirements else { return }
    collector.addPart(
      .requirement(feature: feature.directory, index: requirement),
      document.requirements[requirement].id, of: id, in: range)
    addParents(of: requirement, id, in: range, to: &collector)
  }

  private func addParents(
    of requirement: Int, _ id: String, in range: Range<Offset>,
    to collector: inout OccurrenceCollector
  ) {
    guard let requirements = feature.requirements?.requirements else { return }
    var parent = requirements[requirement].parent
    // A parent stands before its parts, so this comes to an end.
    while let index = parent {
      collector.addPart(
        .requirement(feature: feature.directory, index: index), requirements[index].id, of: id,
        in: range)
      parent = requirements[index].parent.flatMap { $0 < index ? $0 : nil }
    }
  }

  private func addRequirement(_ reference: Reference, to collector: inout OccurrenceCollector) {
    guard let index else { return }
    switch reference.kind {
    case .all, .none: return
    case .range(let from, let to):
      for end in [from, to] {
        let range = collector.place(of: end, in: reference.range) ?? reference.range
        addRequirement(
          Reference(.identifier(end), word: reference.word, at: range), to: &collector)
      }
    case .identifier(let name), .text(let name):
      switch index.resolve(reference) {
      case .requirements(let found):
        for requirement in found.prefix(1) {
          collector.add(
            .requirement(feature: feature.directory, index: requirement), name, in: reference.range)
          addParents(of: requirement, name, in: reference.range, to: &collector)
        }
      case .criteria(let found):
        for place in found.prefix(1) {
          collector.add(
            .criterion(
              feature: feature.directory, requirement: place.requirement, index: place.criterion),
            name, in: reference.range)
          addParts(of: place.requirement, name, in: reference.range, to: &collector)
        }
      case .all, .nothing, .words, .missingRequirement, .missingCriterion: return
      }
    }
  }

  // MARK: Design

  private mutating func read(_ document: DesignDocument) {
    var collector = OccurrenceCollector(document.text.file)
    for property in document.properties {
      for reference in property.validates { addRequirement(reference, to: &collector) }
    }
    for reference in document.mentions { addRequirement(reference, to: &collector) }
    keep(collector, document.text)
  }

  // MARK: Tasks

  private mutating func read(_ document: TasksDocument) {
    var collector = OccurrenceCollector(document.text.file)
    for (index, task) in document.tasks.enumerated() {
      if task.hasWrittenID {
        addTask(index, task.id, in: task.idRange, .definition, to: &collector)
        for restatement in task.restatements {
          addTask(index, task.id, in: restatement, .definition, to: &collector)
        }
      } else {
        collector.add(
          .task(feature: feature.directory, index: index), task.title, in: task.titleRange,
          .definition)
      }
      for reference in task.requirements { addRequirement(reference, to: &collector) }
      for reference in task.dependencies + task.inlineDependencies {
        addDependency(reference, to: &collector)
      }
      for name in [task.agent, task.owner].compactMap({ $0 }) {
        collector.add(.agent(name.value), name.value, in: name.range)
      }
    }
    for edge in document.drawnEdges {
      for end in [edge.from, edge.to] { addNamedTask(end, to: &collector) }
    }
    for id in document.waves.flatMap(\.waves).joined() { addNamedTask(id, to: &collector) }
    collector.removeRepetitions()
    keep(collector, document.text)
  }

  private func addNamedTask(_ id: Located<String>, to collector: inout OccurrenceCollector) {
    guard let task = taskIndex?.task(id.value) else { return }
    addTask(task, id.value, in: id.range, .reference, to: &collector)
  }

  private func addDependency(_ reference: Reference, to collector: inout OccurrenceCollector) {
    guard reference.word.isEmpty || reference.word == "task" else { return }
    switch reference.kind {
    case .identifier(let id): addNamedTask(Located(id, at: reference.range), to: &collector)
    case .range(let from, let to):
      for end in [from, to] { addNamedTask(Located(end, at: reference.range), to: &collector) }
    case .all, .none, .text: return
    }
  }

  /// Adds a task, and those above it as the beginnings of its id.
  private func addTask(
    _ index: Int, _ id: String, in range: Range<Offset>, _ role: Occurrence.Role,
    to collector: inout OccurrenceCollector
  ) {
    guard let tasks = feature.tasks?.tasks else { return }
    collector.add(.task(feature: feature.directory, index: index), id, in: range, role)
    var parent = tasks[index].parent
    while let above = parent {
      collector.addPart(
        .task(feature: feature.directory, index: above), tasks[above].id, of: id, in: range)
      // Ids above are shorter each time, so this comes to an end.
      parent = tasks[above].parent.flatMap {
        tasks[$0].id.utf8.count < tasks[above].id.utf8.count ? $0 : nil
      }
    }
  }
}

extension OccurrenceCollector {
  /// Adds the rules that comments allow to be broken.
  mutating func addSuppressions() {
    for suppression in Suppression.find(in: file.bytes) {
      add(.rule(suppression.rule), suppression.rule, in: suppression.ruleRange)
    }
  }
}
