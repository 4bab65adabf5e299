package import Diagnostics
package import SpecModel
package import SpecPlanning
package import SpecTracing

/// Everything that a documentation tells of a workspace.
package struct SiteContents: Sendable {
  /// What the documentation is called.
  package var title: String
  package var workspace: Workspace
  /// What the rules found.
  package var outcome: Outcome
  /// `nil` where the workspace cannot be planned, and then ``planFaults`` say why.
  package var plan: Plan?
  /// `nil` where there is no plan.
  package var schedule: Schedule?
  /// What keeps the plan from being made.
  package var planFaults: [Finding]
  package var usage: AgentUsage
  /// What leads to the requirements, and what was looked at to know it.
  package var trace: TraceReport
  /// Where code and tests stand on the web, for links to them.
  package var sources: SourceAddress?
  /// What is different from how it was, if that was asked for.
  package var changes: SiteChanges?

  /// Linear in the workspace, but for finding out where agents are used where that is not told.
  package init(
    title: String, workspace: Workspace, outcome: Outcome, trace: TraceReport, plan: Plan?,
    schedule: Schedule?, planFaults: [Finding] = [], usage: AgentUsage? = nil,
    sources: SourceAddress? = nil, changes: SiteChanges? = nil
  ) {
    self.title = title
    self.workspace = workspace
    self.outcome = outcome
    self.plan = plan
    self.schedule = schedule
    self.planFaults = planFaults
    self.trace = trace
    self.sources = sources
    self.changes = changes
    self.usage = usage ?? AgentUsage(workspace)
  }
}
