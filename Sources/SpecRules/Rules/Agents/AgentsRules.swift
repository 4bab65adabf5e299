extension Rule {
  /// The rules about agent files.
  static let agentsRules: [Rule] = [
    .agentWithoutFrontMatter,
    .unreadableFrontMatter,
    .agentWithoutName,
    .agentWithoutDescription,
    .unquotedValue,
    .agentNameMismatch,
    .duplicateAgent,
    .duplicateAgentKey,
    .unknownTool,
    .unknownModel,
    .agentNameForm,
    .emptyTools,
    .documentAmongAgents,
  ]
}
