package import Diagnostics

/// Something that documents define and name.
package enum Symbol: Hashable, Sendable {
  /// A requirement by its index in the document of the feature in a directory.
  case requirement(feature: String, index: Int)
  /// A criterion by its index in a requirement.
  case criterion(feature: String, requirement: Int, index: Int)
  /// A task by its index in the task list of the feature in a directory.
  case task(feature: String, index: Int)
  case agent(String)
  case feature(String)
  /// A rule of the catalogue.
  case rule(String)

  /// The directory of the only feature whose documents can name it; `nil` where any document can.
  var home: String? {
    switch self {
    case .requirement(let feature, _), .criterion(let feature, _, _), .task(let feature, _): feature
    case .agent, .feature, .rule: nil
    }
  }
}

/// A place at which a symbol is named.
package struct Occurrence: Hashable, Sendable {
  /// What the place is to the symbol.
  package enum Role: Sendable, Hashable {
    case definition
    case reference
    /// The part of another id that is this one's: the `2` of criterion `2.1`.
    case part
  }

  package var symbol: Symbol
  /// Relative to the root.
  package var path: String
  package var range: Range<Offset>
  package var role: Role
  /// Whether the range covers the name and nothing else, so that it can be replaced.
  package var isExact: Bool
}
