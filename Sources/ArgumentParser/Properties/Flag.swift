/// A property that a name alone sets: `--verbose`, `-v`.
@propertyWrapper
package struct Flag<Value>: ArgumentWrapper {
  var state: WrapperState<Value>

  init(_ state: WrapperState<Value>) {
    self.state = state
  }

  /// Makes the compiler look for the initialisers without arguments in the extensions below, which
  /// it does not find by itself when an attribute has no parentheses.
  @available(
    *, unavailable, message: "a flag is a Bool with a default or inversion, or an EnumerableFlag"
  )
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

extension Flag: Sendable where Value: Sendable {}

/// How a flag gets a second name that turns it off.
package enum FlagInversion: Hashable, Sendable {
  /// `--no-` before the name.
  case prefixedNo
}

extension Flag where Value == Bool {
  /// A flag that is off unless given.
  package init(
    wrappedValue: Bool, name: NameSpecification = .long, help: ArgumentHelp? = nil
  ) {
    self.init(.flag([.init(names: name)], help, reading: .onOrOff(default: wrappedValue)))
  }

  /// A flag with a default that can be turned on and off; the last one given counts.
  package init(
    wrappedValue: Bool, name: NameSpecification = .long, inversion: FlagInversion,
    help: ArgumentHelp? = nil
  ) {
    self.init(
      .flag(.pair(name), help, reading: .onOrOff(default: wrappedValue, invertible: true)))
  }

  /// A flag of which one of the two names must be given.
  package init(
    name: NameSpecification = .long, inversion: FlagInversion, help: ArgumentHelp? = nil
  ) {
    self.init(.flag(.pair(name), help, reading: .onOrOff(default: nil, invertible: true)))
  }
}

extension Flag where Value == Bool? {
  /// A flag that is on, off or not given.
  package init(
    wrappedValue: _OptionalNilComparisonType = nil, name: NameSpecification = .long,
    inversion: FlagInversion, help: ArgumentHelp? = nil
  ) {
    self.init(.flag(.pair(name), help, reading: .onOffOrNone()))
  }
}

extension Flag {
  /// One flag a case, of which at most one may be given; the default is a case.
  package init(wrappedValue: Value, help: ArgumentHelp? = nil) where Value: EnumerableFlag {
    self.init(.flag(.cases(of: Value.self), help, reading: .caseOfFlag(default: wrappedValue)))
  }

  /// One flag a case, of which one must be given.
  package init(help: ArgumentHelp? = nil) where Value: EnumerableFlag {
    self.init(.flag(.cases(of: Value.self), help, reading: .caseOfFlag()))
  }

  /// One flag a case, of which at most one may be given.
  package init<Element: EnumerableFlag>(
    wrappedValue: _OptionalNilComparisonType = nil, help: ArgumentHelp? = nil
  ) where Value == Element? {
    self.init(.flag(.cases(of: Element.self), help, reading: .caseOfFlagOrNone()))
  }
}
