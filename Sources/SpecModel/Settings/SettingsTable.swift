import Diagnostics
import YAMLSyntax

/// The keys of a mapping together with how each is read.
///
/// The one place that a key is declared at: what the reader takes, which keys it calls unknown, the
/// reference of the configuration and the JSON Schemas all come from here.
struct SettingsTable<Value>: Sendable {
  let readings: [SettingReading<Value>]
  private let places: [String: Int]

  init(_ readings: [SettingReading<Value>]) {
    self.readings = readings
    var places: [String: Int] = [:]
    for (index, reading) in readings.enumerated() {
      for name in [reading.key.name] + reading.key.synonyms { places[name] = index }
    }
    self.places = places
  }

  /// The reading of a key, by its name or a synonym of it.
  subscript(name: String) -> SettingReading<Value>? { places[name].map { readings[$0] } }

  var keys: [SettingKey] { readings.map(\.key) }

  /// The names that are offered where an unknown key is nearly one of them.
  var names: [String] { keys.filter { !$0.isForOthers }.map(\.name) }

  var section: SettingSection { SettingSection(keys) }

  var type: SettingType { .section(section) }

  /// Reads the entries of a mapping in the order written and notes those with other keys.
  func read(
    _ entries: [YAMLEntry], in container: @autoclosure () -> String, into value: inout Value,
    with reader: inout FieldReader
  ) {
    for entry in entries {
      if let reading = self[entry.name] {
        reading.read(&value, entry, &reader)
      } else {
        reader.unknown(entry, in: container(), known: names)
      }
    }
  }
}

/// A key, and where its value is kept.
struct SettingReading<Value>: Sendable {
  typealias Body = @Sendable (inout Value, YAMLEntry, inout FieldReader) -> Void

  private(set) var key: SettingKey
  let read: Body

  /// A key that is read in a way of its own, which has to take what the type says and nothing else.
  static func key(
    _ name: String, _ type: SettingType, _ summary: String, read: @escaping Body
  ) -> SettingReading {
    SettingReading(key: SettingKey(name, type, summary), read: read)
  }

  /// A key that is for people and other tools: any value of it is passed over.
  static func forOthers(_ name: String, _ summary: String, _ type: SettingType = .open)
    -> SettingReading
  {
    SettingReading(key: SettingKey(name, type, summary, isForOthers: true)) { _, _, _ in }
  }

  /// The reading with the value that counts where the key is left out.
  func standard(_ value: String) -> SettingReading {
    var copy = self
    copy.key.standard = value
    return copy
  }

  /// The reading with an example of its value in YAML.
  func such(as example: String) -> SettingReading {
    var copy = self
    copy.key.example = example
    return copy
  }

  /// The reading with further spellings of the key; of several that are written, the first counts.
  func also(_ synonyms: String...) -> SettingReading {
    var copy = self
    copy.key.synonyms = synonyms
    return copy
  }
}
