import SpecModel
import SpecPlanning

/// A workflow with a job for each step.
///
/// A limit of n is kept by n concurrency groups: of the jobs of a group one runs at a time.
enum GitHubJobs {
  static func text(_ network: EngineNetwork, _ settings: ExportSettings) -> String {
    var names = StepNames()
    let jobs = network.steps.map { names.name($0.id) }
    var text = GitHubActionsExport.header(
      network, settings,
      lost: [
        "Limits across jobs: each step is given one of as many places as its priority has. No "
          + "more run at once than the plan allows, but a step can wait for its place while "
          + "another is free. (GitHub Enterprise Server may not know 'queue'.)"
      ])
    var placesUsed: [Priority: Int] = [:]
    for (number, step) in network.steps.enumerated() {
      text += "  \(jobs[number]):\n"
      text += "    name: \(GitHubActionsExport.literal(step.label))\n"
      text += GitHubActionsExport.needs(step.waits.lazy.map { jobs[$0] })
      text += GitHubActionsExport.runner
      if step.work == .approval {
        text += GitHubActionsExport.approvalSteps
      } else {
        let used = placesUsed[step.priority, default: 0]
        placesUsed[step.priority] = used + 1
        text += job(step, place: used % network.limit(step.priority), settings)
      }
    }
    return text
  }

  private static func job(_ step: EngineStep, place: Int, _ settings: ExportSettings) -> String {
    var text = "    timeout-minutes: \(step.timeoutMinutes + 10)\n"
    if step.kind == .gate { text += "    environment: specctl-gate\n" }
    text += """
          concurrency:
            group: ${{ github.workflow }}-\(step.priority.rawValue)-\(place + 1)
            queue: max
          steps:

      """
    text += GitHubActionsExport.checkout
    text += "      - run: \(YAMLText.quoted(settings.command))\n"
    text += "        timeout-minutes: \(step.timeoutMinutes)\n"
    if !step.isBlocking { text += "        continue-on-error: true\n" }
    text += "        env:\n"
    for (name, value) in step.environment {
      text += "          \(name): \(GitHubActionsExport.literal(value))\n"
    }
    return text
  }
}
