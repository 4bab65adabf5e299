import Diagnostics
import SpecModel

/// What the page of a feature says beside the words of its documents.
struct DocumentMarks {
  let page: FeaturePage

  private var feature: Feature { page.feature.feature }
  private var trace: FeatureTrace { page.feature.trace }
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
      links = trace.designLinks.map {
        DocumentLink(range: $0.range, address: address(page.anchors.id($0.target)))
      }
    case .tasks:
      links = trace.taskLinks.map {
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
    guard let document = feature.requirements else { return [] }
    var marks: [DocumentMark] = []
    for (index, requirement) in document.requirements.enumerated() {
      let hasCriteria = !requirement.criteria.isEmpty
      marks.append(
        DocumentMark(
          offset: requirement.idRange.lowerBound.utf8, id: page.anchors.requirements[index],
          name: "requirement \(requirement.id)",
          badges: coverage(
            trace.tasksOfRequirement[index], isExpected: !requirement.isSecondary && !hasCriteria)))
      for (number, criterion) in requirement.criteria.enumerated() {
        marks.append(
          DocumentMark(
            offset: criterion.idRange.lowerBound.utf8, id: page.anchors.criteria[index][number],
            name: "criterion \(criterion.id)",
            badges: coverage(trace.tasksOfCriterion[index][number], isExpected: true)))
      }
    }
    return marks
  }

  /// The tasks for a requirement or criterion.
  private func coverage(_ tasks: [Int], isExpected: Bool) -> [SiteBadge] {
    guard let document = feature.tasks, !document.tasks.isEmpty else { return [] }
    if tasks.isEmpty {
      guard isExpected, trace.tasksForAll.isEmpty, trace.isUsed else { return [] }
      return [SiteBadge(kind: .missing, words: "no task", meaning: "No task names it")]
    }
    var badges = tasks.prefix(Self.badgeLimit).map { task in
      let item = document.tasks[task]
      return SiteBadge(
        kind: .trace, words: (item.state.isSettled ? "✓ " : "") + item.id,
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
        address: SiteAddress.page("plan.html", PageAnchor.id(step.id), fromDepth: 1)))
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
