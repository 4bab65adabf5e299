/// What is different between a plan and the one that was made before.
package struct PlanDifference: Sendable, Hashable {
  /// Order, selection and limits.
  package private(set) var settings: [SettingChange] = []
  /// By path.
  package private(set) var inputs: [InputChange] = []
  /// Steps that were not planned before, in the order of the new plan, but for ``reopened``.
  package private(set) var added: [PlanSummary.Step] = []
  /// Steps that are not planned any more, in the order of the old plan, but for ``done``.
  package private(set) var removed: [PlanSummary.Step] = []
  /// Tasks of the old plan that were done or dropped since.
  package private(set) var done: [PlanSummary.Step] = []
  /// Tasks of the new plan that were done or dropped before.
  package private(set) var reopened: [PlanSummary.Step] = []
  /// Steps of both plans that differ, in the order of the new one.
  package private(set) var changed: [StepChange] = []
  /// What waits for what; tasks have their new ids.
  package private(set) var waits: [WaitChange] = []
  /// How long everything takes, before and after; `nil` where it is the same.
  package private(set) var figures: FigureChange?
  /// Those that only the new plan has, then those that only the old one has.
  package private(set) var findings: [RemarkChange] = []

  /// Whether the plans say the same.
  package var isEmpty: Bool {
    settings.isEmpty && inputs.isEmpty && isSamePlan
  }

  /// Whether the steps, waits, lengths and findings are the same, whatever they were made from.
  package var isSamePlan: Bool {
    added.isEmpty && removed.isEmpty && done.isEmpty && reopened.isEmpty && changed.isEmpty
      && waits.isEmpty && figures == nil && findings.isEmpty
  }

  /// No difference.
  package init() {}

  /// Compares two plans; near linear in both.
  package init(from old: PlanSummary, to new: PlanSummary) {
    guard old != new else { return }
    settings = SettingChange.find(old, new)
    inputs = InputChange.find(old.inputs, new.inputs)
    let matching = StepMatching(old, new)
    let settled = new.settledTasks.subtracting(old.settledTasks)
    let unsettled = old.settledTasks.subtracting(new.settledTasks)
    addSteps(old, new, matching, settled, unsettled)
    waits = WaitChange.find(old.waits, new.waits, names: matching.names)
    if old.figures != new.figures {
      figures = FigureChange(before: old.figures, after: new.figures)
    }
    findings = RemarkChange.find(old.findings, new.findings)
  }

  private mutating func addSteps(
    _ old: PlanSummary, _ new: PlanSummary, _ matching: StepMatching, _ settled: Set<String>,
    _ unsettled: Set<String>
  ) {
    for place in matching.removed {
      let step = old.steps[place]
      if step.kind == .task, settled.contains(step.id) {
        done.append(step)
      } else {
        removed.append(step)
      }
    }
    for place in matching.added {
      let step = new.steps[place]
      if step.kind == .task, unsettled.contains(step.id) {
        reopened.append(step)
      } else {
        added.append(step)
      }
    }
    for pair in matching.pairs {
      let change = StepChange(before: old.steps[pair.old], after: new.steps[pair.new])
      if !change.fields.isEmpty { changed.append(change) }
      // Where finished tasks are planned too, they stay in the plan.
      guard change.after.kind == .task else { continue }
      if settled.contains(change.before.id), settled.contains(change.after.id) {
        done.append(change.before)
      }
      if unsettled.contains(change.before.id), unsettled.contains(change.after.id) {
        reopened.append(change.after)
      }
    }
  }
}

/// The lengths of two schedules.
package struct FigureChange: Sendable, Hashable {
  package var before: PlanSummary.Figures
  package var after: PlanSummary.Figures
}
