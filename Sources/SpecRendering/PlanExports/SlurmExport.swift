import SpecModel
package import SpecPlanning

/// A plan as a bash script that hands every step to Slurm with `sbatch`; limits are licences.
package enum SlurmExport {
  /// Where the output of the steps lies, under the folder that the script is started in.
  package static let logDirectory = ".specctl/slurm"
  /// The most jobs that one dependency names; more would make arguments longer than Linux takes.
  static let dependencyLimit = 500
  /// How many jobs Slurm keeps if its configuration says nothing.
  static let jobLimit = 10_000

  /// Linear in the plan, but for steps behind long rows of steps whose failure is a warning.
  package static func export(_ plan: Plan, settings: ExportSettings) -> PlanExport {
    let network = EngineNetwork(plan, settings)
    var names = StepNames()
    var jobs = SlurmJobs(network.steps)
    var text = "#!/bin/bash\n" + header(network, settings) + prelude(settings)
    for (number, step) in network.steps.enumerated() {
      let name = names.name(step.id)
      for join in jobs.dependency(of: number) { text += join }
      text += statement(step, number, name, licences(of: step, network), dependency: jobs.last)
    }
    text += ending
    guard jobs.count > jobLimit else { return PlanExport(text: text) }
    return PlanExport(
      text: text,
      warnings: [
        "the plan has \(jobs.count) jobs; Slurm takes \(jobLimit) unless MaxJobCount says otherwise"
      ])
  }

  // MARK: Header

  private static func header(_ network: EngineNetwork, _ settings: ExportSettings) -> String {
    var lines = CommentLines()
    lines.paragraph("Made by 'specctl plan --format slurm': make it again instead of editing it.")
    lines.paragraph(
      "Start it in the root of the workspace, which every node has to see. It hands all steps to "
        + "Slurm, prints the id of each job, and returns; the output of the steps goes to "
        + "\(logDirectory). Partition, account and the like come from the variables that sbatch "
        + "reads, such as SBATCH_PARTITION. The limits are licences, to be put into slurm.conf:")
    var licences = Priority.allCases.map { "\($0.rawValue):\(network.limit($0))" }
    licences += network.agentLimits.map { "\($0.name):\($0.slots)" }
    if let total = network.maxParallel { licences.append("total:\(total)") }
    lines.verbatim("Licenses=\(licences.joined(separator: ","))")
    lines.environment(settings)
    if settings.asksForApproval {
      lines.paragraph(
        "A feature's first task waits for a held job; 'scontrol release ID' lets it go on.")
    }
    lines.losses(
      "Slurm",
      [
        "Limits of time are rounded up to minutes, and Slurm itself looks about once a minute.",
        "Retries: no step is tried again, also not when its node is lost (--no-requeue), since "
          + "the first copy may still be running.",
        "Licences are those of the cluster: other jobs that ask for them count too.",
        "A step whose failure is a warning is shown as failed; what waits for it goes on.",
      ])
    return lines.text
  }

  private static func prelude(_ settings: ExportSettings) -> String {
    """

    # What stands in single quotes is the text of the documents, to be kept as it is.
    # shellcheck disable=SC1003,SC2016
    set -euo pipefail

    export SPECCTL_RUN=\(ShellText.quoted(settings.command))
    logs=\(logDirectory)
    mkdir -p "$logs"

    # The ids of the jobs by the numbers of the steps. First steps are held until all are handed
    # over, so that none is over before what waits for it is known.
    declare -a job
    declare -a held

    give_up() {
      echo "not all steps could be handed over; those that were are cancelled" >&2
      for id in ${job[@]+"${job[@]}"}; do scancel "$id"; done
    }
    trap give_up EXIT

    # submit NUMBER NAME DEPENDENCY COMMAND [OPTION…]
    submit() {
      local number=$1 name=$2 dependency=$3 command=$4 id
      shift 4
      if [ -n "$dependency" ]; then
        set -- "$@" --kill-on-invalid-dep=yes --dependency="$dependency"
      else
        set -- "$@" --hold
      fi
      id=$(sbatch --parsable --no-requeue --export=ALL --job-name="$name" \\
        --output="$logs/$name-%j.log" "$@" --wrap="$command")
      job[number]=${id%%;*}
      [ -n "$dependency" ] || held+=("${job[number]}")
    }

    # step NUMBER NAME LICENCES MINUTES DEPENDENCY
    step() {
      submit "$1" "$2" "$5" 'exec sh -c "$SPECCTL_RUN"' --licenses="$3" --time="$4"
      printf '%s\\t%q\\n' "${job[$1]}" "$SPECCTL_STEP"
    }

    # join NUMBER DEPENDENCY: does nothing, and is over when what it names is.
    join() {
      submit "$1" "join-$1" "$2" : --time=1
    }

    # approval NUMBER NAME DEPENDENCY: is over when a person has released it.
    approval() {
      submit "$1" "$2" "$3" : --time=1 --hold
      printf '%s\\tapproval, wanted by: scontrol release %s\\n' "${job[$1]}" "${job[$1]}"
    }


    """
  }

  private static let ending = """

    # scontrol takes a list; one argument must not grow without bounds.
    for id in ${held[@]+"${held[@]}"}; do echo "$id"; done | xargs -r -n 500 | tr ' ' ',' |
      while read -r ids; do scontrol release "$ids"; done
    trap - EXIT

    """

  // MARK: Steps

  private static func licences(of step: EngineStep, _ network: EngineNetwork) -> String {
    var names = [step.priority.rawValue]
    if let limit = step.agentLimit { names.append(network.agentLimits[limit].name) }
    if network.maxParallel != nil { names.append("total") }
    return names.map { "\($0):1" }.joined(separator: ",")
  }

  private static func statement(
    _ step: EngineStep, _ number: Int, _ name: String, _ licences: String, dependency: String
  ) -> String {
    let words = dependency.isEmpty ? "''" : "\"\(dependency)\""
    switch step.work {
    case .point: return "join \(number) \(words)\n"
    case .approval: return "approval \(number) \(name) \(words)\n"
    case .assignment:
      return ShellText.assignments(step.environment)
        + " \\\n  step \(number) \(name) \(licences) \(step.timeoutMinutes) \(words)\n"
    }
  }
}
