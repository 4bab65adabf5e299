package import SpecModel
package import SpecPlanning

/// A plan with the times of its steps, as pictures of it need it.
package struct PlanPicture: Sendable {
  /// The names of the features, with what stands around their tasks.
  package var features: [Feature] = []
  /// The tasks feature by feature, each in the order of its document.
  package var tasks: [Task] = []
  /// The steps that are no tasks.
  package var steps: [Step] = []
  package var waveCount = 0
  /// The names of all agents of the plan, sorted.
  package var agents: [String] = []
  /// The limits of steps at once, most important first.
  package var limits: [(priority: Priority, count: Int)] = []
  /// What is worth knowing about the schedule, in phrases.
  package var remarks: [String] = []
  /// When the last step ends.
  package var makespan = 0
  /// No schedule of the plan can be shorter.
  package var lowerBound = 0
  /// Tasks that are done or skipped and so are not planned.
  package var settledCount = 0

  package init() {}

  /// A feature that has tasks in the plan.
  package struct Feature: Sendable {
    package var name: String
    /// Its tasks in ``PlanPicture/tasks``.
    package var tasks: Range<Int>
    /// What all of its tasks wait for.
    package var waits: [FeatureWait] = []
    /// Its gates, verifications and what follows them, in ``PlanPicture/steps``.
    package var steps: [Int] = []
    package var settledCount = 0

    package init(name: String, tasks: Range<Int>) {
      self.name = name
      self.tasks = tasks
    }
  }

  /// One feature waits for another.
  package struct FeatureWait: Sendable, Hashable {
    /// The number of the feature that comes first.
    package var before: Int
    package var reason: EdgeReason

    package init(before: Int, reason: EdgeReason) {
      self.before = before
      self.reason = reason
    }
  }

  /// When a step runs, in seconds from the start of the plan.
  package struct Time: Sendable, Hashable {
    package var start: Int
    package var finish: Int
    /// How much later it could end without delaying the end of the plan.
    package var slack: Int
    package var isCritical: Bool

    package init(start: Int, finish: Int, slack: Int = 0, isCritical: Bool = false) {
      self.start = start
      self.finish = finish
      self.slack = slack
      self.isCritical = isCritical
    }
  }

  /// A task of the plan.
  package struct Task: Sendable {
    /// Unique in the plan: `dashboard/2.1`.
    package var id: String
    package var title: String
    package var feature: Int
    /// `nil` when nobody could be found.
    package var agent: String?
    package var priority: Priority
    package var wave: Int
    package var time: Time
    /// What it waits for, apart from what its whole feature waits for.
    package var waits: [Wait] = []
    /// How many more it waits for, where ``waits`` would be too long.
    package var unlistedWaits = 0

    package init(
      id: String, title: String, feature: Int, agent: String?, priority: Priority, wave: Int,
      time: Time
    ) {
      self.id = id
      self.title = title
      self.feature = feature
      self.agent = agent
      self.priority = priority
      self.wave = wave
      self.time = time
    }
  }

  /// One task waits for another.
  package struct Wait: Sendable, Hashable {
    /// The number of the task that comes first.
    package var before: Int
    package var reason: EdgeReason

    package init(before: Int, reason: EdgeReason) {
      self.before = before
      self.reason = reason
    }
  }

  /// A step around the tasks.
  package struct Step: Sendable {
    package var kind: StepKind
    package var feature: Int
    package var agent: String?
    package var priority: Priority
    package var time: Time
    /// The task that is reviewed.
    package var task: Int?

    package init(
      kind: StepKind, feature: Int, agent: String?, priority: Priority, time: Time, task: Int? = nil
    ) {
      self.kind = kind
      self.feature = feature
      self.agent = agent
      self.priority = priority
      self.time = time
      self.task = task
    }
  }
}

extension PlanPicture {
  /// The id of a task without the name of its feature: `2.1`.
  func shortID(_ task: Int) -> String {
    let name = features[tasks[task].feature].name
    return tasks[task].id.hasPrefix(name + "/")
      ? String(tasks[task].id.dropFirst(name.count + 1)) : tasks[task].id
  }

  /// What a reader calls a task that another one waits for: without its feature where that is the same.
  func name(of task: Int, from other: Int) -> String {
    tasks[task].feature == tasks[other].feature ? shortID(task) : tasks[task].id
  }

  /// A link to a task in the same page.
  func link(to task: Int) -> String { "#" + PageAnchor.fragment(tasks[task].id) }
}
