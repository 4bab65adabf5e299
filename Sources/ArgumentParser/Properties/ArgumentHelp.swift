/// What people read about one argument; a string literal stands for the abstract alone.
package struct ArgumentHelp: Hashable, Sendable {
  /// One sentence.
  package var abstract: String
  /// What else there is to say.
  package var discussion: String
  /// The word between `<` and `>`; `nil` stands for the argument's name.
  package var valueName: String?
  package var visibility: ArgumentVisibility

  package init(
    _ abstract: String = "", discussion: String = "", valueName: String? = nil,
    visibility: ArgumentVisibility = .default
  ) {
    self.abstract = abstract
    self.discussion = discussion
    self.valueName = valueName
    self.visibility = visibility
  }

  /// No help, in no listing.
  package static let hidden = ArgumentHelp(visibility: .hidden)
}

extension ArgumentHelp: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self.init(value)
  }
}

/// Where an argument is shown; what is hidden still works.
package enum ArgumentVisibility: Hashable, Sendable {
  case `default`, hidden
}
