import SpecModel
import SpecPlanning

/// A workflow with a job for each wave and priority, whose matrix has the steps.
enum GitHubWaves {
  static func text(_ network: EngineNetwork, _ settings: ExportSettings) -> String {
    var text = GitHubActionsExport.header(
      network, settings,
      lost: [
        "Waits between single steps: the plan has too many steps for a job each, so a wave waits "
          + "for all of the wave before, and a failed step stops everything behind its wave."
      ])
    var before: [String] = []
    for (number, wave) in waves(network).enumerated() {
      var jobs: [String] = []
      for group in groups(of: wave, network) {
        var last: String?
        for (part, steps) in group.parts.enumerated() {
          let name = "wave-\(number)-\(group.name)" + (part > 0 ? "-\(part + 1)" : "")
          text += "  \(name):\n"
          text += GitHubActionsExport.needs(last.map { [$0] } ?? before)
          text += job(steps.map { network.steps[$0] }, limit: group.limit, settings)
          last = name
          jobs.append(name)
        }
      }
      before = jobs
    }
    return text
  }

  /// The steps in waves: each in the first one behind all that it waits for.
  private static func waves(_ network: EngineNetwork) -> [[Int]] {
    var waves: [[Int]] = []
    var firstFree = [Int](repeating: 0, count: network.steps.count)
    for (number, step) in network.steps.enumerated() {
      let wave = step.waits.reduce(0) { max($0, firstFree[$1]) }
      guard step.work != .point else {
        firstFree[number] = wave
        continue
      }
      firstFree[number] = wave + 1
      while waves.count <= wave { waves.append([]) }
      waves[wave].append(number)
    }
    return waves
  }

  private struct Group {
    var name: String
    var limit: Int?
    /// One behind another, or their matrices together would pass the limit.
    var parts: [ArraySlice<Int>]
  }

  private static func groups(of wave: [Int], _ network: EngineNetwork) -> [Group] {
    let size = GitHubActionsExport.jobLimit
    let approvals = wave.filter { network.steps[$0].work == .approval }
    var groups = [Group(name: "approval", limit: nil, parts: approvals.parts(of: size))]
    for priority in Priority.allCases {
      let steps = wave.filter {
        network.steps[$0].work == .assignment && network.steps[$0].priority == priority
      }
      let gates = steps.filter { network.steps[$0].kind == .gate }
      let others = steps.filter { network.steps[$0].kind != .gate }
      groups.append(
        Group(
          name: priority.rawValue, limit: network.limit(priority),
          parts: gates.parts(of: size) + others.parts(of: size)))
    }
    return groups.filter { !$0.parts.isEmpty }
  }

  private static func job(_ steps: [EngineStep], limit: Int?, _ settings: ExportSettings) -> String
  {
    guard let first = steps.first else { return "" }
    var text = "    name: ${{ matrix.label }}\n" + GitHubActionsExport.runner
    if first.work == .assignment {
      let minutes = steps.reduce(0) { max($0, $1.timeoutMinutes) }
      text += "    timeout-minutes: \(minutes + 10)\n"
    }
    text += "    strategy:\n      fail-fast: false\n"
    if let limit { text += "      max-parallel: \(limit)\n" }
    text += "      matrix:\n        include:\n"
    for step in steps { text += entry(step) }
    guard first.work == .assignment else { return text + GitHubActionsExport.approvalSteps }
    if first.kind == .gate { text += "    environment: specctl-gate\n" }
    text += "    steps:\n" + GitHubActionsExport.checkout
    text += "      - run: \(YAMLText.quoted(settings.command))\n"
    text += "        timeout-minutes: ${{ matrix.minutes }}\n"
    text += "        continue-on-error: ${{ matrix.forgiving }}\n"
    text += "        env:\n"
    for (name, _) in first.environment { text += "          \(name): ${{ matrix.\(name) }}\n" }
    return text
  }

  private static func entry(_ step: EngineStep) -> String {
    var text = "          - label: \(GitHubActionsExport.literal(step.label))\n"
    guard step.work == .assignment else { return text }
    text += "            minutes: \(step.timeoutMinutes)\n"
    text += "            forgiving: \(!step.isBlocking)\n"
    for (name, value) in step.environment {
      text += "            \(name): \(GitHubActionsExport.literal(value))\n"
    }
    return text
  }
}

extension Array {
  /// The elements in order, at most so many in each part.
  fileprivate func parts(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
