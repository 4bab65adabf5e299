import SpecModel
import SpecPlanning

/// A plan with the times of its steps, as pictures of it need it.
package struct PlanPicture: Sendable {
  /// The names of the features, with what stands around their tasks.
  var features: [Feature] = []
  /// The tasks feature by feature, each in the order of its document.
  var tasks: [Task] = []
  /// The steps that are no tasks.
  var steps: [Step] = []
  var waveCount = 0
  /// The names of all agents of the plan, sorted.
  var agents: [String] = []
  /// The limits of steps at once, most important first.
  var limits: [(priority: Priority, count: Int)] = []
  /// What is worth knowing about the schedule, in phrases.
  var remarks: [String] = []
  /// When the last step ends.
  var makespan = 0
  /// No schedule of the plan can be shorter.
  var lowerBound = 0
  /// Tasks that are done or skipped and so are not planned.
  var settledCount = 0
  /// Where other pages show the tasks, by their ids; empty for a page on its own.
  var addresses: [String: String] = [:]

  /// A feature that has tasks in the plan.
  struct Feature: Sendable {
    var name: String
    /// Its tasks in ``PlanPicture/tasks``.
    var tasks: Range<Int>
    /// What all of its tasks wait for.
    var waits: [FeatureWait] = []
    /// Its gates, verifications and what follows them, in ``PlanPicture/steps``.
    var steps: [Int] = []
    var settledCount = 0
  }

  /// One feature waits for another.
  struct FeatureWait: Sendable, Hashable {
    /// The number of the feature that comes first.
    var before: Int
    var reason: EdgeReason
    /// Whether the critical path leads from the one feature to the other.
    var isCritical = false
  }

  /// When a step runs, in seconds from the start of the plan.
  struct Time: Sendable, Hashable {
    var start: Int
    var finish: Int
    /// How much later it could end without delaying the end of the plan.
    var slack: Int
    var isCritical: Bool
  }

  /// A task of the plan.
  struct Task: Sendable {
    /// Unique in the plan: `dashboard/2.1`.
    var id: String
    var title: String
    var feature: Int
    /// `nil` when nobody could be found.
    var agent: String?
    var priority: Priority
    var wave: Int
    var time: Time
    /// What it waits for, apart from what its whole feature waits for.
    var waits: [Wait] = []
    /// How many more it waits for, where ``waits`` would be too long.
    var unlistedWaits = 0
  }

  /// One task waits for another.
  struct Wait: Sendable, Hashable {
    /// The number of the task that comes first.
    var before: Int
    var reason: EdgeReason
  }

  /// A step around the tasks.
  struct Step: Sendable {
    var kind: StepKind
    var feature: Int
    var agent: String?
    var priority: Priority
    var time: Time
    /// The task that is reviewed.
    var task: Int?
  }
}

extension PlanPicture {
  /// The id of a task without the name of its feature: `2.1`.
  func shortID(_ task: Int) -> String {
    let name = features[tasks[task].feature].name
    return tasks[task].id.hasPrefix(name + "/")
      ? String(tasks[task].id.dropFirst(name.count + 1)) : tasks[task].id
  }

  /// The page of a feature, where other pages show the tasks.
  func address(ofFeature feature: Int) -> String? {
    guard let task = features[feature].tasks.first, let address = addresses[tasks[task].id] else {
      return nil
    }
    return String(address.prefix { $0 != "#" })
  }

  /// What a reader calls a task that another one waits for: without its feature where that is the same.
  func name(of task: Int, from other: Int) -> String {
    tasks[task].feature == tasks[other].feature ? shortID(task) : tasks[task].id
  }

  /// A link to a task in the same page.
  func link(to task: Int) -> String { "#" + PageAnchor.fragment(PageAnchor.id(tasks[task].id)) }
}
