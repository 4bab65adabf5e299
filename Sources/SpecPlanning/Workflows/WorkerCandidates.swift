import Diagnostics
import SpecModel

/// The agents of a workspace by the kinds of workers that they can be.
struct WorkerCandidates {
  let roster: AgentRoster
  let scope: AgentScope
  /// The agents that there are, as opposed to those that are only named.
  let known: Set<String>
  /// By kind the known agents with the reason, the likelier ones first.
  private(set) var byKind: [WorkerKind: [(name: String, reason: String)]] = [:]

  init(_ workspace: Workspace) {
    roster = AgentRoster(workspace)
    scope = AgentScope(workspace, roster)
    known = Set(roster.agents.lazy.filter(\.isKnown).map(\.name))
    let agents = roster.agents.filter(\.isKnown)
    for kind in WorkerKind.allCases {
      let byName = agents.compactMap { agent in
        Self.sign(of: kind, in: agent.name).map { (agent.name, "'\($0)' in its name") }
      }
      let byDuty = agents.filter { Self.fits($0.duty, kind) && !Self.hasSign($0.name) }
        .map { ($0.name, $0.dutyOrigin) }
      byKind[kind] = byName + byDuty
    }
  }

  /// The word of an agent's name that speaks for a kind of worker.
  static func sign(of kind: WorkerKind, in name: String) -> String? {
    let signs = signsByKind[kind] ?? []
    return name.lowercased().split { $0 == "-" || $0 == "_" || $0 == " " }.map(String.init)
      .first(where: signs.contains)
  }

  /// Whether an agent's name speaks for any kind of worker that does not write.
  static func hasSign(_ name: String) -> Bool {
    WorkerKind.allCases.contains { sign(of: $0, in: name) != nil }
  }

  static func fits(_ duty: AgentDuty?, _ kind: WorkerKind) -> Bool {
    switch kind {
    case .productManager: duty == .gate(subject: .requirements)
    case .coder: duty == .executor
    case .reviewer: duty == .taskReview
    case .tester: duty == .verification
    case .deployer, .generic: false
    }
  }

  private static let signsByKind: [WorkerKind: Set<String>] = [
    .productManager: ["product", "requirements", "planner", "pm"],
    .reviewer: ["review", "reviewer", "auditor"],
    .tester: ["test", "tester", "testing", "tests", "qa", "quality"],
    .deployer: ["deploy", "deployer", "deployment", "devops", "release", "sre", "operations"],
  ]
}
