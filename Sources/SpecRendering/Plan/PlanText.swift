package import Diagnostics
import SpecModel
package import SpecPlanning

/// A plan for people: waves with their tasks and agents, what stands around them, and what orders them.
package struct PlanText: Sendable {
  /// No line is wider than the terminal, or 40 columns.
  package var terminal: TerminalTraits
  /// Waves of more tasks are summed up by agent.
  package var tasksPerWave: Int

  /// Of plans with more tasks only the first waves are shown.
  private static let longPlan = 1_000
  private static let wavesOfLongPlan = 12
  /// How many features are listed with what they wait for.
  private static let featureLimit = 40

  private var columns: Int { max(40, terminal.width) }

  package init(terminal: TerminalTraits = .plain, tasksPerWave: Int = 40) {
    self.terminal = terminal
    self.tasksPerWave = tasksPerWave
  }

  /// The text with a line feed at the end of each line; linear in the plan.
  package func text(_ plan: Plan, _ schedule: Schedule) -> String {
    if plan.taskCount == 0 { return nothing(plan) }
    var text = StyledText(showsColor: terminal.showsColor)
    writeHeader(plan, to: &text)
    let counts = StepCounts(plan)
    write(counts, [.gate], title: "Before the tasks of a feature", to: &text)
    let shown =
      plan.taskCount > Self.longPlan
      ? min(plan.waves.count, Self.wavesOfLongPlan) : plan.waves.count
    for number in 0..<shown { write(number, plan.waves[number], plan, to: &text) }
    writeRest(plan, from: shown, to: &text)
    write(counts, [.review], title: "After each task", to: &text)
    write(
      counts, [.verification, .completion, .documentation], title: "After the tasks of a feature",
      to: &text)
    writeLayers(plan, to: &text)
    writeWaits(plan, to: &text)
    for words in ScheduleText(schedule, plan, columns: columns).lines {
      line(words.text, words.style, to: &text)
    }
    return text.text
  }

  /// Why there is nothing, and what to do about it.
  private func nothing(_ plan: Plan) -> String {
    let settled = plan.features.reduce(0) { $0 + $1.settledCount }
    let reason =
      if settled > 0 {
        "all \(settled) are done or skipped; '--include-done' plans them all the same"
      } else if plan.features.contains(where: { $0.tasksPath != nil }) {
        "the task lists hold none that is asked for"
      } else {
        "no feature has one; 'specctl init feature NAME' makes a feature with a task list"
      }
    let lines = "no task to plan: \(reason)".wrapped(toWidth: columns)
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Parts

  private func writeHeader(_ plan: Plan, to text: inout StyledText) {
    let planned = plan.features.lazy.filter { $0.taskCount > 0 }
    let modules = planned.filter { $0.kind == .module }.count
    let features = planned.count - modules
    let parts = [
      features > 0 || modules == 0 ? count(features, "feature") : nil,
      modules > 0 ? count(modules, "module") : nil,
    ]
    var agentNumbers: Set<Int> = []
    for index in plan.assignments.indices where plan.assignments.agentNumber(index) >= 0 {
      agentNumbers.insert(plan.assignments.agentNumber(index))
    }
    let agents = agentNumbers.count
    let settled = plan.features.reduce(0) { $0 + $1.settledCount }
    text.append(
      "\(parts.compactMap { $0 }.joined(separator: ", ")), \(count(plan.taskCount, "task")) in "
        + "\(count(plan.waves.count, "wave")), \(count(agents, "agent"))", .heading)
    if settled > 0 { text.append("; \(count(settled, "task")) already done or skipped") }
    text.endLine()
    let limits = Priority.allCases.map { "\($0.rawValue) \(plan.limits[$0] ?? 1)" }
    line("at once at most: " + limits.joined(separator: ", "), .faint, to: &text)
    writeModels(plan, to: &text)
    guard !plan.assumed.isEmpty else { return }
    let assumed = "assumed done: " + plan.assumed.joined(separator: ", ")
    for words in assumed.wrapped(toWidth: columns) { line(words, to: &text) }
  }

  /// How many tasks are for each model, where there are rules for models.
  private func writeModels(_ plan: Plan, to text: inout StyledText) {
    guard plan.choosesModels else { return }
    var counts: [String: Int] = [:]
    for index in plan.assignments.indices where plan.assignments.kind(index) == .task {
      counts[plan.model(of: index)?.model ?? "none", default: 0] += 1
    }
    let models = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    for words in "models of the tasks: \(models)".wrapped(toWidth: columns) {
      line(words, .faint, to: &text)
    }
  }

  private func write(_ number: Int, _ wave: [Int], _ plan: Plan, to text: inout StyledText) {
    text.endLine()
    text.append("Wave \(number)", .heading)
    text.append(" (\(count(wave.count, "task")))", .faint)
    text.endLine()
    guard wave.count <= tasksPerWave else {
      writeSummary(wave, plan, to: &text)
      return
    }
    let rows = wave.map { plan.assignments[$0] }
    let ids = rows.map { $0.id.visible }
    let agents = rows.map { ($0.agent ?? "no agent").visible }
    let idColumns = min(ids.map(\.displayWidth).max() ?? 0, columns * 2 / 5)
    let agentColumns = min(agents.map(\.displayWidth).max() ?? 0, columns * 2 / 5)
    let titles = rows.map(\.title.visible)
    let room = max(columns - 2 - idColumns - 2 - 2 - agentColumns, 8)
    let titleColumns = min(titles.map(\.displayWidth).max() ?? 0, room)
    for place in rows.indices {
      text.append("  ")
      text.append(ids[place].truncated(toWidth: idColumns).padded(toWidth: idColumns))
      text.append("  ")
      let title = titles[place].truncated(toWidth: titleColumns)
      text.append(title.padded(toWidth: titleColumns), .heading)
      text.append("  ")
      text.append(agents[place].truncated(toWidth: agentColumns), .faint)
      text.endLine()
    }
  }

  /// A long wave by agent, in the order of their first tasks.
  private func writeSummary(_ wave: [Int], _ plan: Plan, to text: inout StyledText) {
    var order: [Int] = []
    var tasks: [Int: [Int]] = [:]
    for index in wave {
      let agent = plan.assignments.agentNumber(index)
      if tasks[agent] == nil { order.append(agent) }
      tasks[agent, default: []].append(index)
    }
    for number in order {
      let agent = plan.assignments.agentName(number) ?? "no agent"
      let own = tasks[number] ?? []
      let features = Set(own.map { plan.assignments.feature($0) }).count
      let first = own.prefix(3).map { plan.assignments.id($0) }.joined(separator: ", ")
      line(
        "  \(agent): \(count(own.count, "task")) of \(count(features, "feature")): \(first)"
          + (own.count > 3 ? ", …" : ""), to: &text)
    }
  }

  private func write(
    _ counts: StepCounts, _ kinds: [StepKind], title: String, to text: inout StyledText
  ) {
    let entries = counts.entries.filter { kinds.contains($0.kind) }
    guard !entries.isEmpty else { return }
    let kindColumns = entries.map { $0.kind.rawValue.count }.max() ?? 0
    text.endLine()
    line(title, .heading, to: &text)
    for entry in entries {
      let what =
        entry.kind == .review ? count(entry.steps, "task") : count(entry.features, "feature")
      line(
        "  \(entry.kind.rawValue.padded(toWidth: kindColumns))  \(entry.agent) "
          + "(\(entry.priority.rawValue)), \(what)", to: &text)
    }
  }

  /// How many waits there are for each reason, and those between features.
  private func writeWaits(_ plan: Plan, to text: inout StyledText) {
    var counts: [EdgeReason: Int] = [:]
    for node in 0..<plan.assignments.count + plan.milestones.count {
      if node >= plan.assignments.count,
        let feature = plan.milestones[node - plan.assignments.count].feature,
        plan.features[feature].taskCount == 0
      {
        continue
      }
      for reason in plan.reasons(into: node) { counts[reason, default: 0] += 1 }
    }
    let parts = EdgeReason.allCases.filter { $0 != .membership }
      .compactMap { reason in counts[reason].map { "\($0) by \(reason.rawValue)" } }
    guard !parts.isEmpty else { return }
    text.endLine()
    line("Waits", .heading, to: &text)
    for words in parts.joined(separator: ", ").wrapped(toWidth: columns - 2) {
      line("  " + words, to: &text)
    }
    let waiting = plan.features.filter { feature in
      !feature.dependsOn.isEmpty && (feature.taskCount > 0 || feature.kind == .layer)
    }
    for feature in waiting.prefix(Self.featureLimit) {
      line(
        "  \(feature.name) waits for \(feature.dependsOn.joined(separator: ", "))", to: &text)
    }
    guard waiting.count > Self.featureLimit else { return }
    let rest = count(waiting.count - Self.featureLimit, "more feature")
    line("  \(rest) for others", to: &text)
  }

  /// What the waves of a long plan that are not shown hold.
  private func writeRest(_ plan: Plan, from first: Int, to text: inout StyledText) {
    guard first < plan.waves.count else { return }
    let tasks = plan.waves[first...].reduce(0) { $0 + $1.count }
    text.endLine()
    text.append("Waves \(first) to \(plan.waves.count - 1)", .heading)
    text.append(" (\(count(tasks, "task")))", .faint)
    text.endLine()
    line("  'specctl plan FEATURE' shows one feature, '--format html' everything", to: &text)
  }

  func line(_ words: String, _ style: TerminalStyle = .plain, to text: inout StyledText) {
    text.append(words.visible.truncated(toWidth: columns), style)
    text.endLine()
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

/// How often each agent stands around tasks, by kind, in the order of the first step of each.
private struct StepCounts {
  struct Entry {
    var kind: StepKind
    var agent: String
    var priority: Priority
    var steps: Int
    var features: Int
  }

  struct Key: Hashable {
    var kind: StepKind
    var agent: Int
  }

  private(set) var entries: [Entry] = []

  init(_ plan: Plan) {
    var places: [Key: Int] = [:]
    var lastFeature: [Int] = []
    for index in plan.assignments.indices where plan.assignments.kind(index) != .task {
      // What checks layers is shown by itself.
      let kind = plan.features[plan.assignments.feature(index)].kind
      guard kind == .feature || kind == .module else { continue }
      let key = Key(
        kind: plan.assignments.kind(index), agent: plan.assignments.agentNumber(index))
      let feature = plan.assignments.feature(index)
      let place = places[key] ?? entries.count
      if place == entries.count {
        places[key] = place
        entries.append(
          Entry(
            kind: key.kind, agent: plan.assignments.agentName(key.agent) ?? "no agent",
            priority: plan.assignments[index].priority, steps: 0, features: 0))
        lastFeature.append(-1)
      }
      entries[place].steps += 1
      // The same agent stands once around a feature, but for reviews, which are counted by task.
      if lastFeature[place] != feature { entries[place].features += 1 }
      lastFeature[place] = feature
    }
    let unsorted = entries
    entries = StepKind.allCases.flatMap { kind in unsorted.filter { $0.kind == kind } }
  }
}
