extension SettingType {
  private static let modelRule = SettingType.keys(
    [
      "task_complexity": .word(["low", "medium", "high"]), "task_type": .text, "agent": .agent,
      "use": .text, "model": .text,
    ], isShared: true)

  /// Below `cost_management` in `cost_management_config.yaml`.
  static let costManagement = SettingType.keys([
    "enabled": .flag,
    "tracking": .keys([
      "enabled": .flag,
      "granularity": .choice(["per_agent", "per_feature", "per_user"]),
      "store_history": .flag,
    ]),
    "budgets": .keys(
      [
        "hourly_limit": .money, "daily_limit": .money, "weekly_limit": .money,
        "monthly_limit": .money, "yearly_limit": .money,
        "per_agent": .agents(.money), "per_feature": .features(.money),
        "currency": .text,
        "alert_threshold": .share, "warning_threshold": .share, "critical_threshold": .share,
        "stop_threshold": .share,
      ],
      ascending: [
        ["hourly_limit", "daily_limit", "weekly_limit", "monthly_limit", "yearly_limit"],
        ["alert_threshold", "critical_threshold", "stop_threshold"],
        ["warning_threshold", "critical_threshold"],
      ]),
    "optimization": .keys([
      "enabled": .flag,
      "smart_model_selection": .flag,
      "model_selection_rules": .list(.either(modelRule, .text)),
    ]),
    "reporting": .keys([
      "enabled": .flag,
      "frequency": .choice(["hourly", "daily", "weekly", "monthly"]),
      "include": .words(
        "cost_by_agent", "cost_by_feature", "model_usage_distribution",
        "optimization_opportunities"),
    ]),
  ])
}
