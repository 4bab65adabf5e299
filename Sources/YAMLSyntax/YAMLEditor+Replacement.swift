package import Diagnostics

extension YAMLEditor {
  /// Puts another value in a node's place.
  ///
  /// An anchor stays, a tag goes; an alias is replaced itself, not what it refers to. Text keeps
  /// the quotes of the text before it. `nil` also for a node with both an anchor and a tag.
  package func replacing(_ node: YAMLNode, with value: YAMLValue) -> [TextEdit]? {
    guard let slot = slot(of: node), node.tag == nil || node.anchor == nil else { return nil }
    let content = contentRange(node)
    switch slot {
    case .flow(let asJSON):
      var text = value.renderedInline(asJSON: asJSON, style: style(like: node))
      if let before = bytes[range.lowerBound..<content.lowerBound].last {
        if content.isEmpty, before != UInt8(ascii: ":") {
          text = before.isBlankOrBreak ? text : ": " + text
        } else if before == UInt8(ascii: ":") {
          text = asJSON ? text : " " + text
        }
      }
      return [replacement(of: content, with: text)]
    case .entry, .item, .root:
      if content.isEmpty || isOnLineOfKey(content, slot), value.isBlock {
        return filling(node, in: slot, with: value)
      }
      return replacing(content, of: node, in: slot, with: value)
    }
  }

  /// The bytes that a replacement takes the place of.
  private func contentRange(_ node: YAMLNode) -> Range<Int> {
    let lower = node.tag == nil || node.isAlias ? contentStart(node) : node.range.lowerBound.utf8
    let upper = node.range.upperBound.utf8
    guard node.anchor != nil, lower == upper else { return lower..<upper }
    return upper..<upper
  }

  /// The layout for text in place of a node.
  private func style(like node: YAMLNode) -> YAMLStyle {
    var style = style
    if case .scalar(let scalar) = node.content {
      switch scalar.style {
      case .singleQuoted: style.prefersSingleQuotes = true
      case .doubleQuoted: style.prefersSingleQuotes = false
      default: break
      }
    }
    return style
  }

  /// Text for a scalar in place of a node, in its quotes even where it could do without.
  private func scalar(_ value: YAMLValue, like node: YAMLNode, column: Int, end: Int) -> String {
    var style = style(like: node)
    style.allowsLiterals = self.style(endingAt: end).allowsLiterals
    if case .string(let text) = value, case .scalar(let old) = node.content,
      !(style.allowsLiterals && text.suitsLiteral)
    {
      if old.style == .doubleQuoted { return text.doubleQuoted }
      if old.style == .singleQuoted, text.unicodeScalars.allSatisfy(\.isPrintableInYAML) {
        return text.singleQuoted
      }
    }
    return value.rendered(indent: column, style: style)
  }

  private func isOnLineOfKey(_ content: Range<Int>, _ slot: YAMLSlot) -> Bool {
    guard case .entry(let entry, _) = slot else { return false }
    return lineStart(content.lowerBound) == lineStart(colonEnd(entry))
  }

  private func replacing(
    _ content: Range<Int>, of node: YAMLNode, in slot: YAMLSlot, with value: YAMLValue
  ) -> [TextEdit]? {
    switch slot {
    case .flow: return nil
    case .root, .item:
      let start = column(content.lowerBound)
      let isFirst = bytes[lineStart(content.lowerBound)..<content.lowerBound].allSatisfy(\.isBlank)
      if case .root = slot, !isFirst, value.isBlock {
        let text = style.lineEnd + value.rendered(style: style(endingAt: content.upperBound))
        return [replacement(of: content, with: text)]
      }
      let text =
        value.isBlock
        ? value.rendered(indent: start, style: style(endingAt: content.upperBound))
        : scalar(value, like: node, column: max(start, 1), end: content.upperBound)
      let needsSpace = content.isEmpty && !isFirst && !bytes[content.lowerBound - 1].isBlank
      return [
        replacement(of: content, with: needsSpace ? " " + text : text)
      ]
    case .entry(let entry, let column):
      if isOnLineOfKey(content, slot) {
        let text = scalar(
          value, like: node, column: column + style.indent, end: content.upperBound)
        let needsSpace = !bytes[content.lowerBound - 1].isBlank
        return [
          replacement(of: content, with: needsSpace ? " " + text : text)
        ]
      }
      return replacingLines(content, of: node, entry, column, with: value)
    }
  }

  /// Replaces a value that starts on a line below its key.
  private func replacingLines(
    _ content: Range<Int>, of node: YAMLNode, _ entry: YAMLEntry, _ column: Int,
    with value: YAMLValue
  ) -> [TextEdit]? {
    let firstLine = lineStart(content.lowerBound)
    // With an anchor on the content's own line there is no clean cut before it.
    guard bytes[firstLine..<content.lowerBound].allSatisfy(\.isBlank) else { return nil }
    guard value.isBlock else {
      var start = firstLine
      while start > range.lowerBound, bytes[start - 1].isBreak { start -= 1 }
      if start == firstLine, start > range.lowerBound { start = lineEnd(lineStart(start - 1)) }
      let anchor = node.anchor.map { 1 + $0.utf8.count } ?? 0
      let position = anchor > 0 ? node.range.lowerBound.utf8 + anchor : colonEnd(entry)
      // Comments between the key and the old value come after the new one, which rules out `|`.
      let isBare = bytes[position..<max(position, content.lowerBound)].allSatisfy(\.isBlankOrBreak)
      let end = isBare ? content.upperBound : position
      let text = scalar(value, like: node, column: column + style.indent, end: end)
      return [
        insertion(" " + text, at: position),
        replacement(of: max(start, position)..<content.upperBound, with: ""),
      ]
    }
    let indent: Int
    switch (value, node.content) {
    case (.list, .sequence), (.mapping, .mapping): indent = self.column(content.lowerBound)
    case (.list, _): indent = column + style.listIndent
    default: indent = column + style.indent
    }
    let text =
      spaces(indent) + value.rendered(indent: indent, style: style(endingAt: content.upperBound))
    return [replacement(of: firstLine..<content.upperBound, with: text)]
  }

  /// Puts a block where a node stands on the line of its key or `-`, or where nothing stands.
  func filling(_ node: YAMLNode, in slot: YAMLSlot, with value: YAMLValue) -> [TextEdit]? {
    let content = contentRange(node)
    switch slot {
    case .flow(let asJSON):
      let text = value.renderedInline(asJSON: asJSON, style: style)
      let before = bytes[range.lowerBound..<content.lowerBound].last
      let needsColon = content.isEmpty && before != UInt8(ascii: ":")
      return [
        replacement(of: content, with: (needsColon ? ": " : content.isEmpty ? " " : "") + text)
      ]
    case .root: return replacing(content, of: node, in: slot, with: value)
    case .item(let column):
      let style = style(endingAt: content.upperBound)
      if content.isEmpty {
        let end = lineEnd(content.upperBound)
        let isBare = restOfLineIsBlank(content.upperBound, orComment: false)
        let text = value.rendered(indent: column + 2, style: style)
        return [
          isBare && node.anchor == nil
            ? insertion(" " + text, at: content.upperBound)
            : insertion(self.style.lineEnd + spaces(column + 2) + text, at: end)
        ]
      }
      let text = value.rendered(indent: self.column(content.lowerBound), style: style)
      return [replacement(of: content, with: text)]
    case .entry(let entry, let column):
      return fillingEntry(entry, column, content, of: node, with: value)
    }
  }

  private func fillingEntry(
    _ entry: YAMLEntry, _ column: Int, _ content: Range<Int>, of node: YAMLNode,
    with value: YAMLValue
  ) -> [TextEdit]? {
    let isList = if case .list = value { true } else { false }
    let indent = column + (isList ? style.listIndent : style.indent)
    let end = lineEnd(content.upperBound)
    let block = value.rendered(indent: indent, style: style(endingAt: end))
    let addition = insertion(style.lineEnd + spaces(indent) + block, at: end)
    guard !content.isEmpty else { return [addition] }
    var start = content.lowerBound
    while start > colonEnd(entry), bytes[start - 1].isBlank { start -= 1 }
    return [replacement(of: start..<content.upperBound, with: ""), addition]
  }
}
