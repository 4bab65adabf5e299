import Diagnostics
import SpecModel
import SpecPlanning
import SpecRendering
import SpecWorkspace

extension Session {
  /// The plan of everything in the order of the configuration, or what keeps it from being made.
  func wholePlan() -> (plan: Plan?, faults: [Finding]) {
    let configured = workspace.configuration?.planning.order
    let planner = Planner(
      order: configured.flatMap { PlanningOrder(rawValue: $0.value) } ?? .document)
    let faults = readingFaults(of: planner.selection)
    guard faults.isEmpty else { return (nil, faults) }
    let result = planner.plan(workspace)
    return (result.plan, result.plan == nil ? result.findings : [])
  }

  /// What schedules are made by.
  var scheduleSettings: ScheduleSettings {
    ScheduleSettings(workspace.configuration?.planning ?? .init())
  }

  /// What is different in a plan from where the branch and a revision parted.
  func change(
    of plan: Plan?, _ schedule: Schedule?, since revision: String
  ) async throws -> WorkspaceSummary.Change {
    let former: Session
    do throws(GitRepository.Failure) {
      let repository = try GitRepository(around: root)
      let commit = try repository.commonAncestor(of: revision)
      former = await Session.open(root, try GitSource(repository, .commit(commit)))
    } catch {
      throw CommandFailure(error.message, help: error.help)
    }
    guard let plan, let schedule else { return .unknown("the documents cannot be planned") }
    guard let old = former.wholePlan().plan else {
      return .unknown("the documents of that time cannot be planned")
    }
    let oldSchedule = Schedule(old, settings: former.scheduleSettings)
    return .known(
      PlanDifference(
        from: PlanSummary(old, oldSchedule), to: PlanSummary(plan, schedule)))
  }
}
