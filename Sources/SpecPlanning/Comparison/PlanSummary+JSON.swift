package import Diagnostics
import JSONSyntax
import SpecModel

extension PlanSummary {
  /// Why bytes are no plan.
  package struct Fault: Error, Sendable, Hashable {
    /// A phrase.
    package var message: String
    /// The byte at which it shows; `nil` for what is valid JSON.
    package var offset: Offset?
    /// What to do about a plan of another version; `nil` for other faults.
    package var help: String?

    init(_ message: String, at offset: Offset? = nil, help: String? = nil) {
      self.message = message
      self.offset = offset
      self.help = help
    }
  }

  /// Reads the machine form of a plan; near linear in its bytes.
  ///
  /// Members that no summary is made from are not looked at.
  package init(reading bytes: [UInt8]) throws(Fault) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(bytes, refusesRepeatedNames: true)
    } catch {
      throw Fault(error.message, at: Offset(error.offset))
    }
    try self.init(PlanMember(value))
  }

  private init(_ plan: PlanMember) throws(Fault) {
    let version = try plan.string("version")
    guard version == Plan.version else {
      throw Fault(
        "its version is '\(version)', where '\(Plan.version)' is wanted",
        help: "'specctl plan --format json' writes it anew")
    }
    order = try plan.word("order")
    leastConfidence = try plan.word("leastConfidence")
    selection = try TaskSelection(plan.member("selection"))
    inputs = [:]
    for input in try plan.elements("inputs") {
      inputs[try input.string("path")] = try input.string("digest")
    }
    settledTasks = []
    for feature in try plan.elements("features") {
      let name = try feature.string("name")
      settledTasks.formUnion(try feature.strings("settledTasks").map { "\(name)/\($0)" })
    }
    let members = try plan.elements("assignments")
    steps = []
    steps.reserveCapacity(members.count)
    for member in members { steps.append(try Step(member)) }
    let schedule = try plan.member("schedule")
    limits = [:]
    for limit in try schedule.elements("limits") {
      limits[try limit.string("name")] = try limit.integer("slots")
    }
    figures = try Figures(schedule)
    findings = []
    for finding in try plan.elements("findings") {
      findings.append(
        Remark(
          rule: try finding.string("rule"), severity: try finding.string("severity"),
          message: try finding.string("message")))
    }
    waits = []
    waits = try Self.waits(plan, members + plan.elements("milestones"), steps.map(\.kind))
  }

  private struct Pair: Hashable {
    var before: Int32
    var after: Int32
  }

  private static func waits(
    _ plan: PlanMember, _ nodes: [PlanMember], _ kinds: [StepKind]
  ) throws(Fault) -> [Wait] {
    var ids: [String] = []
    var numbers: [String: Int32] = [:]
    for node in nodes {
      let id = try node.string("id")
      guard numbers.updateValue(Int32(truncatingIfNeeded: ids.count), forKey: id) == nil else {
        throw Fault("'\(id)' stands in it twice")
      }
      ids.append(id)
    }
    func number(_ id: String) throws(Fault) -> Int32 {
      guard let number = numbers[id] else { throw Fault("it names '\(id)', which is not in it") }
      return number
    }
    var known: [Pair: EdgeReason] = [:]
    for edge in try plan.elements("edges") {
      let pair = Pair(
        before: try number(edge.string("before")), after: try number(edge.string("after")))
      known[pair] = try edge.word("reason")
    }
    var sources: [Int32] = []
    var targets: [Int32] = []
    var reasons: [EdgeReason?] = []
    for (place, node) in nodes.enumerated() {
      let after = Int32(truncatingIfNeeded: place)
      for id in try node.strings("after") {
        let before = try number(id)
        sources.append(after)
        targets.append(before)
        reasons.append(known[Pair(before: before, after: after)])
      }
    }
    let graph = DirectedGraph(nodeCount: ids.count, from: sources, to: targets)
    guard GraphLevels(graph).isComplete else { throw Fault("its steps wait for each other") }
    return JoinedWaits.find(ids, kinds, graph, reasons: reasons)
  }
}

extension TaskSelection {
  fileprivate init(_ member: PlanMember) throws(PlanSummary.Fault) {
    let features = try member.member("features")
    self.init(
      features: features.value.isNull ? nil : Set(try member.strings("features")),
      includesOptional: try member.bool("optional"), includesDone: try member.bool("done"))
  }
}

extension PlanSummary.Step {
  fileprivate init(_ member: PlanMember) throws(PlanSummary.Fault) {
    let kind: StepKind = try member.word("kind")
    let inputs = try member.member("inputs")
    let start = try member.integer("startSeconds")
    self.init(
      id: try member.string("id"), feature: try member.string("feature"), kind: kind,
      title: kind == .task ? try member.string("title") : "",
      wave: kind == .task ? try member.integer("wave") : nil,
      agent: try member.optionalString("agent"), role: try member.word("role"),
      priority: try member.word("priority"), isBlocking: try member.bool("blocking"),
      timeoutSeconds: try member.integer("timeoutSeconds"),
      durationSeconds: try member.integer("finishSeconds") - start,
      isEstimated: try member.bool("estimated"), requirements: try inputs.strings("requirements"),
      files: try inputs.strings("files"))
  }
}

extension PlanSummary.Figures {
  fileprivate init(_ schedule: PlanMember) throws(PlanSummary.Fault) {
    missedDeadlines = []
    for missed in try schedule.elements("missedDeadlines") {
      missedDeadlines.append(try missed.optionalString("feature"))
    }
    makespan = try schedule.integer("makespanSeconds")
    lowerBound = try schedule.integer("lowerBoundSeconds")
    criticalPath = try schedule.integer("criticalPathSeconds")
  }
}
