package import Diagnostics

/// A line `key: value` in any of the ways people write it.
package struct MetadataEntry: Sendable, Hashable {
  package var key: MetadataKey
  /// The key as written, without emphasis and colon.
  package var keyRange: Range<Offset>
  /// The value as written, over all its lines, without the emphasis around it.
  package var valueRange: Range<Offset>

  package init(key: MetadataKey, keyRange: Range<Offset>, valueRange: Range<Offset>) {
    self.key = key
    self.keyRange = keyRange
    self.valueRange = valueRange
  }
}

/// What a metadata line is about, whatever language and spelling it is written in.
package enum MetadataKey: String, Sendable, Hashable {
  case requirements, validates, dependencies, files, leverage, purpose, prompt, estimate, priority
  case status, agent, owner, acceptance, description, identifier
  /// What only one task may use at a time.
  case resources
  /// A key that means nothing known; it is kept with its place.
  case other
}
