extension SettingType {
  private static let eventNames = [
    "agent_started", "agent_completed", "agent_failed", "task_created", "task_completed",
    "quality_check_passed", "quality_check_failed", "human_review_required",
  ]

  /// Below `events` in `events_config.yaml`.
  static let events = SettingType.keys([
    "enabled": .flag,
    "event_bus": .keys(["backend": .word(["redis", "rabbitmq", "kafka"]), "url": .text]),
    "event_types": .list(.word(eventNames)),
    "webhooks": .keys([
      "enabled": .flag,
      "endpoints": .list(
        .keys([
          "url": .url, "events": .list(.word(eventNames)),
          "auth": .word(["bearer_token", "basic", "hmac", "none"]),
        ])),
    ]),
    "async_processing": .keys([
      "enabled": .flag, "worker_count": .count,
      "queue_backend": .word(["redis", "rabbitmq", "kafka"]),
    ]),
  ])
}
