/// A property whose value stands on the command line without a name.
///
/// Such arguments are filled in the order of their declaration; an array takes all that are left.
@propertyWrapper
package struct Argument<Value>: ArgumentWrapper {
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

extension Argument: Sendable where Value: Sendable {}

extension Argument where Value: ExpressibleByArgument {
  /// An argument that must be given.
  package init(help: ArgumentHelp? = nil, completion: CompletionKind? = nil) {
    self.init(.positional(help, completion, reading: .one()))
  }

  /// An argument with a default value.
  package init(
    wrappedValue: Value, help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) {
    self.init(.positional(help, completion, reading: .one(default: wrappedValue)))
  }
}

extension Argument {
  /// An argument that may be left out.
  package init<Element: ExpressibleByArgument>(
    help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == Element? {
    self.init(.positional(help, completion, reading: .oneOrNone()))
  }

  /// An argument that may be left out; it is `nil` then.
  package init<Element: ExpressibleByArgument>(
    wrappedValue: _OptionalNilComparisonType, help: ArgumentHelp? = nil,
    completion: CompletionKind? = nil
  ) where Value == Element? {
    self.init(.positional(help, completion, reading: .oneOrNone()))
  }

  /// One argument or more.
  package init<Element: ExpressibleByArgument>(
    help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == [Element] {
    self.init(.positional(help, completion, reading: .many()))
  }

  /// Any number of arguments; what is given replaces the default values.
  package init<Element: ExpressibleByArgument>(
    wrappedValue: [Element], help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == [Element] {
    self.init(.positional(help, completion, reading: .many(default: wrappedValue)))
  }
}
