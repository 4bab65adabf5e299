extension SettingType {
  private static let testLists = SettingType.features(
    .keys([
      "unit_tests": .texts, "integration_tests": .texts, "e2e_tests": .texts, "ui_tests": .texts,
      "performance_tests": .texts, "security_tests": .texts,
    ]))

  /// Below `test_coverage` in `test_coverage_config.yaml`.
  static let testCoverage = SettingType.keys([
    "enabled": .flag,
    "thresholds": .map(.percentage),
    "test_strategy": testLists,
    "strategies": testLists,
    "auto_generate": .keys([
      "enabled": .flag, "agents": .list(.agent), "templates": .open,
    ]),
    "execution": .open,
    "performance": .open,
    "playwright": .open,
    "quality_gates": .open,
    "reporting": .open,
    "test_suites": .open,
  ])
}
