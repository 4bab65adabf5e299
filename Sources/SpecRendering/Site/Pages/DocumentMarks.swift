import Diagnostics
import SpecModel
import SpecTracing

/// What the page of a feature says beside the words of its documents.
struct DocumentMarks {
  let page: FeaturePage

  private var feature: Feature { page.feature.feature }
  private var trace: TracedFeature { page.feature.trace }
  private static let badgeLimit = 6

  func marks(of kind: SiteDocumentKind) -> [DocumentMark] {
    switch kind {
    case .requirements: requirementMarks()
    case .design: designMarks()
    case .tasks: taskMarks()
    }
  }

  /// Requirements that tasks and designs name, and tasks that others wait for, as links.
  func links(of kind: SiteDocumentKind) -> [DocumentLink] {
    var links: [DocumentLink] = []
    switch kind {
    case .requirements: break
    case .design:
      links = trace.designCitations.map {
        DocumentLink(range: $0.range, address: address(page.anchors.id($0.target)))
      }
    case .tasks:
      links = trace.taskCitations.map {
        DocumentLink(range: $0.range, address: address(page.anchors.id($0.target)))
      }
      links += dependencyLinks()
    }
    links.sort { $0.range.lowerBound < $1.range.lowerBound }
    // What is written twice over, as a restated list is, is one link only.
    var end = 0
    return links.filter { link in
      guard link.range.lowerBound >= end, !link.range.isEmpty else { return false }
      end = link.range.upperBound
      return true
    }
  }

  private func address(_ id: String) -> String { "#" + PageAnchor.fragment(id) }

  private func dependencyLinks() -> [DocumentLink] {
    guard let document = feature.tasks, document.declaresAnyDependency else { return [] }
    let index = TaskIndex(document)
    var links: [DocumentLink] = []
    for task in document.tasks {
      for reference in task.dependencies + task.inlineDependencies {
        guard case .identifier(let id) = reference.kind, let target = index.task(id) else {
          continue
        }
        links.append(
          DocumentLink(
            range: reference.range.indices, address: address(page.anchors.tasks[target])))
      }
    }
    return links
  }

  // MARK: Marks

  private func requirementMarks() -> [DocumentMark] {
    var marks: [DocumentMark] = []
    for (number, requirement) in trace.allRequirements.enumerated() {
      let counts = requirement.isCounted && !requirement.isGroup && requirement.criteria.isEmpty
      marks.append(
        DocumentMark(
          offset: requirement.offset, id: page.anchors.requirements[number],
          name: "requirement \(requirement.id)",
          badges: coverage(requirement.tasks, isExpected: counts)
            + evidence(.requirement(number), isExpected: counts)))
      for (place, criterion) in requirement.criteria.enumerated() {
        marks.append(
          DocumentMark(
            offset: criterion.offset, id: page.anchors.criteria[number][place],
            name: "criterion \(criterion.id)",
            badges: coverage(criterion.links.tasks.elements.sorted(), isExpected: true)
              + evidence(.criterion(number, place), isExpected: true)))
      }
    }
    return marks
  }

  /// The tasks for a requirement or criterion; those for everything go without saying.
  private func coverage(_ tasks: [Int], isExpected: Bool) -> [SiteBadge] {
    guard let document = feature.tasks, !document.tasks.isEmpty else { return [] }
    if tasks.isEmpty {
      guard isExpected, trace.isCited else { return [] }
      return [SiteBadge(kind: .missing, words: "no task", meaning: "No task names it")]
    }
    let tasks = tasks.filter { !trace.tasks[$0].isForAll }
    var badges = tasks.prefix(Self.badgeLimit).map { task in
      let item = document.tasks[task]
      return SiteBadge(
        kind: .trace, words: (trace.tasks[task].isSettled ? "✓ " : "") + item.id,
        meaning: "Task \(item.id), \(item.state.words): \(item.title)",
        address: address(page.anchors.tasks[task]))
    }
    if tasks.count > badges.count {
      badges.append(
        SiteBadge(
          kind: .trace, words: "+\(tasks.count - badges.count)",
          meaning: "\(tasks.count - badges.count) more tasks", address: "#trace"))
    }
    return badges
  }

  /// The code and the proof of a requirement or criterion.
  private func evidence(_ target: TraceTarget, isExpected: Bool) -> [SiteBadge] {
    let measures = page.site.evidence
    guard !measures.isEmpty else { return [] }
    let links = trace.links(to: target)
    let row = address(page.anchors.row(target))
    var badges: [SiteBadge] = []
    if measures.contains(.code), !links.code.isEmpty {
      let places = links.code.elements.prefix(3).map(\.text).joined(separator: ", ")
      let more = links.code.count > 3 ? " and \(links.code.count - 3) more" : ""
      badges.append(
        SiteBadge(
          kind: .code, words: "code", meaning: "Named in \(places)\(more)",
          address: links.code.count == 1
            ? links.code.elements.first.flatMap { page.site.contents.sources?.link(to: $0) } ?? row
            : row))
    }
    guard measures.contains(.tests), isExpected || !links.tests.isEmpty else { return badges }
    if links.tests.isEmpty {
      badges.append(SiteBadge(kind: .missing, words: "no test", meaning: "No test names it"))
    } else {
      let hasResults = measures.contains(.proved)
      badges.append(
        SiteBadge(
          kind: hasResults ? .proof(links.proof) : .code,
          words: hasResults
            ? TraceWords.proof(links) : TraceWords.count(links.tests.count, "test"),
          meaning: links.tests.elements.prefix(3).map(Self.words).joined(separator: ", ")
            + (links.tests.count > 3 ? " and \(links.tests.count - 3) more" : ""),
          address: row))
    }
    return badges
  }

  private static func words(_ test: TracedTest) -> String {
    "\(test.shownName) \(test.outcome.rawValue)"
  }

  private func designMarks() -> [DocumentMark] {
    (feature.design?.sections ?? []).enumerated().map { index, section in
      DocumentMark(
        offset: section.title.range.lowerBound.utf8, id: page.anchors.sections[index],
        name: "section \(section.title.value)")
    }
  }

  private func taskMarks() -> [DocumentMark] {
    guard let document = feature.tasks else { return [] }
    return document.tasks.enumerated().map { index, task in
      DocumentMark(
        offset: task.idRange.lowerBound.utf8, id: page.anchors.tasks[index],
        name: "task \(task.id)", badges: badges(index, task))
    }
  }

  private func badges(_ index: Int, _ task: TaskItem) -> [SiteBadge] {
    var badges: [SiteBadge] = []
    if task.form != .checkbox {
      badges.append(SiteBadge(kind: .state, words: task.state.words))
    }
    if task.isOptional { badges.append(SiteBadge(kind: .state, words: "optional")) }
    guard let step = page.feature.steps[index] else { return badges }
    badges.append(
      SiteBadge(
        kind: .wave, words: "wave \(step.wave)", meaning: "Planned in wave \(step.wave)",
        address: page.site.address(of: step, fromDepth: 1)))
    if let agent = step.agent {
      badges.append(
        SiteBadge(
          kind: .agent, words: agent, meaning: "Planned for the agent \(agent)",
          address: page.site.places.address(ofAgent: agent, fromDepth: 1) ?? ""))
    } else {
      badges.append(SiteBadge(kind: .missing, words: "no agent"))
    }
    return badges
  }
}
