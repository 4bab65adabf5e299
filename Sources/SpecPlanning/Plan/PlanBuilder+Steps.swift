import Diagnostics
import SpecModel

extension PlanBuilder {
  /// Adds the steps of one feature: gates, tasks with their reviews, then what follows implementation.
  mutating func addSteps(of feature: Int, levels: GraphLevels, scope: AgentScope) {
    let entry = graph.entries[feature]
    let name = entry?.name.value ?? graph.features[feature].name
    let agents = FeatureAgents(
      graph.features[feature], entry: entry, scope: scope, roster: &roster)
    noteUnknown(in: entry)
    addGates(agents, feature)
    let implementers = addTasks(agents, feature, name: name, levels: levels)
    addEnding(agents, feature, implementers: implementers)
  }

  // MARK: Before

  /// Critical gates come one after another, the others side by side behind them.
  private mutating func addGates(_ agents: FeatureAgents, _ feature: Int) {
    let start = graph.starts[feature]
    let gates = agents.gates.enumerated().sorted {
      (priority($0.element.agent, .gate).rank, $0.offset)
        < (priority($1.element.agent, .gate).rank, $1.offset)
    }
    var lastCritical: Int?
    for (_, gate) in gates {
      let node = addPlaced(gate, .gate, feature)
      if let lastCritical { connect(lastCritical, to: node) }
      if priority(gate.agent, .gate) == .critical { lastCritical = node }
      connect(node, to: start)
    }
    sequence.append(Int32(truncatingIfNeeded: start))
  }

  // MARK: Tasks

  /// Returns the agents that implement, each with its first task.
  private mutating func addTasks(
    _ agents: FeatureAgents, _ feature: Int, name: String, levels: GraphLevels
  ) -> [Int: Int] {
    guard let document = graph.features[feature].tasks else { return [:] }
    let competitors = Competitors(agents: agents.implementers, ownCount: agents.ownCount)
    var matcher = TaskMatcher(competitors, roster: roster, feature: name)
    var occurrences = TaskOccurrences(document)
    self.implementers[feature] = competitors
    var implementers: [Int: Int] = [:]
    var orphans: [Int] = []
    for node in graph.nodesByFeature[feature] {
      let task = Int(graph.nodes[node].task)
      let chosen = choice(of: task, document, agents, &matcher)
      if let agent = chosen?.agent {
        if implementers[agent] == nil { implementers[agent] = task }
      } else {
        orphans.append(task)
      }
      let priority = chosen.map { self.priority($0.agent, .task) } ?? .high
      add(
        PlannedStep(
          feature: Int32(truncatingIfNeeded: feature), node: Int32(truncatingIfNeeded: node),
          occurrence: occurrences.next(task),
          agent: chosen.map { Int32(truncatingIfNeeded: $0.agent) } ?? -1,
          wave: levels.levels[node], kind: .task, role: chosen?.role ?? .primary,
          priority: priority,
          isBlocking: priority.isBlocking && !document.tasks[task].isOptional,
          choice: chosen?.choice ?? .nobody), node: node)
      addReviews(of: node, agents, feature, implementer: chosen?.agent)
    }
    noteOrphans(orphans, document, feature)
    guard !agents.verifiers.isEmpty else { return implementers }
    // Who implemented what is finished does not verify it either.
    let unknown = unknownAgents
    for task in document.tasks.indices
    where document.tasks[task].isLeaf && document.tasks[task].state.isSettled {
      if let agent = choice(of: task, document, agents, &matcher)?.agent {
        implementers[agent] = min(implementers[agent] ?? task, task)
      }
    }
    unknownAgents = unknown
    return implementers
  }

  private mutating func choice(
    of task: Int, _ document: TasksDocument, _ agents: FeatureAgents, _ matcher: inout TaskMatcher
  ) -> (agent: Int, role: AgentRole, choice: PlannedStep.Choice)? {
    if let chosen = named(
      document.tasks[task].agent, document.tasks[task].owner, document.path, agents)
    {
      return chosen
    }
    if !matcher.isEmpty,
      let match = matcher.match(
        title: document.tasks[task].title, files: document.tasks[task].files)
    {
      return (match.agent, agents.roles[match.agent] ?? .supporting, .matched)
    }
    return agents.fallback
  }

  /// The agent that a task names itself, else the one it is assigned to; persons and `Unassigned` are none.
  private mutating func named(
    _ agent: Located<String>?, _ owner: Located<String>?, _ path: String, _ agents: FeatureAgents
  ) -> (agent: Int, role: AgentRole, choice: PlannedStep.Choice)? {
    guard agent != nil || owner != nil else { return nil }
    for (place, isAgentLine) in [(agent, true), (owner, false)] {
      guard let place else { continue }
      let ignored: Set<Character> = ["`", "*", "_", "@", "[", "]", "\"", "'", " "]
      var name = place.value[...]
      while let first = name.first, ignored.contains(first) { name.removeFirst() }
      while let last = name.last, ignored.contains(last) { name.removeLast() }
      guard !name.isEmpty,
        roster.knows(String(name)) || isAgentLine && Self.looksLikeAgent(name)
      else { continue }
      let number = roster.number(of: String(name))
      if !roster.agents[number].isKnown, unknownAgents[number] == nil {
        unknownAgents[number] = (path, place.range)
      }
      return (number, agents.roles[number] ?? .assigned, .named)
    }
    return nil
  }

  private static func looksLikeAgent(_ name: Substring) -> Bool {
    name.contains("-")
      && name.utf8.allSatisfy {
        $0 == UInt8(ascii: "-") || $0 &- 0x61 < 26 || $0 &- 0x30 < 10
      }
  }

  private mutating func addReviews(
    of node: Int, _ agents: FeatureAgents, _ feature: Int, implementer: Int?
  ) {
    let task = steps[steps.count - 1]
    for reviewer in agents.reviewers where reviewer.agent != implementer {
      var review = placed(reviewer, .review, feature)
      review.node = task.node
      review.occurrence = task.occurrence
      if !task.isBlocking { review.isBlocking = false }
      let reviewed = addNode()
      add(review, node: reviewed)
      connect(Int(exits[node]), to: reviewed)
      // What waits for the task waits for a review whose failure stops it.
      if review.isBlocking { exits[node] = Int32(truncatingIfNeeded: reviewed) }
    }
  }

  private mutating func noteOrphans(_ tasks: [Int], _ document: TasksDocument, _ feature: Int) {
    // Where there are no agents at all, nobody expects to hear that a task has none.
    guard let first = tasks.first, roster.agents.contains(where: \.isKnown) else { return }
    let id = document.tasks[first].id
    let others = tasks.count == 1 ? "" : " and \(tasks.count - 1) more"
    findings.append(
      Finding(
        "task '\(id)'\(others) of feature '\(names[feature])' \(tasks.count == 1 ? "has" : "have") no agent",
        in: document.path,
        at: document.tasks[first].idRange,
        help:
          "name a 'primary_agent' in the registry or 'planning.default_agent' in the configuration",
        rule: "task-without-agent", severity: .warning))
  }

  // MARK: After

  private mutating func addEnding(
    _ agents: FeatureAgents, _ feature: Int, implementers: [Int: Int]
  ) {
    let end = graph.ends[feature]
    sequence.append(Int32(truncatingIfNeeded: end))
    var last = end
    var verifications: [Int] = []
    for verifier in agents.verifiers {
      if let task = implementers[verifier.agent] {
        noteSelfVerification(verifier.agent, task, feature)
        continue
      }
      let node = addPlaced(verifier, .verification, feature)
      connect(end, to: node)
      verifications.append(node)
    }
    if verifications.isEmpty { noteUnverified(feature) }
    if !verifications.isEmpty {
      last = addNode()
      milestones.append(
        (last, Milestone(id: names[feature] + "/@verified", feature: feature)))
      sequence.append(Int32(truncatingIfNeeded: last))
      for node in verifications { connect(node, to: last) }
      exits[end] = Int32(truncatingIfNeeded: last)
    }
    let completions = agents.completion.map { agent -> Int in
      let node = addPlaced(agent, .completion, feature)
      connect(last, to: node)
      return node
    }
    for agent in agents.documentation {
      let node = addPlaced(agent, .documentation, feature)
      for before in completions.isEmpty ? [last] : completions { connect(before, to: node) }
    }
  }

  private mutating func noteSelfVerification(_ agent: Int, _ task: Int, _ feature: Int) {
    guard let document = graph.features[feature].tasks else { return }
    findings.append(
      Finding(
        "agent '\(roster.agents[agent].name)' implements task '\(document.tasks[task].id)' and so "
          + "does not verify feature '\(names[feature])'", in: document.path,
        at: document.tasks[task].idRange, rule: "self-verification", severity: .note))
  }

  /// Says that nobody verifies a feature whose registry entry names agents for it.
  private mutating func noteUnverified(_ feature: Int) {
    guard let entry = graph.entries[feature], let first = entry.qaAgents.first,
      let path = graph.registryPath
    else { return }
    let count = entry.qaAgents.count
    findings.append(
      Finding(
        "nobody verifies feature '\(names[feature])': "
          + (count == 1 ? "its qa agent implements" : "each of its \(count) qa agents implements")
          + " one of its tasks", in: path, at: first.range,
        help: "name a qa agent that implements nothing of it",
        rule: "unverified-feature", severity: .warning))
  }

  // MARK: Steps

  private mutating func addPlaced(
    _ placed: FeatureAgents.Placed, _ kind: StepKind, _ feature: Int
  ) -> Int {
    let node = addNode()
    add(self.placed(placed, kind, feature), node: node)
    return node
  }

  private func placed(
    _ placed: FeatureAgents.Placed, _ kind: StepKind, _ feature: Int
  ) -> PlannedStep {
    let priority = priority(placed.agent, kind)
    return PlannedStep(
      feature: Int32(truncatingIfNeeded: feature), node: -1,
      agent: Int32(truncatingIfNeeded: placed.agent), kind: kind, role: placed.role,
      priority: priority, isBlocking: priority.isBlocking, choice: .placed)
  }

  private func priority(_ agent: Int, _ kind: StepKind) -> Priority {
    roster.agents[agent].priority ?? (kind == .documentation ? .low : .high)
  }

  private mutating func noteUnknown(in entry: RegistryFeature?) {
    guard let entry, let path = graph.registryPath else { return }
    let named =
      (entry.primaryAgent.map { [$0] } ?? []) + entry.supportingAgents + entry.qaAgents
    for agent in named {
      let number = roster.number(of: agent.value)
      if !roster.agents[number].isKnown, unknownAgents[number] == nil {
        unknownAgents[number] = (path, agent.range)
      }
    }
  }
}

/// Counts the tasks that share an id.
private struct TaskOccurrences {
  private let document: TasksDocument
  private var counts: [String: Int32] = [:]

  init(_ document: TasksDocument) {
    self.document = document
  }

  /// Which of the tasks of its id a task is, from 1.
  mutating func next(_ task: Int) -> Int32 {
    let count = (counts.updateValue(1, forKey: document.tasks[task].id) ?? 0) + 1
    if count > 1 { counts[document.tasks[task].id] = count }
    return count
  }
}
