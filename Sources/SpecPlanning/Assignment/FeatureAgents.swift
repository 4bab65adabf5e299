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
  /// How many of the implementers are the feature's own; the others are asked when none of these fits.
  private(set) var ownCount = 0
  var primary: Int?
  /// Who implements what nobody else does, with the role.
  var fallback: (agent: Int, role: AgentRole, choice: PlannedStep.Choice)?
  var gates: [Placed] = []
  var reviewers: [Placed] = []
  var verifiers: [Placed] = []
  var completion: [Placed] = []
  var documentation: [Placed] = []
  /// The roles of all agents of the feature.
  private(set) var roles: [Int: AgentRole] = [:]
  private var offered: [Int] = []

  /// Agents that the registry names come first, then those that the configuration gives the feature,
  /// then those that are there for several features.
  init(
    _ feature: Feature, entry: RegistryFeature?, scope: AgentScope, roster: inout AgentRoster
  ) {
    let name = entry?.name.value ?? feature.name
    let primaryName = entry?.primaryAgent?.value ?? scope.mappedPrimary(of: name)
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
      if roles[number] == .supporting {
        verifyToo(number, roster)
        continue
      }
      guard roles[number] == nil || roles[number] == .primary else { continue }
      if roles[number] == nil { roles[number] = .qa }
      place(number, role: .qa, feature, roster)
    }
    for number in scope.configured(for: name) where roles[number] == nil {
      roles[number] = .supporting
      place(number, role: .supporting, feature, roster)
    }
    for number in scope.globals where roles[number] == nil {
      roles[number] = .global
      place(number, role: .global, feature, roster)
    }
    for number in scope.mapped(for: name, &roster) where roles[number] == nil {
      roles[number] = .supporting
      place(number, role: .supporting, isOffered: true, feature, roster)
    }
    for number in scope.offered where roles[number] == nil {
      roles[number] = .global
      place(number, role: .global, isOffered: true, feature, roster)
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
    ownCount = implementers.count
    implementers += offered
  }

  /// Lets an agent that supports a feature verify it as well, unless it has a later place.
  private mutating func verifyToo(_ number: Int, _ roster: AgentRoster) {
    guard !verifiers.contains(where: { $0.agent == number }) else { return }
    switch roster.agents[number].duty {
    case .gate, .executor, nil: verifiers.append(Placed(agent: number, role: .qa))
    case .taskReview, .verification, .completion, .documentation: break
    }
  }

  private mutating func place(
    _ number: Int, role: AgentRole, isOffered: Bool = false, _ feature: Feature,
    _ roster: AgentRoster
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
      } else if isOffered, agent.duty == nil {
        offered.append(number)
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
