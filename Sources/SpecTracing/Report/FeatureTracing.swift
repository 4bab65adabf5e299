import Diagnostics
import SpecModel

/// One feature while its links are gathered.
struct FeatureTracing: Sendable {
  let name: String
  var traced: TracedFeature
  let hasRequirements: Bool
  /// Leaves that cite nothing, in document order.
  var untraced: [Int] = []

  let index: RequirementIndex?
  let tasks: TaskIndex?
  /// The requirements of OpenSpec by the ids made of their titles.
  var slugs: [String: Int] = [:]
  /// The user stories of Spec Kit by their numbers.
  var stories: [Int: Int] = [:]
  /// Whether every leaf of a task is done or dropped.
  var settled: [Bool] = []
  /// What cites everything.
  var everything = TraceLinks()
  /// More links than these are not followed: a list of ranges can name each requirement in each task.
  var linksLeft = 1_000_000

  /// What wrong ids of tasks and of requirements may be meant for.
  var taskSearch: NearMissSearch?
  var requirementSearch: NearMissSearch?

  /// Linear in the documents, near enough.
  init(_ feature: Feature) {
    name = feature.name
    traced = TracedFeature(
      name: feature.name, directory: feature.directory, path: feature.requirements?.path ?? "")
    hasRequirements = feature.requirements != nil
    index = feature.requirements.map { RequirementIndex($0) }
    tasks = feature.tasks.map { TaskIndex($0) }
    if let document = feature.requirements { addRequirements(document, feature) }
    if let document = feature.tasks { addTasks(document, feature) }
    if let design = feature.design { addMentions(design) }
  }

  /// Changes what leads to a requirement or criterion; a task has no such links.
  mutating func change(_ target: TraceTarget, _ body: (inout TraceLinks) -> Void) {
    switch target {
    case .requirement(let number): body(&traced.allRequirements[number].links)
    case .criterion(let number, let criterion):
      body(&traced.allRequirements[number].criteria[criterion].links)
    case .task: break
    }
  }

  mutating func add(code: TracePlace, toTask task: Int) {
    guard traced.tasks[task].code.count < 100 else { return }
    traced.tasks[task].code.append(code)
  }

  /// The feature with what names a whole led down to its parts.
  func finished() -> TracedFeature {
    var result = traced
    for number in result.allRequirements.indices {
      result.allRequirements[number].links.add(whole: everything) { settled[$0] }
      let whole = result.allRequirements[number].links
      for criterion in result.allRequirements[number].criteria.indices {
        result.allRequirements[number].criteria[criterion].links.add(whole: whole) { settled[$0] }
      }
    }
    return result
  }
}
