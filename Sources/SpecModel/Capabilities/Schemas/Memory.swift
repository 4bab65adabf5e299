extension SettingType {
  private static let layer = SettingType.keys(
    [
      "enabled": .flag,
      "type": .word(["chromadb", "sqlite", "redis", "postgres"]),
      "backend": .word(["chromadb", "sqlite", "redis", "postgres"]),
      "retention": .retention,
      "retention_days": .count,
      "storage": .text,
      "path": .text,
      "use_for": .texts,
      "max_size_mb": .count,
      "auto_cleanup": .flag,
    ])

  private static let layers = SettingType.keys(
    ["short_term": layer, "medium_term": layer, "long_term": layer],
    ascending: [
      ["short_term.retention", "medium_term.retention", "long_term.retention"],
      ["short_term.retention_days", "medium_term.retention_days", "long_term.retention_days"],
    ])

  /// Below `memory` in `memory_config.yaml`.
  static let memory = SettingType.keys([
    "enabled": .flag,
    "layers": layers,
    "storage": layers,
    "sharing": .keys(["enabled": .flag, "cross_agent": .flag, "cross_session": .flag]),
    "retrieval": .keys([
      "enabled": .flag, "semantic_search": .flag, "relevance_threshold": .share,
      "max_results": .count, "boost_recent": .flag, "boost_frequently_accessed": .flag,
    ]),
    "embeddings": .keys(["model": .text, "device": .text, "batch_size": .count]),
    "remember": .texts,
    "categories": .texts,
    "management": .keys(
      [
        "auto_consolidate": .flag, "consolidation_threshold": .share,
        "prune_low_confidence": .flag, "confidence_threshold": .share,
        "max_entries_per_category": .count,
      ]),
    "persistence": .keys([
      "enabled": .flag, "save_on_shutdown": .flag, "load_on_startup": .flag,
    ]),
  ])
}
