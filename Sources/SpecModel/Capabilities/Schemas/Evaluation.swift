extension SettingType {
  /// Below `evaluation` in `evaluation_config.yaml`.
  static let evaluation = SettingType.keys([
    "enabled": .flag,
    "llm_as_judge": .keys([
      "enabled": .flag,
      "model": .text,
      "criteria": .map(.texts),
      "scoring": .keys([
        "scale": .scale, "require_explanation": .flag, "minimum_score": .number(0...1000),
      ]),
    ]),
    "comparative_evaluation": .keys([
      "enabled": .flag, "compare_multiple_approaches": .flag, "select_best": .flag,
    ]),
    "a_b_testing": .keys([
      "enabled": .flag, "test_prompt_variations": .flag, "test_agent_selection": .flag,
      "sample_size": .count, "confidence_level": .share,
    ]),
  ])
}
