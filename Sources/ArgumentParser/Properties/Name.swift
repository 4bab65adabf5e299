/// A name of an option or a flag.
package enum Name: Hashable, Sendable {
  case long(String)
  case short(Character)

  /// The name with its dashes, as people write it.
  package var spelled: String {
    switch self {
    case .long(let name): "--\(name)"
    case .short(let letter): "-\(letter)"
    }
  }

  /// The name that turns a flag off; letters have none.
  var inverted: Name? {
    switch self {
    case .long(let name): .long("no-\(name)")
    case .short: nil
    }
  }
}

extension [Name] {
  /// The one to show where there is room for one: the first long name, or else the first.
  package var preferred: Name? {
    first { if case .long = $0 { true } else { false } } ?? first
  }
}
