/// A type that can be made from the text of one argument.
///
/// Types with raw values, such as enumerations of strings, need to declare nothing more than the
/// conformance.
package protocol ExpressibleByArgument: SendableMetatype {
  /// The value, or `nil` when the text is none.
  init?(argument: String)

  /// How help shows the value where it is a default.
  var defaultValueDescription: String { get }

  /// All texts that are allowed, in the order of help; empty when they cannot be listed.
  static var allValueStrings: [String] { get }

  /// What shells offer where the property says nothing.
  static var defaultCompletionKind: CompletionKind { get }
}

extension ExpressibleByArgument {
  package var defaultValueDescription: String { String(describing: self) }
  package static var allValueStrings: [String] { [] }
  /// The allowed values, where they can be listed.
  package static var defaultCompletionKind: CompletionKind {
    let values = allValueStrings
    return values.isEmpty ? .default : .list(values)
  }
}

extension ExpressibleByArgument where Self: CaseIterable {
  package static var allValueStrings: [String] { allCases.map(\.defaultValueDescription) }
}

extension ExpressibleByArgument where Self: RawRepresentable, RawValue: ExpressibleByArgument {
  package init?(argument: String) {
    guard let rawValue = RawValue(argument: argument) else { return nil }
    self.init(rawValue: rawValue)
  }

  package var defaultValueDescription: String { rawValue.defaultValueDescription }
}

extension ExpressibleByArgument where Self: LosslessStringConvertible {
  package init?(argument: String) {
    self.init(argument)
  }
}

extension String: ExpressibleByArgument {
  /// Never fails.
  package init?(argument: String) {
    self = argument
  }
}

extension Int: ExpressibleByArgument {}

extension Double: ExpressibleByArgument {}

extension Bool: ExpressibleByArgument {
  package static var allValueStrings: [String] { ["true", "false"] }
}
