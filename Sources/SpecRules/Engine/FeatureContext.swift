package import Diagnostics
package import SpecModel
import SpecPlanning

/// One feature as rules see it, with what several of them need to look up.
package struct FeatureContext: Sendable {
  package let feature: Feature
  package let workspace: WorkspaceContext
  /// `nil` without requirements.
  package let requirementIndex: RequirementIndex?
  /// The sentences of the criteria, for each requirement of the document.
  package let sentences: [[EARSSentence]]
  /// The user stories of a specification in Spec Kit's form; of others none.
  package let userStories: [UserStory]
  /// `nil` without a task list.
  package let taskIndex: TaskIndex?
  /// `nil` unless there are both requirements and tasks.
  package let traceability: Traceability?
  /// The references to requirements that do not plainly name what there is.
  package let oddLinks: [RequirementLink]
  /// The tasks whose numbers do not follow those of their elder siblings.
  let numberJumps: [NumberSequence.Jump]
  /// What gives the tasks numbers without jumps; few task lists have any.
  let sequenceFix: Fix?
  /// What the dependency lines of the tasks lead to; few task lists have any.
  package let dependencyLinks: [DependencyLink]
  /// What is wrong with the dependencies of the tasks, as planning sees it.
  package let dependencyFaults: [Finding]

  package init(_ feature: Feature, in workspace: WorkspaceContext) {
    self.feature = feature
    self.workspace = workspace
    let index = feature.requirements.map(RequirementIndex.init)
    requirementIndex = index
    sentences = feature.layout.hasRequirements ? feature.requirements?.sentences ?? [] : []
    userStories = feature.layout == .specKit ? feature.requirements?.text.userStories ?? [] : []
    let tasks = feature.tasks.map(TaskIndex.init)
    taskIndex = tasks
    if let tasks = feature.tasks, let requirements = feature.requirements, let index {
      traceability = Traceability(tasks, requirements, index)
    } else {
      traceability = nil
    }
    oddLinks = RequirementLink.odd(in: feature, index, traceability)
    numberJumps = feature.tasks.map { NumberSequence.jumps($0.tasks) } ?? []
    let hasFaultyNumbers = numberJumps.contains { $0.isGap || $0.next < $0.last }
    if let document = feature.tasks, hasFaultyNumbers {
      sequenceFix = TaskRenumbering.fix(document, for: .sequence)
    } else {
      sequenceFix = nil
    }
    if let document = feature.tasks, let tasks, document.declaresAnyDependency {
      dependencyLinks = DependencyLink.find(in: document, tasks)
    } else {
      dependencyLinks = []
    }
    dependencyFaults = DependencyFaults.find(in: feature)
  }
}
