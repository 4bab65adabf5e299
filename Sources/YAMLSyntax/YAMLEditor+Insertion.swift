package import Diagnostics

extension YAMLEditor {
  /// Adds a key and its value at the end of a mapping, or after another of its keys.
  ///
  /// A mapping without entries, and a value that is left out, becomes a block mapping unless it
  /// stands in brackets. Only inserts bytes, except that `{}` or `null` is taken away.
  package func inserting(
    _ value: YAMLValue, for key: String, into mapping: YAMLNode, after other: String? = nil
  ) -> [TextEdit]? {
    guard !mapping.isAlias, let slot = slot(of: mapping) else { return nil }
    let pair = YAMLValue.Pair(key, value)
    switch mapping.content {
    case .sequence: return nil
    case .scalar:
      guard mapping.isNull, other == nil else { return nil }
      return filling(mapping, in: slot, with: .mapping([pair]))
    case .mapping(let entries):
      guard !entries.contains(where: { $0.name == key }) else { return nil }
      var index = entries.count - 1
      if let other {
        guard let found = entries.firstIndex(where: { $0.name == other }) else { return nil }
        index = found
      }
      let ranges = entries.map(\.range.indices)
      if isFlow(mapping) {
        if entries.isEmpty, let edits = unbracketing(mapping, in: slot, with: .mapping([pair])) {
          return edits
        }
        let isJSON = isJSON(mapping, in: slot)
        return insertingInBrackets(
          pair.renderedInline(asJSON: isJSON, style: style), into: mapping, items: ranges,
          after: index)
      }
      if case .flow = slot { return nil }
      let column = childColumn(mapping)
      return insertingLine(column: column, into: mapping, items: ranges, after: index) { style in
        pair.rendered(column: column, style: style)
      }
    }
  }

  /// Adds an item at the end of a list.
  ///
  /// A list without items, and a value that is left out, becomes a block list unless it stands in
  /// brackets.
  package func appending(_ value: YAMLValue, to list: YAMLNode) -> [TextEdit]? {
    guard !list.isAlias, let slot = slot(of: list) else { return nil }
    switch list.content {
    case .mapping: return nil
    case .scalar:
      guard list.isNull else { return nil }
      return filling(list, in: slot, with: .list([value]))
    case .sequence(let elements):
      let ranges = elements.map(\.range.indices)
      if isFlow(list) {
        if elements.isEmpty, let edits = unbracketing(list, in: slot, with: .list([value])) {
          return edits
        }
        let isJSON = isJSON(list, in: slot)
        return insertingInBrackets(
          value.renderedInline(asJSON: isJSON, style: style), into: list, items: ranges,
          after: ranges.count - 1)
      }
      let column = childColumn(list)
      return insertingLine(
        column: column, into: list, items: ranges, after: ranges.count - 1
      ) { style in
        "- " + value.rendered(indent: column + 2, style: style)
      }
    }
  }

  /// Adds a key at the end of the first document, which may be empty.
  package func appending(_ value: YAMLValue, forTopLevelKey key: String) -> [TextEdit]? {
    if let root = stream.root { return inserting(value, for: key, into: root) }
    guard stream.documents.count <= 1 else { return nil }
    let line = YAMLValue.Pair(key, value).rendered(column: 0, style: style(endingAt: nil))
    let endsLine = range.isEmpty || bytes[range.upperBound - 1].isBreak
    let text = endsLine ? line + style.lineEnd : style.lineEnd + line
    return [insertion(text, at: range.upperBound)]
  }

  private func isJSON(_ node: YAMLNode, in slot: YAMLSlot) -> Bool {
    if case .flow(let asJSON) = slot { return asJSON }
    if case .root = slot { return isJSON(node, isRoot: true) }
    return isJSON(node, isRoot: false)
  }
}

// MARK: - Blocks

extension YAMLEditor {
  /// Puts a new line after one of the items of a block collection.
  private func insertingLine(
    column: Int, into node: YAMLNode, items: [Range<Int>], after index: Int,
    _ render: (YAMLStyle) -> String
  ) -> [TextEdit]? {
    // A repeated key is no entry of the node, but what is added at the end comes after it.
    let isLast = index == items.count - 1
    let end = isLast ? node.range.upperBound.utf8 : items[index].upperBound
    let blank = areSeparatedByBlankLines(items) ? style.lineEnd : ""
    let scalar = lastScalar(in: node, endingAt: end)
    if let scalar, let header = blockHeader(of: scalar) {
      if header.keepsBlankLines, let edits = insertingAfterKept(scalar, column, render) {
        return edits
      }
      if header.needsStrip {
        let edit = TextEdit(
          replacing: Range(header.indicator, header.indicatorEnd), with: "-")
        let text = style.lineEnd + blank + spaces(column) + render(style(endingAt: end))
        return [edit, insertion(text, at: lineEnd(end))]
      }
    }
    let position = lineEnd(end)
    let text = style.lineEnd + blank + spaces(column) + render(style(endingAt: position))
    return [insertion(text, at: position)]
  }

  /// Puts a new line after the blank lines that belong to the text after a `|+`.
  private func insertingAfterKept(
    _ scalar: YAMLNode, _ column: Int, _ render: (YAMLStyle) -> String
  ) -> [TextEdit]? {
    var position = lineEnd(scalar.range.upperBound.utf8)
    guard position < range.upperBound else { return nil }
    for line in Lines(bytes, in: position..<range.upperBound) {
      guard bytes[line].allSatisfy(\.isBlankOrBreak) else { break }
      position = line.upperBound
    }
    guard bytes[position - 1].isBreak else { return nil }
    let text = spaces(column) + render(style(endingAt: position)) + style.lineEnd
    return [insertion(text, at: position)]
  }

  /// Whether a blank line stands between all neighbours of at least two items.
  private func areSeparatedByBlankLines(_ items: [Range<Int>]) -> Bool {
    guard items.count > 1 else { return false }
    return zip(items, items.dropFirst()).allSatisfy { item, next in
      let end = lineEnd(item.upperBound)
      let start = lineStart(next.lowerBound)
      guard end < start else { return false }
      return Lines(bytes, in: end..<start).dropFirst().contains { line in
        bytes[line].allSatisfy(\.isBlankOrBreak)
      }
    }
  }

  /// The layout for text at a place: literals only where nothing after it could become part of
  /// them or end them early.
  func style(endingAt position: Int?) -> YAMLStyle {
    var style = style
    guard let position, restOfLineIsBlank(position, orComment: false) else {
      style.allowsLiterals = false
      return style
    }
    let next = bytes[position..<range.upperBound].first { !$0.isBlankOrBreak }
    if next == UInt8(ascii: "#") || lineEnd(position) == range.upperBound {
      style.allowsLiterals = false
    }
    return style
  }
}

// MARK: - Block scalars

/// The indicators after the `|` or `>` of a block scalar.
private struct BlockHeader {
  var indicator: Int
  var indicatorEnd: Int
  /// Whether blank lines after the text belong to it.
  var keepsBlankLines = false
  /// Whether a line break after the text would become part of it, as at the end of a file.
  var needsStrip = false
}

extension YAMLEditor {
  /// The scalar in which a node ends at a place, through the last children of all levels.
  private func lastScalar(in node: YAMLNode, endingAt end: Int) -> YAMLNode? {
    var node = node
    while !node.isAlias {
      let children: [YAMLNode]
      switch node.content {
      case .scalar: return node.range.upperBound.utf8 == end ? node : nil
      case .sequence(let elements): children = elements
      case .mapping(let entries): children = entries.map(\.value)
      }
      guard let next = children.last(where: { $0.range.upperBound.utf8 == end }) else {
        return nil
      }
      node = next
    }
    return nil
  }

  private func blockHeader(of node: YAMLNode) -> BlockHeader? {
    guard case .scalar(let scalar) = node.content,
      scalar.style == .literal || scalar.style == .folded
    else { return nil }
    let start = contentStart(node) + 1
    var header = BlockHeader(indicator: start, indicatorEnd: start)
    var strips = false
    for index in start..<max(start, min(start + 2, node.range.upperBound.utf8)) {
      switch bytes[index] {
      case UInt8(ascii: "+"):
        header.keepsBlankLines = true
        header.indicator = index
        header.indicatorEnd = index + 1
      case UInt8(ascii: "-"): strips = true
      default: break
      }
    }
    header.needsStrip = !strips && !scalar.text.isEmpty && scalar.text.utf8.last != 0x0A
    return header
  }
}
