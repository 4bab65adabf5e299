/// What a value of a capability file has to be.
package indirect enum CapabilityType: Sendable, Hashable {
  case flag
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  /// A part of a whole: `0.7` or `70%`.
  case share
  /// `70%`, or a number from 0 to 100.
  case percentage
  /// `24h`, `5m`, `7_days`, or seconds.
  case duration
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
  /// The name of an agent.
  case agent
  /// A list; a single value in its place is taken for its only element where `orOne` says so.
  case list(CapabilityType, orOne: Bool = false)
  /// A mapping whose keys are free.
  case map(CapabilityType)
  /// A mapping whose keys are names of features.
  case features(CapabilityType)
  /// A mapping whose keys are names of agents, or `default`.
  case agents(CapabilityType)
  case section(CapabilitySection)
  /// The first where the value has its shape, else the second.
  case either(CapabilityType, CapabilityType)
  /// Anything.
  case open
}

/// The keys of a mapping.
package struct CapabilitySection: Sendable, Hashable {
  package var keys: [CapabilityKey]
  /// Paths of keys, with dots between them, whose values must not fall from one to the next.
  package var ascending: [[String]]
  /// Whether other tools have keys of their own here, so that only what looks misspelt is unknown.
  package var isShared: Bool

  package init(
    _ keys: [CapabilityKey], ascending: [[String]] = [], isShared: Bool = false
  ) {
    self.keys = keys
    self.ascending = ascending
    self.isShared = isShared
  }

  subscript(name: String) -> CapabilityKey? { keys.first { $0.name == name } }
}

/// A key that means something in a capability file.
package struct CapabilityKey: Sendable, Hashable {
  package var name: String
  package var type: CapabilityType

  package init(_ name: String, _ type: CapabilityType) {
    self.name = name
    self.type = type
  }
}

extension CapabilityType {
  static func keys(
    _ keys: KeyValuePairs<String, CapabilityType>, ascending: [[String]] = [],
    isShared: Bool = false
  ) -> CapabilityType {
    .section(
      CapabilitySection(
        keys.map { CapabilityKey($0.key, $0.value) }, ascending: ascending, isShared: isShared))
  }

  /// A list of words, of which some are well known.
  static func words(_ known: String...) -> CapabilityType { .list(.word(known)) }

  static let texts = CapabilityType.list(.text)
  /// A whole number from 1 on.
  static let count = CapabilityType.integer(1...1_000_000_000)
  /// A whole number from 0 on.
  static let amount = CapabilityType.integer(0...1_000_000_000_000)
}
