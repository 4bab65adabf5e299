/// A wait that only one of two plans has, or that has another reason in each.
package struct WaitChange: Sendable, Hashable {
  /// As the new plan has it, else the old; tasks have the ids of the new plan.
  package var wait: PlanSummary.Wait
  package var kind: ChangeKind
  /// The reason in the old plan, where it is another now.
  package var reasonBefore: EdgeReason?

  private struct Pair: Hashable {
    var before: String
    var after: String
  }

  /// Those that were added or have another reason first, in the order of the plans.
  static func find(
    _ old: [PlanSummary.Wait], _ new: [PlanSummary.Wait], names: [String: String]
  ) -> [WaitChange] {
    var reasons: [Pair: EdgeReason] = [:]
    let old = old.map { wait in
      var wait = wait
      wait.before = names[wait.before] ?? wait.before
      wait.after = names[wait.after] ?? wait.after
      return wait
    }
    for wait in old { reasons[Pair(before: wait.before, after: wait.after)] = wait.reason }
    var changes: [WaitChange] = []
    for wait in new {
      let known = reasons.removeValue(forKey: Pair(before: wait.before, after: wait.after))
      if known == wait.reason { continue }
      changes.append(
        WaitChange(wait: wait, kind: known == nil ? .added : .changed, reasonBefore: known))
    }
    // What is left was in the old plan only.
    for wait in old where reasons[Pair(before: wait.before, after: wait.after)] != nil {
      changes.append(WaitChange(wait: wait, kind: .removed))
    }
    return changes
  }
}
