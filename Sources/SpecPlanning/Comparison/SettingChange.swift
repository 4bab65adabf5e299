import SpecModel

/// A setting that two plans were made with differently.
package struct SettingChange: Sendable, Hashable {
  /// The setting that is different.
  package enum Name: Sendable, Hashable {
    case order
    /// The least confidence of inferred waits; `nil` where none are inferred.
    case confidence
    /// The features that were asked for; `nil` stands for all.
    case features
    /// Whether optional tasks are planned.
    case optional
    /// Whether finished tasks are planned.
    case done
    /// How many steps may run at once; `nil` stands for any number.
    case limit(String)
  }

  package var name: Name
  /// A word, a number or names with commas between; what `nil` means the name of the setting says.
  package var before: String?
  /// Likewise, of the new plan.
  package var after: String?

  static func find(_ old: PlanSummary, _ new: PlanSummary) -> [SettingChange] {
    var changes: [SettingChange] = []
    func compare(_ name: Name, _ before: String?, _ after: String?) {
      if before != after { changes.append(Self(name: name, before: before, after: after)) }
    }
    compare(.order, old.order.rawValue, new.order.rawValue)
    compare(.confidence, confidence(old), confidence(new))
    compare(.features, names(old.selection), names(new.selection))
    compare(
      .optional, word(old.selection.includesOptional), word(new.selection.includesOptional))
    compare(.done, word(old.selection.includesDone), word(new.selection.includesDone))
    let priorities = Priority.allCases.map(\.rawValue)
    let others = Set(old.limits.keys).union(new.limits.keys).subtracting(priorities).sorted()
    for limit in priorities + others {
      compare(.limit(limit), old.limits[limit].map(String.init), new.limits[limit].map(String.init))
    }
    return changes
  }

  private static func confidence(_ plan: PlanSummary) -> String? {
    plan.order == .infer ? plan.leastConfidence.rawValue : nil
  }

  private static func names(_ selection: TaskSelection) -> String? {
    selection.features?.sorted().joined(separator: ", ")
  }

  private static func word(_ isPlanned: Bool) -> String { isPlanned ? "planned" : "left out" }
}

/// A file that a plan was made from and that is not the same any more.
package struct InputChange: Sendable, Hashable {
  /// Relative to the root.
  package var path: String
  package var kind: ChangeKind

  static func find(_ old: [String: String], _ new: [String: String]) -> [InputChange] {
    Set(old.keys).union(new.keys).sorted().compactMap { path in
      switch (old[path], new[path]) {
      case (nil, _): InputChange(path: path, kind: .added)
      case (_, nil): InputChange(path: path, kind: .removed)
      case (let before, let after): before == after ? nil : InputChange(path: path, kind: .changed)
      }
    }
  }
}

/// What became of something.
package enum ChangeKind: String, Sendable, Hashable, CaseIterable {
  case added, removed, changed
}

/// Something that only one of two plans has to say.
package struct RemarkChange: Sendable, Hashable {
  package var remark: PlanSummary.Remark
  /// Added or removed.
  package var kind: ChangeKind

  static func find(_ old: [PlanSummary.Remark], _ new: [PlanSummary.Remark]) -> [RemarkChange] {
    let (before, after) = (Set(old), Set(new))
    return new.filter { !before.contains($0) }.map { RemarkChange(remark: $0, kind: .added) }
      + old.filter { !after.contains($0) }.map { RemarkChange(remark: $0, kind: .removed) }
  }
}
