import Diagnostics
import SpecModel

/// The agents of one feature by what they do for it, as numbers of the roster.
struct FeatureAgents {
  /// One agent with a place around the tasks.
  struct Placed {
    var agent: Int
    var role: AgentRole
  }

  /// Who may implement tasks, in the order in which ties are decided.
  var implementers: [Int] = []
  var primary: Int?
  /// Who implements what nobody else does, with the role.
  var fallback: (agent: Int, role: AgentRole, choice: PlannedStep.Choice)?
  var gates: [Placed] = []
  var reviewers: [Placed] = []
  var verifiers: [Placed] = []
  var completion: [Placed] = []
  var documentation: [Placed] = []
  /// The roles in which the registry names agents.
  private(set) var roles: [Int: AgentRole] = [:]

  /// Agents that the registry names come first, then those that the configuration gives every feature.
  init(
    _ feature: Feature, entry: RegistryFeature?, mappedPrimary: String?, globals: [Int],
    configured: [Int], roster: inout AgentRoster
  ) {
    let primaryName = entry?.primaryAgent?.value ?? mappedPrimary
    if let primaryName {
      let number = roster.number(of: primaryName)
      (primary, roles[number]) = (number, .primary)
      implementers.append(number)
    }
    for name in entry?.supportingAgents ?? [] {
      let number = roster.number(of: name.value)
      guard roles[number] == nil else { continue }
      roles[number] = .supporting
      place(number, role: .supporting, feature, roster)
    }
    for name in entry?.qaAgents ?? [] {
      let number = roster.number(of: name.value)
      guard roles[number] == nil || roles[number] == .primary else { continue }
      if roles[number] == nil { roles[number] = .qa }
      place(number, role: .qa, feature, roster)
    }
    for number in configured where roles[number] == nil {
      roles[number] = .supporting
      place(number, role: .supporting, feature, roster)
    }
    for number in globals where roles[number] == nil {
      roles[number] = .global
      place(number, role: .global, feature, roster)
    }
    if let primary {
      fallback = (primary, .primary, .primary)
    } else if let name = roster.defaultAgent {
      fallback = (roster.number(of: name), .standIn, .standIn)
    } else if let executor = implementers.first(where: { roster.agents[$0].duty == .executor }) {
      fallback = (executor, roles[executor] ?? .global, .placed)
    }
    // Agents that only execute what they are given do not compete for tasks.
    implementers.removeAll { $0 != primary && roster.agents[$0].duty == .executor }
  }

  private mutating func place(
    _ number: Int, role: AgentRole, _ feature: Feature, _ roster: AgentRoster
  ) {
    let agent = roster.agents[number]
    let isLast = agent.priority == .low
    let placed = Placed(agent: number, role: role)
    switch agent.duty {
    case .gate(let subject) where role != .qa:
      guard feature.has(subject) else { return }
      if isLast { documentation.append(placed) } else { gates.append(placed) }
    case .taskReview: reviewers.append(placed)
    case .verification:
      if isLast { documentation.append(placed) } else { verifiers.append(placed) }
    case .completion: completion.append(placed)
    case .documentation: documentation.append(placed)
    case .gate, .executor, nil:
      if role == .qa {
        verifiers.append(placed)
      } else if role != .global || agent.duty == .executor {
        implementers.append(number)
      }
    }
  }
}

extension Feature {
  fileprivate func has(_ subject: AgentDuty.Subject) -> Bool {
    switch subject {
    case .requirements: requirements != nil
    case .design: design != nil
    case .tasks: tasks != nil
    case .anything: true
    }
  }
}
