import Diagnostics
import SpecModel
import SpecPlanning

/// A feature with a task list and nothing else.
func feature(_ name: String, _ tasks: String) -> Feature {
  let directory = ".claude/specs/\(name)"
  return Feature(
    name: name, directory: directory, layout: .claude,
    tasks: TasksDocument(reading: SourceFile(path: "\(directory)/tasks.md", text: tasks)))
}

extension Plan {
  /// The ids of the tasks wave by wave.
  var waveIDs: [[String]] { waves.map { $0.map { assignments[$0].id } } }

  func assignment(_ id: String) -> Assignment? { assignments.first { $0.id == id } }

  /// The edges into a step, over the milestones in between.
  func edges(into id: String) -> [PlanEdge] {
    (0..<assignments.count + milestones.count).first { self.id(ofNode: $0) == id }
      .map(edges(into:)) ?? []
  }
}

/// The waves of one task list.
func waves(_ tasks: String, _ order: PlanningOrder = .document) -> [[String]] {
  let outcome = Planner(order: order).plan(Workspace(features: [feature("f", tasks)]))
  return outcome.plan?.waveIDs.map { $0.map { String($0.dropFirst(2)) } } ?? []
}

/// Numbers that are the same in every run.
struct Sequence {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
