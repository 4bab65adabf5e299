import Diagnostics
import YAMLSyntax

extension SettingReading {
  typealias Place<Kept> = any WritableKeyPath<Value, Kept> & Sendable

  static func text(
    _ name: String, _ place: Place<Located<String>?>, _ summary: String, _ type: SettingType = .text
  ) -> SettingReading {
    key(name, type, summary) { value, entry, reader in
      if value[keyPath: place] == nil { value[keyPath: place] = reader.text(entry) }
    }
  }

  /// A list of texts; those of synonyms are added to it.
  static func texts(
    _ name: String, _ place: Place<[Located<String>]>, _ summary: String,
    of element: SettingType = .text
  ) -> SettingReading {
    key(name, .list(element), summary) { value, entry, reader in
      value[keyPath: place] += reader.texts(entry)
    }
  }

  /// A list of texts, or a single one.
  static func textOrTexts(
    _ name: String, _ place: Place<[Located<String>]>, _ summary: String,
    of element: SettingType = .text
  ) -> SettingReading {
    key(name, .list(element, orOne: true), summary) { value, entry, reader in
      value[keyPath: place] += reader.textOrTexts(entry)
    }
  }

  /// A whole number from 1 on.
  static func count(
    _ name: String, _ place: Place<Located<Int>?>, _ summary: String, unit: String? = nil
  ) -> SettingReading {
    key(name, .count, summary) { value, entry, reader in
      value[keyPath: place] = reader.count(entry, unit: unit)
    }
  }

  /// A time of work, kept in seconds.
  static func workTime(
    _ name: String, _ place: Place<Located<Int>?>, _ summary: String
  ) -> SettingReading {
    key(name, .workTime, summary) { value, entry, reader in
      value[keyPath: place] = reader.time(entry)
    }
  }

  static func flag(
    _ name: String, _ place: Place<Located<Bool>?>, _ summary: String
  ) -> SettingReading {
    key(name, .flag, summary) { value, entry, reader in
      value[keyPath: place] = reader.flag(entry)
    }
  }

  /// One of the words of a type.
  static func word<Word: RawRepresentable<String> & CaseIterable & SendableMetatype>(
    _ name: String, _ place: Place<Located<Word>?>, _ summary: String
  ) -> SettingReading {
    key(name, .choice(Word.allCases.map(\.rawValue)), summary) { value, entry, reader in
      value[keyPath: place] = reader.word(entry, as: Word.self)
    }
  }

  /// One of some words.
  static func choice(
    _ name: String, of words: [String], _ place: Place<Located<String>?>, _ summary: String
  ) -> SettingReading {
    key(name, .choice(words), summary) { value, entry, reader in
      value[keyPath: place] = reader.choice(entry, of: words)
    }
  }

  /// A mapping from names to texts, numbers or the like.
  static func map<Element>(
    _ name: String, of names: SettingName, to type: SettingType, _ place: Place<[Element]>,
    _ summary: String,
    read: @escaping @Sendable (YAMLEntry, inout FieldReader) -> Element?
  ) -> SettingReading {
    key(name, .map(type, of: names), summary) { value, entry, reader in
      value[keyPath: place] = reader.entries(entry).compactMap { read($0, &reader) }
    }
  }
}
