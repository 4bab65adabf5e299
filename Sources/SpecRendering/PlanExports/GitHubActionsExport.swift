import SpecModel
package import SpecPlanning

/// A plan as a workflow of GitHub Actions.
///
/// A job a step, as long as GitHub takes that; else a job for each wave and priority, with a matrix.
/// Of a large plan whose limits leave many steps waiting only the latter keeps them.
package enum GitHubActionsExport {
  /// How many jobs a run may have, and how many a matrix.
  static let jobLimit = 256
  /// How many jobs may wait for one concurrency group; one more may run.
  static let queueLimit = 100
  /// GitHub starts no run of a workflow file that is larger, in bytes.
  static let sizeLimit = 500_000

  /// Linear in the plan; quadratic in the steps of one that has no more than 256.
  package static func export(_ plan: Plan, settings: ExportSettings) -> PlanExport {
    let bySteps =
      plan.assignments.count <= jobLimit
      ? EngineNetwork(plan, settings, keepsPoints: false) : nil
    if let bySteps, isPossible(bySteps) {
      return checked(GitHubJobs.text(bySteps, settings))
    }
    let network = EngineNetwork(plan, settings)
    return checked(GitHubWaves.text(network, settings))
  }

  private static func isPossible(_ network: EngineNetwork) -> Bool {
    guard network.steps.count <= jobLimit else { return false }
    return Priority.allCases.allSatisfy { priority in
      let count = network.steps.count { $0.work == .assignment && $0.priority == priority }
      return count <= network.limit(priority) * (queueLimit + 1)
    }
  }

  private static func checked(_ text: String) -> PlanExport {
    guard text.utf8.count > sizeLimit else { return PlanExport(text: text) }
    return PlanExport(
      text: text,
      warnings: [
        "the workflow has \(text.utf8.count) bytes; GitHub starts no run of one over \(sizeLimit)"
      ])
  }

  // MARK: Shared pieces

  static func header(
    _ network: EngineNetwork, _ settings: ExportSettings, lost: [String]
  ) -> String {
    var lines = CommentLines()
    lines.paragraph(
      "Made by 'specctl plan --format github-actions': make it again instead of editing it.")
    lines.paragraph(
      "Put it into .github/workflows and start it by hand, for the branch that the steps are to "
        + "work on. Each job checks out the tip of that branch anew, so a step has to commit and "
        + "push what the next ones are to see. The variable SPECCTL_RUNNER of the repository "
        + "names another runner than ubuntu-latest. Gates are jobs of the environment "
        + "'specctl-gate', which can be given reviewers and secrets in the settings.")
    lines.environment(settings)
    lines.paragraph("The command may hold expressions, such as ${{ secrets.NAME }}; titles cannot.")
    if settings.asksForApproval {
      lines.paragraph(
        "Jobs of the environment 'specctl-approval' wait for a person, if the environment has "
          + "required reviewers; without them they pass at once.")
    }
    lines.losses(
      "GitHub Actions",
      lost + network.lostLimits(total: true) + [
        "Limits of time are rounded up to minutes; a job has 10 minutes more than its step.",
        "Files: steps that may run at once push to one branch; the command has to rebase and try "
          + "again when it comes second.",
        "Retries: a failed job is run again by hand ('Re-run failed jobs').",
      ])
    return lines.text + """

      name: specctl plan
      on: workflow_dispatch
      permissions:
        contents: write
      concurrency:
        group: ${{ github.workflow }}
      jobs:

      """
  }

  /// Text that GitHub hands on as it is: nothing in it is taken for an expression.
  static func literal(_ text: String) -> String {
    YAMLText.quoted(
      text.split(separator: "${{", omittingEmptySubsequences: false)
        .joined(separator: "${{ '${{' }}"))
  }

  static let runner = "    runs-on: ${{ vars.SPECCTL_RUNNER || 'ubuntu-latest' }}\n"

  static let checkout = """
          - uses: actions/checkout@v5
            with:
              ref: ${{ github.ref }}

    """

  static let approvalSteps = """
        environment: specctl-approval
        steps:
          - run: echo approved

    """

  static func needs(_ names: some Sequence<String>) -> String {
    let names = names.joined(separator: ", ")
    return names.isEmpty ? "" : "    needs: [\(names)]\n"
  }
}
