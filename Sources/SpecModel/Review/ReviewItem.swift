package import Diagnostics

/// What can be reviewed in a feature, by a name such as `criterion 1.2` that is unique there.
package struct ReviewItem: Sendable {
  /// What a person has looked at.
  package enum Kind: String, Sendable, Hashable {
    case requirement, criterion, property, task
  }

  /// A requirement or criterion that the item cites.
  package struct Citation: Sendable {
    /// What is cited, such as `criterion 1.2`.
    package var name: String
    /// The reference that cites it.
    package var range: Range<Offset>
  }

  package var kind: Kind
  package var id: String
  /// Of a requirement that of its title, user story and criteria together.
  package var fingerprint: ReviewFingerprint
  /// Relative to the root.
  package var path: String
  /// Where its id or title stands.
  package var range: Range<Offset>
  /// In the order written, each name once; requirements and criteria cite nothing.
  package var citations: [Citation] = []

  package var name: String { Self.name(kind, id) }

  static func name(_ kind: Kind, _ id: String) -> String { "\(kind.rawValue) \(id)" }
}

/// The items of one feature as they are now.
package struct FeatureReview: Sendable {
  /// Requirements with their criteria, then properties, then tasks, in document order.
  package private(set) var items: [ReviewItem] = []
  /// By name; of a name that occurs twice the first.
  package private(set) var byName: [String: Int] = [:]

  /// A feature without requirements has no items.
  package init(_ feature: Feature) {
    guard let requirements = feature.requirements else { return }
    let index = RequirementIndex(requirements)
    for requirement in requirements.requirements { add(requirement, requirements.text) }
    func citations(_ references: [Reference]) -> [ReviewItem.Citation] {
      Self.citations(references, index, requirements)
    }
    for property in feature.design?.properties ?? [] {
      add(
        ReviewItem(
          kind: .property, id: property.id,
          fingerprint: ReviewFingerprint([Array(property.title.utf8)[...]]),
          path: feature.design?.path ?? "", range: property.range,
          citations: citations(property.validates)))
    }
    for task in feature.tasks?.tasks ?? [] {
      add(
        ReviewItem(
          kind: .task, id: task.id, fingerprint: ReviewFingerprint([Array(task.title.utf8)[...]]),
          path: feature.tasks?.path ?? "", range: task.idRange,
          citations: citations(task.requirements)))
    }
  }

  package func item(_ name: String) -> ReviewItem? {
    byName[name].map { items[$0] }
  }

  private mutating func add(_ item: ReviewItem) {
    guard byName[item.name] == nil else { return }
    byName[item.name] = items.count
    items.append(item)
  }

  private mutating func add(_ requirement: Requirement, _ text: SpecText) {
    let criteria = requirement.criteria.map { text.bytes[$0.textRange.indices] }
    var texts = [text.bytes[requirement.titleRange.indices]]
    if let story = requirement.userStory { texts.append(text.bytes[story.indices]) }
    add(
      ReviewItem(
        kind: .requirement, id: requirement.id, fingerprint: ReviewFingerprint(texts + criteria),
        path: text.path, range: requirement.idRange))
    for (criterion, bytes) in zip(requirement.criteria, criteria) {
      add(
        ReviewItem(
          kind: .criterion, id: criterion.id, fingerprint: ReviewFingerprint([bytes]),
          path: text.path, range: criterion.idRange))
    }
  }

  /// What references name; `All` names nothing that anybody read.
  private static func citations(
    _ references: [Reference], _ index: RequirementIndex, _ document: RequirementsDocument
  ) -> [ReviewItem.Citation] {
    var found: [ReviewItem.Citation] = []
    var names: Set<String> = []
    func add(_ kind: ReviewItem.Kind, _ id: String, _ reference: Reference) {
      let name = ReviewItem.name(kind, id)
      guard names.insert(name).inserted else { return }
      found.append(ReviewItem.Citation(name: name, range: reference.range))
    }
    for reference in references {
      switch index.resolve(reference) {
      case .requirements(let indices):
        for index in indices { add(.requirement, document.requirements[index].id, reference) }
      case .criteria(let places):
        for place in places {
          let criteria = document.requirements[place.requirement].criteria
          add(.criterion, criteria[place.criterion].id, reference)
        }
      case .all, .nothing, .words, .missingRequirement, .missingCriterion: continue
      }
    }
    return found
  }
}
