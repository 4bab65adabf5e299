/// How much a document may ask of its reader.
package struct YAMLLimits: Hashable, Sendable {
  /// The most collections inside each other, counted through aliases.
  package var depth: Int
  /// The most nodes that all aliases together may stand for.
  package var aliasedNodes: Int
  /// The most bytes.
  package var bytes: Int

  package init(depth: Int = 128, aliasedNodes: Int = 100_000, bytes: Int = 32 << 20) {
    self.depth = depth
    self.aliasedNodes = aliasedNodes
    self.bytes = bytes
  }

  /// 128 levels, 100,000 nodes of aliases and 32 MiB.
  package static let `default` = YAMLLimits()
}
