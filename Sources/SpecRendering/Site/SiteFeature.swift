import Diagnostics
import SpecModel
import SpecPlanning
import SpecTracing

/// A feature, or a module, as a documentation shows it.
struct SiteFeature: Sendable {
  let feature: Feature
  /// Its place among all features of the documentation.
  let number: Int
  /// What the feature is called; its folder where two have one name.
  let name: String
  /// The path of its page without the ending, such as `features/order-book`.
  let path: String
  let entry: RegistryFeature?
  let isModule: Bool
  /// How many of its tasks are in which state.
  let counts: TaskCounts
  /// What leads to its requirements; it has none where the feature has no document of them.
  let trace: TracedFeature
  let anchors: FeatureAnchors
  /// Where its findings are among those of the run.
  var findings: [Int] = []
  /// For each task its step in the plan; `nil` for one that is not planned.
  var steps: [SiteStep?]

  /// The paths of its documents with what they are called in addresses, in the order of reading.
  var documents: [(kind: SiteDocumentKind, text: SpecText)] {
    [
      feature.requirements.map { (.requirements, $0.text) },
      feature.design.map { (.design, $0.text) }, feature.tasks.map { (.tasks, $0.text) },
    ].compactMap { $0 }
  }
}

/// Which of the documents of a feature it is.
enum SiteDocumentKind: String, CaseIterable {
  case requirements, design, tasks
}

/// When a task is planned, and for whom.
struct SiteStep: Sendable {
  /// Unique in the plan.
  var id: String
  var wave: Int
  var agent: String?
}

extension SiteFeature {
  /// The waves of its tasks: `3–5`; `nil` where none is planned.
  var waves: String? {
    let waves = steps.compactMap { $0?.wave }
    guard let first = waves.min(), let last = waves.max() else { return nil }
    return first == last ? "\(first)" : "\(first)–\(last)"
  }

  /// What a task cites.
  func targets(ofTask task: Int) -> LimitedList<TraceTarget> {
    task < trace.tasks.count ? trace.tasks[task].targets : LimitedList()
  }

  /// Whether a task cites everything.
  func isForAll(_ task: Int) -> Bool { task < trace.tasks.count && trace.tasks[task].isForAll }

  /// For each part of the design the line of its heading, from 1; empty where the design mentions nothing.
  var sectionLines: [Int] {
    guard let design = feature.design, !trace.designCitations.isEmpty else { return [] }
    let lines = LineTable(design.text.bytes)
    return design.sections.map { lines.line(of: $0.title.range.lowerBound) + 1 }
  }

  /// All features and modules of a documentation, each with a page of its own.
  static func all(of contents: SiteContents) async -> [SiteFeature] {
    let workspace = contents.workspace
    let registry = workspace.registry?.features ?? []
    let features = workspace.features + workspace.moduleFeatures
    let entries = registry.entries(of: features)
    var nameCounts: [String: Int] = [:]
    for feature in features { nameCounts[feature.name, default: 0] += 1 }
    var taken: Set<String> = []
    let names = features.map { nameCounts[$0.name] == 1 ? $0.name : $0.directory }
    let paths = names.map { SiteAddress.unusedPath("features/", $0, &taken) }
    let steps = SiteStep.byFeature(contents.plan)
    let traces = Dictionary(contents.trace.features.map { ($0.path, $0) }) { first, _ in first }
    return await features.indices.sideBySide { index in
      let feature = features[index]
      let trace =
        feature.requirements.flatMap { traces[$0.path] }
        ?? TracedFeature(name: feature.name, directory: feature.directory, path: "")
      return SiteFeature(
        feature: feature, number: index, name: names[index], path: paths[index],
        entry: entries[index].map { registry[$0] },
        isModule: index >= workspace.features.count, counts: TaskCounts(feature.tasks),
        trace: trace, anchors: FeatureAnchors(feature, trace),
        steps: SiteStep.each(
          of: feature.tasks?.tasks.count ?? 0,
          planned: steps[feature.directory]?[feature.name] ?? []))
    }
  }
}

extension SiteStep {
  /// The steps of so many tasks, of which the last ones may not be planned.
  fileprivate static func each(of count: Int, planned: [SiteStep?]) -> [SiteStep?] {
    planned.prefix(count) + Array(repeating: nil, count: max(0, count - planned.count))
  }

  /// The steps of a plan by the folders and names of features and by tasks.
  fileprivate static func byFeature(_ plan: Plan?) -> [String: [String: [SiteStep?]]] {
    guard let plan else { return [:] }
    var found: [Int: [SiteStep?]] = [:]
    for index in plan.assignments.indices where plan.assignments.kind(index) == .task {
      let assignment = plan.assignments[index]
      guard let task = assignment.task else { continue }
      var steps = found.removeValue(forKey: assignment.feature) ?? []
      if steps.count <= task {
        steps += [SiteStep?](repeating: nil, count: task + 1 - steps.count)
      }
      steps[task] = SiteStep(
        id: assignment.id, wave: assignment.wave ?? 0, agent: assignment.agent)
      found[assignment.feature] = steps
    }
    var result: [String: [String: [SiteStep?]]] = [:]
    for (feature, steps) in found {
      let planned = plan.features[feature]
      // Where two features have one name, the plan knows them by their folders.
      let name =
        planned.name == planned.directory
        ? String(planned.directory.split(separator: "/").last ?? "") : planned.name
      result[planned.directory, default: [:]][name] = steps
    }
    return result
  }
}
