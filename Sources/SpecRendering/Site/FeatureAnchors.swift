import Diagnostics
import SpecModel
import SpecTracing

/// The places in a feature's page to which links lead: one for each requirement, criterion and task.
struct FeatureAnchors: Sendable {
  /// For each requirement its id in the page.
  private(set) var requirements: [String] = []
  /// For each requirement those of its criteria.
  private(set) var criteria: [[String]] = []
  private(set) var tasks: [String] = []
  /// For each heading of the design that the page has no name for otherwise.
  private(set) var sections: [String] = []
  private let feature: Feature
  private let trace: TracedFeature
  /// How many places have a name already.
  private var counts: [String: Int] = [:]

  init(_ feature: Feature, _ trace: TracedFeature) {
    self.feature = feature
    self.trace = trace
    for requirement in trace.allRequirements {
      requirements.append(unused("requirement-" + requirement.id))
      criteria.append(requirement.criteria.map { unused("criterion-" + $0.id) })
    }
    for task in feature.tasks?.tasks ?? [] { tasks.append(unused("task-" + task.id)) }
    var slugs = HeadingSlug()
    for section in feature.design?.sections ?? [] {
      sections.append(unused("section-" + slugs.name(section.title.value)))
    }
  }

  private mutating func unused(_ name: String) -> String {
    let id = PageAnchor.id(name)
    let count = counts[id, default: 0] + 1
    counts[id] = count
    // No name that is made from a document has a tilde behind a number of its own.
    return count == 1 ? id : unused("\(id)~\(count)")
  }

  /// The id of what a reference leads to.
  func id(_ target: TraceTarget) -> String {
    switch target {
    case .requirement(let number): requirements[number]
    case .criterion(let number, let criterion): criteria[number][criterion]
    case .task(let number): tasks[number]
    }
  }

  /// The id of the row of a requirement or criterion in the table of what leads to it.
  func row(_ target: TraceTarget) -> String { "trace-" + id(target) }

  /// Where the elements of a document begin, in its order.
  func places(in kind: SiteDocumentKind) -> [(offset: Int, id: String)] {
    var places: [(offset: Int, id: String)] = []
    switch kind {
    case .requirements:
      for (index, requirement) in trace.allRequirements.enumerated() {
        places.append((requirement.offset, requirements[index]))
        for (number, criterion) in requirement.criteria.enumerated() {
          places.append((criterion.offset, criteria[index][number]))
        }
      }
    case .design:
      for (index, section) in (feature.design?.sections ?? []).enumerated() {
        places.append((section.title.range.lowerBound.utf8, sections[index]))
      }
    case .tasks:
      for (index, task) in (feature.tasks?.tasks ?? []).enumerated() {
        places.append((task.idRange.lowerBound.utf8, tasks[index]))
      }
    }
    return places.sorted { ($0.offset, $0.id) < ($1.offset, $1.id) }
  }
}
