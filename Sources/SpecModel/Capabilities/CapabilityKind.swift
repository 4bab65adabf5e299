/// The capabilities that have a file of settings of their own.
package enum CapabilityKind: String, Sendable, Hashable, CaseIterable {
  case mcp, testCoverage, observability, feedbackLoop, costManagement, memory, humanReview
  case security, evaluation, multiTenancy, events

  /// The names that the file may have; the first one is usual.
  package var fileNames: [String] {
    switch self {
    case .mcp: ["mcp_config.json", "mcp_config_enhanced.json"]
    case .testCoverage: ["test_coverage_config.yaml"]
    case .observability: ["observability_config.yaml"]
    case .feedbackLoop: ["feedback_loop_config.yaml"]
    case .costManagement: ["cost_management_config.yaml"]
    case .memory: ["memory_config.yaml"]
    case .humanReview: ["human_review_config.yaml"]
    case .security: ["security_config.yaml"]
    case .evaluation: ["evaluation_config.yaml"]
    case .multiTenancy: ["multi_tenancy_config.yaml"]
    case .events: ["events_config.yaml"]
    }
  }

  /// The folder in `.claude/orchestrator` that the file may also stand in; `nil` for none.
  package var folder: String? {
    switch self {
    case .mcp, .testCoverage: nil
    case .observability: "observability"
    case .feedbackLoop: "feedback"
    case .costManagement: "cost"
    case .memory: "memory"
    case .humanReview: "human_review"
    case .security: "security"
    case .evaluation: "evaluation"
    case .multiTenancy: "tenancy"
    case .events: "events"
    }
  }

  /// The key at the top below which the settings stand.
  package var section: String {
    switch self {
    case .mcp: "mcpServers"
    case .testCoverage: "test_coverage"
    case .observability: "observability"
    case .feedbackLoop: "feedback_loops"
    case .costManagement: "cost_management"
    case .memory: "memory"
    case .humanReview: "human_review"
    case .security: "security"
    case .evaluation: "evaluation"
    case .multiTenancy: "multi_tenancy"
    case .events: "events"
    }
  }

  /// What stands below ``section``.
  package var schema: SettingType {
    switch self {
    case .mcp: .mcpServers
    case .testCoverage: .testCoverage
    case .observability: .observability
    case .feedbackLoop: .feedbackLoops
    case .costManagement: .costManagement
    case .memory: .memory
    case .humanReview: .humanReview
    case .security: .security
    case .evaluation: .evaluation
    case .multiTenancy: .multiTenancy
    case .events: .events
    }
  }

  /// The kind of a file with a name in a folder of `.claude/orchestrator`, or in none.
  package init?(fileName: String, folder: String? = nil) {
    let kind = Self.allCases.first { $0.fileNames.contains(fileName) }
    guard let kind, folder == nil || kind.folder == folder else { return nil }
    self = kind
  }
}
