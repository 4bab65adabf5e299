import Diagnostics
package import SpecModel

/// Every agent that a workspace knows of, with what planning asks about it.
package struct AgentRoster: Sendable {
  struct Agent: Sendable {
    var name: String
    /// The agent's own priority; `nil` when nothing gives it one.
    var priority: Priority?
    var timeoutSeconds: Int
    /// How many steps it may do at once; `nil` without a limit of its own.
    var maxParallel: Int?
    var duty: AgentDuty?
    /// What gave the agent its duty, for people: `auto_invoke 'always'`.
    var dutyOrigin: String
    /// Whether configuration or an agent file define it.
    var isKnown: Bool
    /// Whether every feature gets it without asking.
    var isGlobal: Bool
    /// Whether it may be given tasks of every feature, since it has no place around them.
    var isOffered = false
    /// The key that the configuration has it under; empty for `auto_enable` and for none.
    var category = ""
    /// The words of `auto_invoke_on`, as written.
    var words: [String]
    var features: Set<String>
  }

  private(set) var agents: [Agent] = []
  /// What speaks for each agent, by its number; only for agents that anything speaks for.
  private(set) var vocabularies: [Int: AgentVocabulary] = [:]
  private var numbers: [String: Int] = [:]
  let defaultAgent: String?
  /// How many steps of each priority may run at once.
  package let limits: [Priority: Int]
  let defaultTimeout: Int

  /// Seconds that an agent may take where nothing says otherwise.
  private static let builtInTimeout = 600
  private static let builtInLimits: [Priority: Int] = [
    .critical: 1, .high: 5, .medium: 10, .low: 3,
  ]

  /// Numbers agents as it meets them: those of the configuration, of files, of layers, then those only named.
  package init(_ workspace: Workspace) {
    let configuration = workspace.configuration
    defaultAgent = configuration?.planning.defaultAgent?.value
    defaultTimeout = configuration?.defaultTimeout?.value ?? Self.builtInTimeout
    limits = Self.builtInLimits.merging(
      (configuration?.maxParallel ?? [:]).mapValues { max(1, $0.value) }
    ) { $1 }
    for configured in configuration?.agents ?? [] { add(configured) }
    for file in workspace.agents where !file.isDocument { add(file) }
    for agent in workspace.layered?.agents ?? [] {
      let number = number(of: agent)
      agents[number].isKnown = true
    }
    rank(configuration?.priorityGroups ?? [])
    rank(workspace.registry?.globalAgents ?? [])
    let enabled = (configuration?.autoEnabled ?? []).map(\.value)
    for name in (workspace.registry?.globalNames ?? []) + enabled { offer(number(of: name)) }
    for feature in workspace.registry?.features ?? [] {
      for name in [feature.primaryAgent].compactMap({ $0 }) + feature.supportingAgents {
        _ = number(of: name.value)
      }
    }
    for (number, agent) in agents.enumerated() {
      let vocabulary = AgentVocabulary(words: agent.words, agent: agent.name)
      if !vocabulary.phrases.isEmpty || !vocabulary.extensions.isEmpty {
        vocabularies[number] = vocabulary
      }
    }
    placeByPriority(workspace.registry?.globalAgents ?? [])
    // What is optional at the end is no decision that a feature is complete.
    for number in agents.indices
    where agents[number].duty == .completion && agents[number].priority == .low {
      agents[number].duty = .documentation
    }
    for timeout in configuration?.timeouts ?? [] {
      agents[number(of: timeout.agent.value)].timeoutSeconds = max(1, timeout.seconds.value)
    }
  }

  /// The number of an agent that anything has named.
  func known(_ name: String) -> Int? { numbers[name] }

  /// Whether anything has named the agent before.
  func knows(_ name: String) -> Bool { numbers[name] != nil }

  /// The duty of an agent that anything has named.
  func duty(of name: String) -> AgentDuty? { numbers[name].flatMap { agents[$0].duty } }

  /// The number of an agent, which is made if nothing has named the agent before.
  mutating func number(of name: String) -> Int {
    if let known = numbers[name] { return known }
    let duty = AgentDuty.wellKnown[name]
    agents.append(
      Agent(
        name: name, priority: nil, timeoutSeconds: defaultTimeout, maxParallel: nil,
        duty: duty, dutyOrigin: duty == nil ? "" : "well-known agent", isKnown: false,
        isGlobal: false,
        words: [], features: []))
    numbers[name] = agents.count - 1
    return agents.count - 1
  }

  /// An agent that is named by its file's name is the one of the file.
  private mutating func add(_ file: AgentFile) {
    let isNamedByFile = numbers[file.identity] == nil && numbers[file.baseName] != nil
    let number = number(of: isNamedByFile ? file.baseName : file.identity)
    agents[number].isKnown = true
    for name in [file.identity, file.baseName] where numbers[name] == nil { numbers[name] = number }
  }

  private mutating func add(_ configured: ConfiguredAgent) {
    let number = number(of: configured.name.value)
    agents[number].isKnown = true
    if !configured.isEnabledOnly, agents[number].category.isEmpty {
      agents[number].category = configured.category
    }
    if agents[number].duty != nil { agents[number].isGlobal = true }
    if let autoInvoke = configured.autoInvoke?.value, let duty = AgentDuty.named(autoInvoke) {
      // 'always' says when an agent is wanted; where a well-known agent stands is known better.
      if autoInvoke != "always" || agents[number].duty == nil { agents[number].duty = duty }
      agents[number].dutyOrigin = "auto_invoke '\(autoInvoke)'"
      agents[number].isGlobal = true
    }
    if let priority = configured.priority?.value { agents[number].priority = priority }
    if let limit = configured.maxParallel?.value { agents[number].maxParallel = max(1, limit) }
    if let timeout = configured.timeout?.value { agents[number].timeoutSeconds = max(1, timeout) }
    agents[number].words += configured.autoInvokeOn.map(\.value)
    agents[number].features.formUnion(configured.features.map(\.value))
  }

  /// Brings an agent into every feature: at its place, or else among those that may be given tasks.
  private mutating func offer(_ number: Int) {
    if agents[number].duty != nil {
      agents[number].isGlobal = true
    } else {
      agents[number].isOffered = true
    }
  }

  /// Where a global agent stands that has neither a place nor anything that could speak for it.
  private mutating func placeByPriority(_ groups: [PriorityAgents]) {
    for group in groups {
      for name in group.agents.map(\.value) {
        let number = number(of: name)
        guard agents[number].isKnown, agents[number].duty == nil, vocabularies[number] == nil
        else { continue }
        agents[number].duty =
          switch agents[number].priority {
          case .critical: .gate(subject: .anything)
          case .low: .documentation
          case .high, .medium, nil: .verification
          }
        agents[number].dutyOrigin = "global_agents '\(group.priority.value)'"
        agents[number].isGlobal = true
      }
    }
  }

  /// The first group that names an agent decides; the agent's own priority comes before all groups.
  private mutating func rank(_ groups: [PriorityAgents]) {
    for group in groups {
      let name = group.priority.value.lowercased()
      let word = name.hasSuffix("_priority") ? String(name.dropLast(9)) : name
      guard let priority = Priority(rawValue: word) else { continue }
      for agent in group.agents {
        let number = number(of: agent.value)
        if agents[number].priority == nil { agents[number].priority = priority }
      }
    }
  }
}

extension Registry {
  /// The agents that are there for every feature, in the order written.
  fileprivate var globalNames: [String] {
    globalAgents.flatMap { $0.agents.map(\.value) } + sharedAgents.map(\.value)
  }
}
