/// The keys of a mapping.
package struct SettingSection: Sendable, Hashable {
  package var keys: [SettingKey]
  /// Paths of keys, with dots between them, whose values must not fall from one to the next.
  package var ascending: [[String]]
  /// Whether other tools have keys of their own here, so that only what looks misspelt is unknown.
  package var isShared: Bool
  /// What keys of any other name hold; `nil` where there are none.
  package var others: SettingType?
  /// What the other keys name.
  package var otherNames: SettingName
  /// Whether a value that is no mapping is passed over without a word.
  package var isOptional: Bool
  /// Names of keys of which each list must have one in the mapping.
  package var required: [[String]]

  package init(
    _ keys: [SettingKey], ascending: [[String]] = [], isShared: Bool = false,
    others: SettingType? = nil, named otherNames: SettingName = .name, isOptional: Bool = false,
    required: [[String]] = []
  ) {
    self.keys = keys
    self.ascending = ascending
    self.isShared = isShared
    self.others = others
    self.otherNames = otherNames
    self.isOptional = isOptional
    self.required = required
  }

  /// The key of a name, not of a synonym; linear in the keys.
  package subscript(name: String) -> SettingKey? { keys.first { $0.name == name } }
}

/// A key that means something, and everything that is said about it.
package struct SettingKey: Sendable, Hashable {
  package var name: String
  package var type: SettingType
  /// What it is for: a phrase in Markdown, empty where nothing needs to be said.
  package var summary: String
  /// What counts where the key is left out, as one would write it.
  package var standard: String?
  /// A value as one writes it in YAML; `nil` where the type says it well enough.
  package var example: String?
  /// Other spellings that are read alike.
  package var synonyms: [String]
  /// Whether it is for people and other tools, and nothing in specctl depends on it.
  package var isForOthers: Bool

  package init(
    _ name: String, _ type: SettingType, _ summary: String = "", standard: String? = nil,
    example: String? = nil, synonyms: [String] = [], isForOthers: Bool = false
  ) {
    self.name = name
    self.type = type
    self.summary = summary
    self.standard = standard
    self.example = example
    self.synonyms = synonyms
    self.isForOthers = isForOthers
  }
}
