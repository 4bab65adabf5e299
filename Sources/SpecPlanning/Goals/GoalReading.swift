import Diagnostics
package import SpecModel

/// What a goal in words comes to: a workflow, features, and what spoke for them.
package struct GoalReading: Sendable {
  /// As it was given.
  package let goal: String
  package let detection: TaskTypeDetection
  package let scope: GoalScope
  /// `nil` when nothing says which one is meant.
  package let workflow: WorkflowCatalogue.Entry?
  /// What the workflow was chosen by, or why none was: a phrase.
  package let workflowReason: String

  /// Reads a goal for a workspace; features and a workflow that were named elsewhere are taken as they
  /// are.
  package init(
    _ goal: String, in workspace: Workspace, features: [String] = [],
    workflow: WorkflowCatalogue.Entry? = nil
  ) {
    self.goal = goal
    detection = TaskTypeDetection(goal)
    scope = features.isEmpty ? GoalScope(goal, in: workspace) : GoalScope(named: features)
    if let workflow {
      (self.workflow, workflowReason) = (workflow, "named in the command")
      return
    }
    let choice = WorkflowChoice(
      text: GoalText(goal), type: detection.type, features: Set(scope.features.map(\.feature)))
    let unknown =
      detection.tied.isEmpty
      ? "nothing in the goal says what kind of task it is"
      : "nothing decides between the kinds of task that it can be"
    (self.workflow, workflowReason) =
      choice.choose(from: WorkflowCatalogue(workspace.configuration)) ?? (nil, unknown)
  }
}

/// Chooses the workflow for a goal.
private struct WorkflowChoice {
  let text: GoalText
  let type: TaskType
  let features: Set<String>

  /// One that the goal names; else one that is declared for its features, and if it says so for its
  /// kind; else one for its kind.
  func choose(
    from catalogue: WorkflowCatalogue
  ) -> (WorkflowCatalogue.Entry?, String)? {
    if let named = catalogue.entries.first(where: { isNamed($0.workflow.name.value) }) {
      return (named, "the goal names it")
    }
    let types = Set(TaskType.allCases.map(\.rawValue))
    for entry in catalogue.entries {
      let words = Set(entry.workflow.appliesTo.map(\.value))
      let named = words.subtracting(types)
      guard !named.isDisjoint(with: features) else { continue }
      if words.contains(type.rawValue) || words.isDisjoint(with: types) {
        let feature = named.intersection(features).sorted()[0]
        return (entry, "it applies to feature '\(feature)'")
      }
    }
    for entry in catalogue.entries {
      let words = Set(entry.workflow.appliesTo.map(\.value))
      if words.contains(type.rawValue), words.isSubset(of: types) {
        return (entry, "it applies to tasks of the kind '\(type.rawValue)'")
      }
    }
    if let entry = catalogue.named(type.rawValue) {
      return (entry, "it has the name of the kind '\(type.rawValue)'")
    }
    return nil
  }

  private func stands(_ words: [String], at place: Int) -> Bool {
    guard text.stems[place] == words[0] else { return false }
    var last = place
    for word in words.dropFirst() {
      let near = text.stems[(last + 1)...].prefix(3)
      guard let next = near.firstIndex(of: word) else { return false }
      last = next
    }
    return true
  }

  /// Whether the goal names a workflow: all words of a longer name, at most two others between them,
  /// or a single word beside `workflow` or `pipeline`.
  private func isNamed(_ name: String) -> Bool {
    let words = GoalText.words(name).map(GoalText.stem)
    if words.count > 1 { return text.stems.indices.contains { stands(words, at: $0) } }
    guard let word = words.first else { return false }
    return ["workflow", "pipeline"].contains { kind in
      zip(text.stems, text.stems.dropFirst()).contains {
        $0 == (word, kind) || $0 == (kind, word)
      }
    }
  }
}
