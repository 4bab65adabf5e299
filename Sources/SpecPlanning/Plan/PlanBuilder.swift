import Diagnostics
import SpecModel

/// Gives every task an agent, puts the other steps around the tasks and brings all in order.
struct PlanBuilder {
  let workspace: Workspace
  let graph: TaskGraph
  let order: PlanningOrder
  let selection: TaskSelection

  var roster: AgentRoster
  var names: [String] = []
  var findings: [Finding] = []
  /// For each node its assignment, or -1 for a milestone.
  var assignmentOfNode: [Int32]
  var steps: [PlannedStep] = []
  /// For each feature the agents that compete for its tasks.
  var implementers: [Competitors]
  var milestones: [(node: Int, milestone: Milestone)] = []
  /// For each node of the task graph the node that what waits for it really waits for.
  var exits: [Int32]
  var sources: [Int32] = []
  var targets: [Int32] = []
  var origins: [EdgeOrigin?] = []
  /// All nodes feature by feature, in the order in which steps of one level are listed.
  var sequence: [Int32] = []
  /// Agents that neither configuration nor files define, with the place that first names each.
  var unknownAgents: [Int: (path: String, range: Range<Offset>)] = [:]

  init(
    _ workspace: Workspace, _ graph: TaskGraph, order: PlanningOrder, selection: TaskSelection
  ) {
    self.workspace = workspace
    self.graph = graph
    self.order = order
    self.selection = selection
    roster = AgentRoster(workspace)
    assignmentOfNode = [Int32](repeating: -1, count: graph.graph.nodeCount)
    implementers = [Competitors](repeating: Competitors(), count: graph.features.count)
    exits = (0..<graph.graph.nodeCount).map { Int32(truncatingIfNeeded: $0) }
    steps.reserveCapacity(graph.taskCount + graph.features.count * 8)
  }

  mutating func build() -> Plan {
    names = Self.names(graph.features)
    nameJunctions()
    let levels = GraphLevels(graph.graph, weightless: graph.taskCount)
    let scope = AgentScope(workspace, roster)
    for feature in graph.features.indices where !graph.nodesByFeature[feature].isEmpty {
      addSteps(of: feature, levels: levels, scope: scope)
    }
    addLayerChecks()
    noteUnknownAgents()
    noteLayers()
    findings += ModuleFaults.find(in: workspace)
    addTaskEdges()
    return arranged(levels: levels)
  }

  /// The names of features; where two are the same, their folders.
  private static func names(_ features: [Feature]) -> [String] {
    var counts: [String: Int] = [:]
    for feature in features { counts[feature.name, default: 0] += 1 }
    return features.map { counts[$0.name] == 1 ? $0.name : $0.directory }
  }

  // MARK: Nodes

  /// Adds a node for a step or milestone that is not in the task graph.
  mutating func addNode() -> Int {
    assignmentOfNode.append(-1)
    return assignmentOfNode.count - 1
  }

  mutating func add(_ step: PlannedStep, node: Int) {
    assignmentOfNode[node] = Int32(truncatingIfNeeded: steps.count)
    steps.append(step)
    sequence.append(Int32(truncatingIfNeeded: node))
  }

  mutating func connect(_ source: Int, to target: Int) {
    sources.append(Int32(truncatingIfNeeded: source))
    targets.append(Int32(truncatingIfNeeded: target))
    origins.append(nil)
  }

  private mutating func nameJunctions() {
    for (index, place) in graph.junctions.enumerated() {
      let feature = place.feature.map(Int.init)
      let prefix = feature.map { names[$0] + "/" } ?? ""
      func id(_ task: Int) -> String {
        feature.flatMap { graph.features[$0].tasks?.tasks[task].id } ?? ""
      }
      let name =
        switch place.junction {
        case .groupEnd(let task): "@all-of-\(id(task))"
        case .block(let level, let index): "@block-\(level)-\(index)"
        case .reference(let number): "@reference-\(number)"
        case .wave(let block, let number): "@waves-\(block)-\(number)"
        case .omitted(let task): "@omitted-\(task)-\(id(task))"
        case .start: "@start"
        case .end: "@implemented"
        case .layer(let rank): "@layer-\(rank)"
        }
      milestones.append(
        (graph.taskCount + index, Milestone(id: prefix + name, feature: feature)))
    }
  }

  private mutating func addTaskEdges() {
    for node in 0..<graph.graph.nodeCount {
      for slot in graph.graph.row(node) {
        sources.append(exits[node])
        targets.append(graph.graph.targets[slot])
        let origin = graph.origins[Int(graph.graph.edges[slot])]
        origins.append(origin)
      }
    }
  }

  // MARK: Findings

  /// Where nobody says which agents there are, an unknown one is nothing to be warned of.
  private mutating func noteUnknownAgents() {
    let known = roster.agents.lazy.filter(\.isKnown).map(\.name)
    var search = NearMissSearch(known)
    for (agent, place) in unknownAgents {
      let name = roster.agents[agent].name
      let near = search.nearMiss(to: name).map { "did you mean '\($0)'?" }
      findings.append(
        Finding(
          "agent '\(name)' is neither configured nor an agent file", in: place.path,
          at: place.range, help: near ?? "the plan counts on it nevertheless",
          rule: "unplanned-agent", severity: known.isEmpty ? .note : .warning))
    }
  }

  private mutating func noteLayers() {
    guard graph.layersAreContradicted, let path = graph.registryPath else { return }
    findings.append(
      Finding(
        "the layers of the features contradict 'depends_on' and order nothing", in: path, at: nil,
        rule: "layer-order-contradicted", severity: .warning))
  }
}
