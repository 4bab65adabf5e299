import SpecModel
package import SpecPlanning

/// A plan as a build file of ninja: limits are pools, a step that is done leaves a stamp.
///
/// A step is done when its stamp exists, whatever ninja's own log says: the stamp is made by the
/// step and not by ninja, so that nothing is done twice when ninja is killed or the plan is made anew.
package enum NinjaExport {
  /// Where stamps and ninja's own log lie, under the folder that ninja runs in.
  package static let stateDirectory = ".specctl/ninja"

  /// Linear in the plan.
  package static func export(_ plan: Plan, settings: ExportSettings) -> PlanExport {
    let network = EngineNetwork(plan, settings)
    var text = header(network, settings)
    text += """

      ninja_required_version = 1.7
      builddir = \(stateDirectory)
      run = \(value(word(settings.command)))


      """
    if needsLineEnds(network, settings) { text += "prepare = \(value(lineEnds))\n\n" }
    for priority in Priority.allCases {
      text += "pool \(priority.rawValue)\n  depth = \(network.limit(priority))\n"
    }
    text += rules
    let targets = network.steps.map { step in
      stateDirectory + "/" + FileName.path(step.id) + ".done"
    }
    for (number, step) in network.steps.enumerated() {
      text += statement(step, targets, number)
    }
    text += phonies(network, targets)
    return PlanExport(text: text)
  }

  // MARK: Header

  private static func header(_ network: EngineNetwork, _ settings: ExportSettings) -> String {
    var lines = CommentLines()
    let limits = Set(network.steps.filter { $0.work == .assignment }.map(\.priority))
    let width = limits.reduce(0) { $0 + network.limit($1) }
    lines.paragraph("Made by 'specctl plan --format ninja': make it again instead of editing it.")
    lines.paragraph("Run it in the root of the workspace, all of it or one feature by name:")
    lines.verbatim("ninja -k 0 -j \(min(max(width, 1), settings.maxParallel ?? width))")
    lines.paragraph(
      "-j is how many steps may run at once in all, for they wait more than they compute; -k 0 goes on with what "
        + "does not wait for a failed step. A finished step has a stamp in \(stateDirectory) and "
        + "is not done again, even when its title or command changes; remove the stamp to do it "
        + "again, or the folder to start over. 'done' or 'failed STATUS' stands in it.")
    lines.environment(settings)
    if network.steps.contains(where: { $0.work == .approval }) {
      lines.paragraph(
        "A feature's first task waits for a person: ninja fails there and names the file to make.")
    }
    lines.losses(
      "ninja",
      [
        "Limits of time: no step is stopped. The command can keep $SPECCTL_TIMEOUT itself, as in: "
          + "timeout \"$SPECCTL_TIMEOUT\" ./scripts/run-step",
        "Retries: a failed step is tried again by the next ninja only.",
        "Limits hold inside one ninja; two that run at once do not know of each other.",
      ] + network.lostLimits(total: false))
    return lines.text
  }

  // MARK: Statements

  /// The environment stands in the command and not in files: a build file is whole by itself.
  private static let rules = """

    rule step
      command = $prepare export $environment && sh -c $run && echo done > $out
      description = $label
      generator = 1
    # The failure of such a step is a warning: what waits for it goes on.
    rule forgiving_step
      command = $prepare export $environment; if sh -c $run; then echo done > $out; else $
          status=$$?; echo "warning: $$SPECCTL_STEP failed with status $$status" >&2; $
          echo "failed $$status" > $out; fi
      description = $label
      generator = 1
    rule approval
      command = echo "look at what the gates said, then: touch "$out >&2; exit 1
      description = $label
      generator = 1


    """

  private static func statement(_ step: EngineStep, _ targets: [String], _ number: Int) -> String {
    let rule =
      switch step.work {
      case .assignment: step.isBlocking ? "step" : "forgiving_step"
      case .approval: "approval"
      case .point: "phony"
      }
    var text = "build \(targets[number]): \(rule)"
    if !step.waits.isEmpty {
      // By order only: a step is not done again because an earlier one was. A phony target has no
      // other way to pass on that something before it failed.
      if step.work != .point { text += " ||" }
      for wait in step.waits { text += " $\n    \(targets[wait])" }
    }
    text += "\n"
    switch step.work {
    case .assignment:
      text += "  pool = \(step.priority.rawValue)\n"
      text += "  environment = \(environment(step))\n"
      text += "  label = \(value(step.label))\n"
    case .approval: text += "  label = \(value(step.label))\n"
    case .point: break
    }
    return text
  }

  private static func phonies(_ network: EngineNetwork, _ targets: [String]) -> String {
    var text = "\n"
    var members = [[Int]](repeating: [], count: network.featureNames.count)
    for (number, step) in network.steps.enumerated() where step.work == .assignment {
      if let feature = step.feature { members[feature].append(number) }
    }
    for (feature, name) in network.featureNames.enumerated() where !members[feature].isEmpty {
      text += "build \(target(name)): phony"
      for number in members[feature] { text += " $\n    \(targets[number])" }
      text += "\n"
    }
    text += "build all: phony"
    for (feature, name) in network.featureNames.enumerated() where !members[feature].isEmpty {
      text += " $\n    \(target(name))"
    }
    return text + "\ndefault all\n"
  }

  /// What a person names to run one feature; `all` is taken.
  private static func target(_ feature: String) -> String {
    feature == "all" ? "%61ll" : FileName.path(feature)
  }

  private static func needsLineEnds(_ network: EngineNetwork, _ settings: ExportSettings) -> Bool {
    hasLineEnd(settings.command)
      || network.steps.contains { $0.environment.contains { hasLineEnd($0.value) } }
  }

  // MARK: Words

  private static func environment(_ step: EngineStep) -> String {
    value(step.environment.map { "\($0.name)=\(word($0.value))" }.joined(separator: " "))
  }

  /// A word for the shell on one line, since values of ninja cannot hold line ends.
  private static func word(_ text: String) -> String {
    guard hasLineEnd(text) else { return ShellText.quoted(text) }
    var word = ""
    var part = String.UnicodeScalarView()
    func close() -> String { part.isEmpty ? "" : ShellText.quoted(String(part)) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r":
        word += close() + (scalar == "\n" ? "\"$line_feed\"" : "\"$carriage_return\"")
        part = String.UnicodeScalarView()
      default: part.append(scalar)
      }
    }
    return word + close()
  }

  private static func hasLineEnd(_ text: String) -> Bool {
    text.utf8.contains { $0 == 10 || $0 == 13 }
  }

  /// Sets what ``word(_:)`` counts on; `$(…)` takes line ends away at its end, so a stop stands behind them.
  private static let lineEnds =
    "line_feed=$(printf '\\n.'); line_feed=${line_feed%.}; carriage_return=$(printf '\\r'); "

  /// A value of ninja, in which only `$` means something.
  private static func value(_ text: String) -> String {
    text.split(separator: "$", omittingEmptySubsequences: false).joined(separator: "$$")
  }
}
