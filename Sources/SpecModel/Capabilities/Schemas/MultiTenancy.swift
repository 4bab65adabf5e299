extension SettingType {
  private static let limits = SettingType.keys([
    "max_concurrent_agents": .count, "max_daily_executions": .count, "max_storage_mb": .count,
    "max_cost_per_day": .money,
  ])

  /// Below `multi_tenancy` in `multi_tenancy_config.yaml`.
  static let multiTenancy = SettingType.keys([
    "enabled": .flag,
    "isolation": .keys([
      "level": .choice(["strict", "moderate", "basic"]),
      "separate_databases": .flag, "separate_memory": .flag, "separate_state": .flag,
    ]),
    "tenant_config": .keys([
      "allow_custom_agents": .flag, "allow_custom_rules": .flag, "allow_custom_specs": .flag,
    ]),
    "resource_limits": .keys(["per_tenant": limits]),
    "identification": .keys([
      "method": .choice(["api_key", "jwt", "session"]), "header_name": .text,
    ]),
  ])
}
