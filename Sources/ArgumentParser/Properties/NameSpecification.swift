/// Which names an option or a flag has.
package struct NameSpecification: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// One name, perhaps made from that of the property.
  package enum Element: Hashable, Sendable {
    /// `--property-name`
    case long
    /// The given name after two dashes.
    case customLong(String)
    /// A dash and the first letter of the property's name.
    case short
    /// The given letter after a dash.
    case customShort(Character)
  }

  package var elements: [Element]

  package init(arrayLiteral elements: Element...) {
    self.elements = elements
  }

  package static let long: NameSpecification = [.long]
  package static let short: NameSpecification = [.short]
  package static let shortAndLong: NameSpecification = [.short, .long]
  package static func customLong(_ name: String) -> NameSpecification { [.customLong(name)] }
  package static func customShort(_ letter: Character) -> NameSpecification {
    [.customShort(letter)]
  }

  /// The names for a property.
  func names(for label: String) -> [Name] {
    elements.compactMap { element in
      switch element {
      case .long: .long(label.kebabCased)
      case .customLong(let name): .long(name)
      case .short: label.lowercased().first.map(Name.short)
      case .customShort(let letter): .short(letter)
      }
    }
  }
}
