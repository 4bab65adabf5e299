/// The arguments that one type declares, found by reflection over a fresh value.
struct Interface {
  /// An argument and where it was declared.
  struct Slot {
    var definition: ArgumentDefinition
    var label: String
    /// The type that declares the property; with the label it says which slots are the same.
    var owner: ObjectIdentifier
    var wrapper: any ArgumentWrapper
    /// The heading in help; empty for the general one.
    var section: String
    var isHidden: Bool
  }

  enum Property {
    /// An argument, by its index among all slots of the command.
    case argument(slot: Int)
    case group(any GroupWrapper, Interface)
    /// A property that is no argument, with its initial value.
    case plain(Any)
  }

  private(set) var properties: [(label: String, property: Property)] = []

  /// Reflects a type and appends its arguments, groups included, in the order of declaration.
  ///
  /// Groups nest as deep as the types do, which no input decides.
  init(
    of type: any ParsableArguments.Type, section: String = "", isHidden: Bool = false,
    slots: inout [Slot]
  ) {
    for child in Mirror(reflecting: type.init()).children {
      guard let name = child.label else { continue }
      if let wrapper = child.value as? any ArgumentWrapper, let definition = wrapper.definition {
        let label = name.hasPrefix("_") ? String(name.dropFirst()) : name
        properties.append((label, .argument(slot: slots.count)))
        slots.append(
          Slot(
            definition: definition, label: label, owner: ObjectIdentifier(type), wrapper: wrapper,
            section: section, isHidden: isHidden || definition.help?.visibility == .hidden))
      } else if let wrapper = child.value as? any GroupWrapper {
        let label = name.hasPrefix("_") ? String(name.dropFirst()) : name
        let interface = Interface(
          of: wrapper.type, section: wrapper.title.isEmpty ? section : wrapper.title,
          isHidden: isHidden || wrapper.isHidden, slots: &slots)
        properties.append((label, .group(wrapper, interface)))
      } else {
        properties.append((name, .plain(child.value)))
      }
    }
  }
}
