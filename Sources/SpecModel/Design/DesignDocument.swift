package import Diagnostics

/// How a feature is built: `design.md`.
package struct DesignDocument: Sendable {
  package let text: SpecText
  package var title: Located<String>?
  package var sections: [DesignSection]
  /// Correctness properties, in document order.
  package var properties: [DesignProperty]
  /// Ids of requirements named anywhere else in the text, in document order.
  package var mentions: [Reference]

  package var path: String { text.path }
}

/// A heading of a design.
package struct DesignSection: Sendable {
  package var title: Located<String>
  package var level: Int
}

/// `### Property 1: …` and the requirements that it proves.
package struct DesignProperty: Sendable {
  package var id: String
  package var title: String
  package var range: Range<Offset>
  package var validates: [Reference]
}
