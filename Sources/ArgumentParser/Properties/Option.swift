/// A property whose value stands after a name: `--name value`, `--name=value`, `-nvalue`.
///
/// Given more than once, the last counts; an array takes one value each time it is given.
@propertyWrapper
package struct Option<Value>: ArgumentWrapper {
  var state: WrapperState<Value>

  init(_ state: WrapperState<Value>) {
    self.state = state
  }

  /// Makes the compiler look for the initialisers without arguments in the extensions below, which
  /// it does not find by itself when an attribute has no parentheses.
  @available(*, unavailable, message: "the type of a value must be ExpressibleByArgument")
  package init() {
    // Unavailable: there is no way to call it.
    fatalError()
  }

  /// What was parsed; reading it before stops the program.
  package var wrappedValue: Value {
    get { state.value }
    set { state = .parsed(newValue) }
  }
}

extension Option: Sendable where Value: Sendable {}

extension Option where Value: ExpressibleByArgument {
  /// An option that must be given.
  package init(
    name: NameSpecification = .long, help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) {
    self.init(.option(name, help, completion, reading: .one()))
  }

  /// An option with a default value.
  package init(
    wrappedValue: Value, name: NameSpecification = .long, help: ArgumentHelp? = nil,
    completion: CompletionKind? = nil
  ) {
    self.init(.option(name, help, completion, reading: .one(default: wrappedValue)))
  }
}

extension Option {
  /// An option that may be left out.
  package init<Element: ExpressibleByArgument>(
    name: NameSpecification = .long, help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == Element? {
    self.init(.option(name, help, completion, reading: .oneOrNone()))
  }

  /// An option that may be left out; it is `nil` then.
  package init<Element: ExpressibleByArgument>(
    wrappedValue: _OptionalNilComparisonType, name: NameSpecification = .long,
    help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == Element? {
    self.init(.option(name, help, completion, reading: .oneOrNone()))
  }

  /// An option that must be given at least once and may be repeated.
  package init<Element: ExpressibleByArgument>(
    name: NameSpecification = .long, help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == [Element] {
    self.init(.option(name, help, completion, reading: .many()))
  }

  /// An option that may be repeated; what is given replaces the default values.
  package init<Element: ExpressibleByArgument>(
    wrappedValue: [Element], name: NameSpecification = .long, help: ArgumentHelp? = nil,
    completion: CompletionKind? = nil
  ) where Value == [Element] {
    self.init(.option(name, help, completion, reading: .many(default: wrappedValue)))
  }
}
