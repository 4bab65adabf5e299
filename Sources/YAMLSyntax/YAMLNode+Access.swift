extension YAMLNode {
  /// The entries of a mapping, those of merge keys (`<<`) after its own; none of other nodes.
  ///
  /// A mapping's own keys win over merged ones, earlier merged mappings over later ones.
  package var entries: [YAMLEntry] {
    guard case .mapping(let own) = content else { return [] }
    guard own.contains(where: \.isMerge) else { return own }
    var result = own.filter { !$0.isMerge }
    var names = Set(result.map(\.name))
    for source in own where source.isMerge {
      for mapping in source.mergedMappings {
        for entry in mapping.entries where names.insert(entry.name).inserted {
          result.append(entry)
        }
      }
    }
    return result
  }

  /// The items of a list; none of other nodes.
  package var elements: [YAMLNode] {
    if case .sequence(let elements) = content { elements } else { [] }
  }

  /// The value of a key, of the mapping itself or merged into it; linear in the entries.
  package subscript(key: String) -> YAMLNode? {
    guard case .mapping(let own) = content else { return nil }
    var merges = false
    for entry in own {
      if entry.isMerge {
        merges = true
      } else if entry.name == key {
        return entry.value
      }
    }
    guard merges else { return nil }
    for source in own where source.isMerge {
      for mapping in source.mergedMappings {
        if let value = mapping[key] { return value }
      }
    }
    return nil
  }

  /// The value of a scalar under the 1.2 core schema and the node's tag; `nil` of collections.
  package var value: YAMLScalar.Value? {
    guard case .scalar(let scalar) = content else { return nil }
    switch tag {
    case nil: return scalar.value
    case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool",
      "tag:yaml.org,2002:null":
      return YAMLScalar(scalar.text, style: .plain).value
    default: return .string(scalar.text)
    }
  }

  /// The text of a scalar, whatever it resolves to; `nil` of a null and of collections.
  package var string: String? {
    guard case .scalar(let scalar) = content, !isNull else { return nil }
    return scalar.text
  }

  /// Whether it is left out, or `~` or `null` without quotes.
  package var isNull: Bool { value == .null }

  package var isMapping: Bool { if case .mapping = content { true } else { false } }

  package var isSequence: Bool { if case .sequence = content { true } else { false } }

  /// `nil` for an integer that no `Int` holds, which is a ``double``.
  package var int: Int? { if case .int(let number) = value { number } else { nil } }

  /// The number of a float or an integer.
  package var double: Double? {
    switch value {
    case .float(let number): number
    case .int(let number): Double(number)
    default: nil
    }
  }

  /// `nil` for `yes` and `on`, which are text.
  package var bool: Bool? { if case .bool(let bool) = value { bool } else { nil } }

  /// The kind of the value as a message names it, such as `a list` or `text`.
  package var kindName: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar:
      switch value {
      case .null, nil: "nothing"
      case .bool: "true or false"
      case .int, .float: "a number"
      case .string: "text"
      }
    }
  }
}

extension YAMLEntry {
  /// Whether the entry is a plain `<<` whose value can be merged.
  var isMerge: Bool {
    guard case .scalar(let scalar) = key.content, scalar.style == .plain, scalar.text == "<<"
    else { return false }
    switch value.content {
    case .mapping: return true
    case .sequence(let elements): return elements.allSatisfy(\.isMapping)
    case .scalar: return false
    }
  }

  /// The mappings that a merge key brings in, the strongest first.
  fileprivate var mergedMappings: [YAMLNode] {
    value.isMapping ? [value] : value.elements
  }
}
