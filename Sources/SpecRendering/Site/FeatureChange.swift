import SpecModel

/// What is different in a feature: requirements, criteria and tasks that came, went, or read otherwise now.
struct FeatureChange {
  /// One of them.
  struct Element {
    enum Kind: String {
      case added, removed, changed
      /// A task that was open and is done now.
      case done
      case reopened
    }

    var kind: Kind
    var name: String
    var text: String
    /// Its place in the page of the feature; empty for what is gone.
    var place = ""
  }

  var name: String
  /// The path of its page; `nil` for a feature that is gone.
  var path: String?
  /// Such as `new`; empty for a feature that was there before.
  var words = ""
  var elements: [Element] = []

  /// The features in which anything is different, those that are gone last.
  static func all(from former: Workspace, to features: [SiteFeature]) -> [FeatureChange] {
    var old = Dictionary(
      (former.features + former.moduleFeatures).map { ($0.directory + "/" + $0.name, $0) }
    ) { first, _ in first }
    var changes: [FeatureChange] = []
    for feature in features {
      let before = old.removeValue(forKey: feature.feature.directory + "/" + feature.feature.name)
      var change = FeatureChange(name: feature.name, path: feature.path)
      if before == nil { change.words = "new" }
      let anchors = feature.anchors
      change.compare(
        Self.statements(before, nil), with: Self.statements(feature.feature, anchors))
      change.compareTasks(before, feature.feature, anchors)
      if !change.elements.isEmpty || before == nil { changes.append(change) }
    }
    for feature in old.values.sorted(by: { $0.directory < $1.directory }) {
      changes.append(FeatureChange(name: feature.name, words: "removed"))
    }
    return changes
  }

  private typealias Statement = (name: String, text: String, place: String)

  /// The requirements and criteria of a feature in the order of the document.
  private static func statements(_ feature: Feature?, _ anchors: FeatureAnchors?) -> [Statement] {
    guard let document = feature?.requirements else { return [] }
    var found: [Statement] = []
    for (index, requirement) in document.requirements.enumerated() {
      found.append(
        ("requirement \(requirement.id)", requirement.title, anchors?.requirements[index] ?? ""))
      for (number, criterion) in requirement.criteria.enumerated() {
        found.append(
          (
            "criterion \(criterion.id)", document.text.text(criterion.textRange).plainWords,
            anchors?.criteria[index][number] ?? ""
          ))
      }
    }
    return found
  }

  private mutating func compare(_ old: [Statement], with new: [Statement]) {
    var former = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }
    for statement in new {
      guard let before = former.removeValue(forKey: statement.name) else {
        elements.append(
          Element(
            kind: .added, name: statement.name, text: statement.text, place: statement.place))
        continue
      }
      if before.text != statement.text {
        elements.append(
          Element(
            kind: .changed, name: statement.name, text: statement.text, place: statement.place))
      }
    }
    for statement in old where former.removeValue(forKey: statement.name) != nil {
      elements.append(Element(kind: .removed, name: statement.name, text: statement.text))
    }
  }

  private mutating func compareTasks(_ old: Feature?, _ new: Feature, _ anchors: FeatureAnchors) {
    var former = Dictionary((old?.tasks?.tasks ?? []).map { ($0.id, $0) }) { first, _ in first }
    for (index, task) in (new.tasks?.tasks ?? []).enumerated() {
      let element: Element.Kind?
      if let before = former.removeValue(forKey: task.id) {
        element =
          before.state.isSettled != task.state.isSettled
          ? (task.state.isSettled ? .done : .reopened) : before.title != task.title ? .changed : nil
      } else {
        element = .added
      }
      guard let element else { continue }
      elements.append(
        Element(
          kind: element, name: "task \(task.id)", text: task.title, place: anchors.tasks[index]))
    }
    for task in old?.tasks?.tasks ?? [] where former.removeValue(forKey: task.id) != nil {
      elements.append(Element(kind: .removed, name: "task \(task.id)", text: task.title))
    }
  }
}
