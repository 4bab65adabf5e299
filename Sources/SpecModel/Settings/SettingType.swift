/// What a value of a document of settings has to be.
package indirect enum SettingType: Sendable, Hashable {
  case flag
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  /// A part of a whole: `0.7` or `70%`.
  case share
  /// `70%`, or a number from 0 to 100.
  case percentage
  /// `24h`, `5m`, `7_days`, or seconds.
  case duration
  /// A time of work with its unit: `30m`, `2 days`.
  case workTime
  /// A duration, or how long a session lasts.
  case retention
  /// So many in a time: `100/hour`.
  case rate
  /// `$50` or `50.00`.
  case money
  /// The least and the most: `1-10`.
  case scale
  /// A comparison such as `error_rate > 5%`.
  case condition
  case text
  case url
  /// Text of which some words are well known, so that what is nearly one of them was meant to be it.
  case word([String])
  /// One of these words and nothing else.
  case choice([String])
  /// The name of something that stands elsewhere.
  case name(SettingName)
  /// A list; a single value in its place is taken for its only element where `orOne` says so.
  case list(SettingType, orOne: Bool = false)
  /// A mapping whose keys are free, or names of something.
  case map(SettingType, of: SettingName = .name)
  case section(SettingSection)
  /// The first where the value has its shape, else the second.
  case either(SettingType, SettingType)
  /// Anything.
  case open
}

/// What a name in a document of settings names.
package enum SettingName: String, Sendable, Hashable, CaseIterable {
  /// Anything.
  case name
  case agent
  case category
  case feature
  case group
  /// A rule of an orchestrator.
  case guideline
  case page
  /// A path from the root with `*`, `?` and `**`.
  case pattern
  case resource
  /// A rule of specctl.
  case rule
  case section
  case step
  case workflow
}

extension SettingType {
  static func keys(
    _ keys: KeyValuePairs<String, SettingType>, ascending: [[String]] = [],
    isShared: Bool = false, required: [[String]] = []
  ) -> SettingType {
    .section(
      SettingSection(
        keys.map { SettingKey($0.key, $0.value) }, ascending: ascending, isShared: isShared,
        required: required))
  }

  /// A list of words, of which some are well known.
  static func words(_ known: String...) -> SettingType { .list(.word(known)) }

  /// A mapping whose keys are names of features.
  static func features(_ value: SettingType) -> SettingType { .map(value, of: .feature) }

  /// A mapping whose keys are names of agents, or `default`.
  static func agents(_ value: SettingType) -> SettingType { .map(value, of: .agent) }

  static let agent = SettingType.name(.agent)
  static let texts = SettingType.list(.text)
  /// A whole number from 1 on.
  static let count = SettingType.integer(1...1_000_000_000)
  /// A whole number from 0 on.
  static let amount = SettingType.integer(0...1_000_000_000_000)
  static let wholeNumber = SettingType.integer(Int.min...Int.max)
}
