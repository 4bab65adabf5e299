package import SpecModel
package import SpecPlanning

/// What is different from how a workspace was at a revision.
package struct SiteChanges: Sendable {
  /// How the revision was named.
  package var revision: String
  package var former: Workspace
  /// What is different in the plan; `nil` where one of the two cannot be planned.
  package var plan: PlanDifference?

  package init(revision: String, former: Workspace, plan: PlanDifference?) {
    self.revision = revision
    self.former = former
    self.plan = plan
  }
}
