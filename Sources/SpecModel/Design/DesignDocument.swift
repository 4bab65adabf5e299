package import Diagnostics

/// How a feature is built: `design.md`.
package struct DesignDocument: Sendable {
  package let text: SpecText
  /// The first heading, whatever its level.
  package var title: Located<String>?
  /// Every heading in document order, those of properties among them.
  package var sections: [DesignSection]
  /// Correctness properties, in document order.
  package var properties: [DesignProperty]
  /// Ids of requirements named anywhere else in the text, in document order.
  package var mentions: [Reference]

  /// Relative to the root.
  package var path: String { text.path }
}

/// A heading of a design.
package struct DesignSection: Sendable {
  /// As written, without the `#` at either end.
  package var title: Located<String>
  /// From 1 to 6.
  package var level: Int
}

/// `### Property 1: …` and the requirements that it proves.
package struct DesignProperty: Sendable {
  /// What stands behind the word: `1` of `Property 1`.
  package var id: String
  /// The text behind the id, without emphasis around it; may be empty.
  package var title: String
  /// The heading or line that names the property.
  package var range: Range<Offset>
  /// What its `Validates` lines list, in the order written.
  package var validates: [Reference]
}
