extension SettingType {
  private static let alertRule = SettingType.keys([
    "type": .text, "metric": .text, "operator": .text, "threshold": .open, "window": .duration,
    "severity": .choice(["info", "note", "warning", "error", "critical"]), "description": .text,
  ])

  /// Below `observability` in `observability_config.yaml`.
  static let observability = SettingType.keys([
    "enabled": .flag,
    "tracing": .keys([
      "enabled": .flag,
      "backend": .word(["opentelemetry", "langfuse", "datadog"]),
      "storage": .word(["sqlite", "postgres"]),
      "database_path": .text,
      "sampling_rate": .share,
      "trace_all_agents": .flag, "trace_state_transitions": .flag, "trace_tool_calls": .flag,
      "trace_spec_validation": .flag, "trace_errors": .flag,
      "capture_prompts": .flag, "capture_responses": .flag, "capture_tool_calls": .flag,
      "export": .map(.flag),
    ]),
    "metrics": .keys([
      "enabled": .flag,
      "storage": .word(["sqlite", "postgres"]),
      "database_path": .text,
      "collection_interval": .duration,
      "retention_days": .count,
      "rollup_hourly": .flag,
      "track_latency": .flag, "track_token_usage": .flag, "track_costs": .flag,
      "track_success_rate": .flag, "track_agent_performance": .flag,
      "track_feature_usage": .flag,
      "prometheus": .keys(["enabled": .flag, "port": .integer(1...65535), "path": .text]),
    ]),
    "alerting": .keys([
      "enabled": .flag,
      "log_path": .text,
      "channels": .words("email", "slack", "log", "file", "webhook", "pagerduty"),
      "conditions": .list(.either(alertRule, .condition)),
      "email": .keys([
        "enabled": .flag, "smtp_server": .text, "smtp_port": .integer(1...65535),
        "from_address": .text, "to_addresses": .list(.text, orOne: true), "username": .text,
        "password": .text,
      ]),
      "slack": .keys(["enabled": .flag, "webhook_url": .text, "channel": .text]),
    ]),
    "dashboards": .keys([
      "enabled": .flag,
      "metrics": .texts,
      "output_dir": .text,
      "auto_generate": .flag,
      "generation_interval": .duration,
      "types": .words("html", "grafana"),
    ]),
    "logging": .keys([
      "enabled": .flag,
      "level": .word(["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]),
      "format": .word(["json", "text"]),
      "output_dir": .text,
      "include_traces": .flag,
      "rotation": .keys([
        "enabled": .flag, "max_bytes": .count, "backup_count": .amount,
      ]),
    ]),
    "cleanup": .keys(
      [
        "enabled": .flag,
        "schedule": .text,
        "keep_raw_data_days": .count,
        "keep_aggregates_days": .count,
        "keep_dashboards_count": .count,
      ], ascending: [["keep_raw_data_days", "keep_aggregates_days"]]),
    "performance": .keys(["async_export": .flag, "batch_size": .count, "queue_size": .count]),
  ])
}
