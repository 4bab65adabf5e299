extension SettingType {
  private static let healing: [SettingKey] = [
    SettingKey("enabled", .flag),
    SettingKey(
      "auto_fix_categories", .words("syntax_errors", "import_errors", "simple_type_errors")),
    SettingKey(
      "require_review_for", .words("logic_changes", "breaking_changes", "security_issues")),
    SettingKey("max_retries", .integer(0...1000)),
    SettingKey("retry_delay_ms", .amount),
    SettingKey("retry_strategies", .list(.either(strategy, .text))),
  ]

  private static let strategy = SettingType.keys([
    "type": .text, "when": .text, "confidence": .share,
  ])

  /// Below `feedback_loops` in `feedback_loop_config.yaml`.
  static let feedbackLoops = SettingType.keys([
    "enabled": .flag,
    "execution_tracking": .keys([
      "enabled": .flag, "store_all_executions": .flag, "database": .text, "database_path": .text,
      "retention_days": .count, "track_context": .flag, "track_files_modified": .flag,
    ]),
    "success_analysis": .keys([
      "enabled": .flag, "identify_patterns": .flag, "extract_best_practices": .flag,
      "update_agent_prompts": .flag,
    ]),
    "failure_analysis": .keys([
      "enabled": .flag, "root_cause_detection": .flag, "auto_retry": .flag,
      "max_retries": .integer(0...1000),
      "retry_strategies": .list(.either(strategy, .text)),
    ]),
    "pattern_analysis": .keys([
      "enabled": .flag, "min_samples": .count, "confidence_threshold": .share,
      "analyze_success_patterns": .flag, "analyze_failure_patterns": .flag,
      "analyze_performance_patterns": .flag, "pattern_types": .texts,
    ]),
    "continuous_improvement": .keys([
      "enabled": .flag, "review_frequency": .choice(["hourly", "daily", "weekly", "monthly"]),
      "metrics": .texts, "target_metrics": .open, "learning_strategies": .texts,
    ]),
    "self_healing": .section(SettingSection(healing)),
    "llm_analysis": .keys([
      "enabled": .flag, "model": .text, "use_for": .texts, "max_tokens": .count,
      "temperature": .number(0...2),
    ]),
    "notifications": .keys(["enabled": .flag, "notify_on": .texts, "channels": .texts]),
  ])
}
