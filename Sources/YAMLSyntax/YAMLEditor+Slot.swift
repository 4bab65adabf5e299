import Diagnostics

/// What a node is part of, which decides how its place can be filled.
enum YAMLSlot {
  case root
  /// The value of a key of a block mapping; with the column of the keys.
  case entry(YAMLEntry, column: Int)
  /// An item of a block list; with the column of its `-`.
  case item(column: Int)
  /// Anything inside brackets; whether those are JSON.
  case flow(asJSON: Bool)
}

extension YAMLEditor {
  /// The slot of a node; `nil` if the text does not have it, or only through an alias.
  ///
  /// Linear in the children of the collections around the node.
  func slot(of node: YAMLNode) -> YAMLSlot? {
    for case let root? in stream.documents {
      if root.range == node.range { return .root }
      if root.covers(node) { return slot(of: node, in: root) }
    }
    return nil
  }

  private func slot(of node: YAMLNode, in root: YAMLNode) -> YAMLSlot? {
    var parent = root
    var flow: Bool?
    while true {
      guard !parent.isAlias else { return nil }
      if flow == nil, isFlow(parent) { flow = isJSON(parent, isRoot: parent.range == root.range) }
      let column = childColumn(parent)
      var next: YAMLNode?
      switch parent.content {
      case .scalar: return nil
      case .sequence(let elements):
        for element in elements {
          if element.range == node.range {
            return flow.map { .flow(asJSON: $0) } ?? .item(column: column)
          }
          if element.covers(node) { next = element }
        }
      case .mapping(let entries):
        for entry in entries {
          if entry.value.range == node.range {
            return flow.map { .flow(asJSON: $0) } ?? .entry(entry, column: column)
          }
          if entry.value.covers(node) { next = entry.value }
        }
      }
      guard let next else { return nil }
      parent = next
    }
  }

  /// Whether a flow collection looks like JSON: its keys, or its items, are in double quotes.
  func isJSON(_ node: YAMLNode, isRoot: Bool) -> Bool {
    switch node.content {
    case .mapping(let entries):
      guard case .scalar(let name)? = entries.first?.key.content else { return isRoot }
      return name.style == .doubleQuoted
    case .sequence(let elements):
      guard let first = elements.first else { return isRoot }
      if case .scalar(let scalar) = first.content {
        return scalar.style == .doubleQuoted || (isRoot && scalar.value != .string(scalar.text))
      }
      return isJSON(first, isRoot: isRoot)
    case .scalar: return false
    }
  }
}

extension YAMLNode {
  /// Whether another node can be inside this one.
  fileprivate func covers(_ other: YAMLNode) -> Bool {
    if case .scalar = content { return false }
    return range.lowerBound <= other.range.lowerBound && other.range.upperBound <= range.upperBound
  }
}
