package import Diagnostics

/// A value of a YAML document and the place at which it is written.
///
/// The range covers the node's bytes with its anchor and tag: a quoted scalar with its quotes, a
/// flow collection with its brackets, a block collection or block scalar up to its last line of
/// content, without trailing blank lines and comments. A value that is left out (`key:`) has an
/// empty range right after the `:` or `-`.
package struct YAMLNode: Hashable, Sendable {
  /// What a node holds.
  package enum Content: Hashable, Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    /// The entries as written, with merge keys (`<<`) unexpanded; of duplicate keys, the first.
    case mapping([YAMLEntry])
  }

  package var content: Content
  package var range: Range<Offset>
  private var properties: Properties?

  package init(
    _ content: Content, at range: Range<Offset>, anchor: String? = nil, tag: String? = nil,
    isAlias: Bool = false
  ) {
    self.content = content
    self.range = range
    if anchor != nil || tag != nil || isAlias {
      properties = Properties(anchor: anchor, tag: tag, isAlias: isAlias)
    }
  }

  /// The name that `&name` gives the node.
  package var anchor: String? { properties?.anchor }

  /// The tag with its handle resolved, such as `tag:yaml.org,2002:str` for `!!str`.
  package var tag: String? { properties?.tag }

  /// Whether the node is written as `*name`.
  ///
  /// The range is then that of the alias; the content, with its own ranges, is that of the anchor.
  package var isAlias: Bool { properties?.isAlias ?? false }
}

/// The rare parts of a node, kept apart so that ordinary nodes stay small.
private final class Properties: Hashable, Sendable {
  let anchor: String?
  let tag: String?
  let isAlias: Bool

  init(anchor: String?, tag: String?, isAlias: Bool) {
    self.anchor = anchor
    self.tag = tag
    self.isAlias = isAlias
  }

  static func == (left: Properties, right: Properties) -> Bool {
    left.anchor == right.anchor && left.tag == right.tag && left.isAlias == right.isAlias
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(anchor)
    hasher.combine(tag)
    hasher.combine(isAlias)
  }
}

/// One key of a mapping and its value.
package struct YAMLEntry: Hashable, Sendable {
  package var key: YAMLNode
  package var value: YAMLNode

  package init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }

  /// The text of the key; empty for a key that is itself a collection.
  package var name: String {
    if case .scalar(let scalar) = key.content { scalar.text } else { "" }
  }

  /// The bytes from the start of the key to the end of the value.
  package var range: Range<Offset> {
    let end = max(key.range.upperBound, value.range.upperBound)
    return min(key.range.lowerBound, end)..<end
  }
}
