import SpecModel
package import SpecPlanning

/// A plan as a Workflow of Argo, with the ConfigMap that holds the limits.
///
/// Texts of documents reach the container coded, so that nothing in between finds a variable in them.
package enum ArgoExport {
  /// Kubernetes keeps objects up to about this size, in bytes; Argo packs its own.
  static let sizeLimit = 1_000_000

  /// Linear in the plan.
  package static func export(_ plan: Plan, settings: ExportSettings) -> PlanExport {
    let network = EngineNetwork(plan, settings)
    var text = header(network, settings) + limits(network) + workflow(network, settings)
    text += tasks(network)
    var templates: Set<String> = []
    for step in network.steps
    where step.work == .assignment && templates.insert(template(of: step, network)).inserted {
      text += template(for: step, network)
    }
    if network.steps.contains(where: { $0.work == .approval }) {
      text += "  - name: approval\n    suspend: {}\n"
    }
    if network.steps.contains(where: { $0.work == .point }) {
      text += "  - name: point\n    suspend:\n      duration: \"0\"\n"
    }
    guard text.utf8.count > sizeLimit else { return PlanExport(text: text) }
    return PlanExport(
      text: text,
      warnings: [
        "the workflow has \(text.utf8.count) bytes; Kubernetes keeps objects up to about \(sizeLimit)"
      ])
  }

  // MARK: Pieces

  private static func header(_ network: EngineNetwork, _ settings: ExportSettings) -> String {
    var lines = CommentLines()
    lines.paragraph("Made by 'specctl plan --format argo': make it again instead of editing it.")
    lines.paragraph(
      "For Argo Workflows 3.6 or later. Two documents: the ConfigMap with the limits, which all "
        + "runs share, and the Workflow. Make a volume claim that holds the workspace and an "
        + "image that has what the command needs, and then:")
    lines.verbatim("kubectl apply -f FILE --selector specctl.dev/part=limits")
    lines.verbatim("argo submit FILE -p image=IMAGE -p claim=CLAIM")
    lines.environment(settings)
    if settings.asksForApproval {
      lines.paragraph(
        "A feature's first task waits for a suspended node; 'argo resume' lets it go on.")
    }
    lines.losses(
      "Argo Workflows",
      [
        "Files: all steps work in one volume, which has to allow as many nodes as run at once "
          + "(ReadWriteMany), or all of them have to run on one node.",
        "Limits of time begin when the pod starts. A step that is stopped by one whose failure is "
          + "only a warning lets others go on, but the workflow is shown as failed.",
        "Retries: a lost pod is started again up to twice, a failed step never.",
      ])
    return lines.text
  }

  private static func limits(_ network: EngineNetwork) -> String {
    var text = """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: specctl-limits
        labels:
          specctl.dev/part: limits
      data:

      """
    for priority in Priority.allCases {
      text += "  \(priority.rawValue): \"\(network.limit(priority))\"\n"
    }
    for limit in network.agentLimits { text += "  \(limit.name): \"\(limit.slots)\"\n" }
    return text + "---\n"
  }

  private static func workflow(_ network: EngineNetwork, _ settings: ExportSettings) -> String {
    let parallelism = network.maxParallel.map { "  parallelism: \($0)\n" } ?? ""
    return """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata:
        generateName: specctl-plan-
      spec:
        entrypoint: plan
      \(parallelism)\
        arguments:
          parameters:
          - name: image
          - name: claim
          - name: run
            value: \(YAMLText.quoted(coded(settings.command)))
        volumes:
        - name: workspace
          persistentVolumeClaim:
            claimName: "{{workflow.parameters.claim}}"
        templates:
        - name: plan
          dag:
            failFast: false
            tasks:

      """
  }

  private static func tasks(_ network: EngineNetwork) -> String {
    var names = StepNames()
    let tasks = network.steps.map { names.name($0.id) }
    var text = ""
    for (number, step) in network.steps.enumerated() {
      text += "      - name: \(tasks[number])\n        template: \(template(of: step, network))\n"
      if !step.waits.isEmpty {
        let terms = step.waits.map { wait in
          let before = network.steps[wait]
          let name = tasks[wait]
          return before.work != .assignment || before.isBlocking
            ? "\(name).Succeeded" : "(\(name).Succeeded || \(name).Failed || \(name).Errored)"
        }
        text += "        depends: \"\(terms.joined(separator: " && "))\"\n"
      }
      guard step.work == .assignment else { continue }
      text += "        arguments:\n          parameters:\n"
      for (name, value) in step.environment {
        text += "          - {name: \(name), value: \(YAMLText.quoted(coded(value)))}\n"
      }
    }
    return text
  }

  /// The name of the template that a step is made from.
  private static func template(of step: EngineStep, _ network: EngineNetwork) -> String {
    switch step.work {
    case .approval: "approval"
    case .point: "point"
    case .assignment:
      "step-\(step.priority.rawValue)" + (step.isBlocking ? "" : "-forgiving")
        + (step.agentLimit.map { "-" + network.agentLimits[$0].name } ?? "")
    }
  }

  /// The template of a step and all that are limited as it is.
  private static func template(for step: EngineStep, _ network: EngineNetwork) -> String {
    let names = EngineStep.environmentNames
    var text = "  - name: \(template(of: step, network))\n"
    text += "    inputs:\n      parameters:\n"
    for name in names { text += "      - name: \(name)\n" }
    text += "    synchronization:\n      semaphores:\n"
    let agentLimit = step.agentLimit.map { network.agentLimits[$0].name }
    for key in [step.priority.rawValue, agentLimit].compactMap({ $0 }) {
      text += """
              - configMapKeyRef:
                  name: specctl-limits
                  key: \(key)

        """
    }
    text += """
          activeDeadlineSeconds: "{{inputs.parameters.SPECCTL_TIMEOUT}}"
          retryStrategy:
            limit: "2"
            retryPolicy: OnError
          script:
            image: "{{workflow.parameters.image}}"
            command: [sh]
            workingDir: /workspace
            volumeMounts:
            - name: workspace
              mountPath: /workspace
            env:
            - name: CODED_RUN
              value: "{{workflow.parameters.run}}"

      """
    for name in names {
      text += "      - name: CODED_\(name.dropFirst(8))\n"
      text += "        value: \"{{inputs.parameters.\(name)}}\"\n"
    }
    // What is decoded ends with a stop, since `$(…)` takes line ends away at its end.
    text += """
            source: |
              for name in RUN \(names.map { String($0.dropFirst(8)) }.joined(separator: " ")); do
                eval "value=\\$CODED_$name"
                value=$(printf %b. "$value")
                export "SPECCTL_$name=${value%.}"
              done

      """
    guard !step.isBlocking else { return text + "        exec sh -c \"$SPECCTL_RUN\"\n" }
    return text + """
              sh -c "$SPECCTL_RUN" ||
                echo "warning: $SPECCTL_STEP failed with status $?" >&2

      """
  }

  /// The text as `printf %b` reads it, without anything that Argo or Kubernetes gives a meaning:
  /// braces, dollars, backslashes and controls stand as `\0` and three octal digits.
  static func coded(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x24, 0x5C, 0x7B, 0x7D, 0x7F:
        let digits = String(scalar.value, radix: 8)
        result += "\\0" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
