extension SettingType {
  /// Below `security` in `security_config.yaml`.
  static let security = SettingType.keys([
    "enabled": .flag,
    "input_validation": .keys([
      "enabled": .flag,
      "checks": .words(
        "sql_injection_patterns", "command_injection_patterns", "path_traversal_patterns",
        "xss_patterns"),
    ]),
    "output_sanitization": .keys([
      "enabled": .flag,
      "remove_sensitive_data": .words(
        "api_keys", "passwords", "private_keys", "database_credentials"),
    ]),
    "pii_detection": .keys([
      "enabled": .flag,
      "redact_in_logs": .flag,
      "patterns": .words("email_addresses", "phone_numbers", "ssn", "credit_cards"),
    ]),
    "code_scanning": .keys([
      "enabled": .flag,
      "tools": .words("bandit", "semgrep", "codeql", "trivy", "gitleaks"),
      "block_on_critical": .flag,
    ]),
    "rate_limiting": .keys([
      "enabled": .flag,
      "per_user": .rate, "per_feature": .rate, "per_agent": .rate, "global": .rate,
    ]),
  ])
}
