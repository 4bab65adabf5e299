/// Arguments declared in a type of their own, so that commands can share them.
///
/// Options of a type that several commands on the way from the root to the selected command share
/// are common to them: given before or after the name of a subcommand, all of them see the value.
@propertyWrapper
package struct OptionGroup<Value: ParsableArguments> {
  /// The heading of the options in help; empty for the general one.
  package let title: String
  private let visibility: ArgumentVisibility
  private var value: Value?

  package init(title: String = "", visibility: ArgumentVisibility = .default) {
    self.title = title
    self.visibility = visibility
  }

  /// What was parsed; reading it before stops the program.
  package var wrappedValue: Value {
    get {
      guard let value else {
        // Parsing is the only way to a command that is run, and it sets every group.
        preconditionFailure("an option group was read before it was parsed")
      }
      return value
    }
    set { value = newValue }
  }
}

extension OptionGroup: Sendable where Value: Sendable {}

extension OptionGroup: Decodable {
  /// Never succeeds: values come from `ArgumentsDecoder`, which makes them without this.
  package init(from decoder: any Decoder) throws {
    throw DecodingError.notAnArgument(Self.self, decoder)
  }
}

extension OptionGroup: GroupWrapper {
  var type: any ParsableArguments.Type { Value.self }
  var isHidden: Bool { visibility == .hidden }

  func parsed(from decoder: ArgumentsDecoder) throws -> OptionGroup {
    var group = self
    var value = try Value(from: decoder)
    try value.validateAsArguments()
    group.value = value
    return group
  }
}
