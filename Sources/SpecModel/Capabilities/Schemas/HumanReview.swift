extension SettingType {
  /// Below `human_review` in `human_review_config.yaml`.
  static let humanReview = SettingType.keys([
    "enabled": .flag,
    "triggers": .keys([
      "low_confidence": .keys(["enabled": .flag, "threshold": .share]),
      "critical_changes": .words(
        "database_schema_changes", "breaking_api_changes", "security_related_changes",
        "production_deployments"),
      "high_impact": .words(
        "changes_affecting_multiple_features", "architecture_modifications",
        "dependency_updates"),
    ]),
    "workflow": .keys([
      "enabled": .flag,
      "notification_channels": .words("slack", "email", "log", "webhook"),
      "review_interface": .choice(["web", "cli", "slack"]),
      "timeout": .duration,
      "on_timeout": .word(["approve", "reject", "escalate"]),
      "reviewers": .list(
        .keys(["role": .text, "name": .text, "for": .list(.text, orOne: true)])),
    ]),
    "feedback_integration": .keys([
      "enabled": .flag, "store_feedback": .flag, "update_agent_prompts": .flag,
      "improve_confidence_scoring": .flag,
    ]),
  ])
}
