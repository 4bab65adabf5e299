extension YAMLValue {
  /// The value in block style.
  ///
  /// Every line but the first starts with at least `indent` spaces; the last has no line break.
  /// Text is quoted only if it must be, for readers of YAML 1.1 as well as 1.2.
  package func rendered(indent: Int = 0, style: YAMLStyle = .default) -> String {
    var writer = BlockWriter(style: style)
    writer.write(self, column: indent, textColumn: max(indent, 1))
    return writer.text
  }

  /// The value on one line, in brackets where needed; as JSON if wanted.
  package func renderedInline(asJSON: Bool = false, style: YAMLStyle = .default) -> String {
    switch self {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .int(let number): String(number)
    case .string(let text): asJSON ? text.doubleQuoted : text.scalar(inFlow: true, style: style)
    case .list(let values):
      "["
        + values.map { $0.renderedInline(asJSON: asJSON, style: style) }.joined(separator: ", ")
        + "]"
    case .mapping(let pairs):
      "{" + pairs.map { $0.renderedInline(asJSON: asJSON, style: style) }.joined(separator: ", ")
        + "}"
    }
  }
}

extension YAMLValue.Pair {
  /// The pair as it stands between the braces of a flow mapping.
  func renderedInline(asJSON: Bool, style: YAMLStyle) -> String {
    let name = asJSON ? key.doubleQuoted : key.scalar(inFlow: true, style: style)
    return name + ": " + value.renderedInline(asJSON: asJSON, style: style)
  }

  /// The pair as an entry of a block mapping whose keys stand at a column.
  func rendered(column: Int, style: YAMLStyle) -> String {
    var writer = BlockWriter(style: style)
    writer.write(self, column: column)
    return writer.text
  }
}

/// Writes values in block style; it recurses as deep as the value, which programs make, not input.
private struct BlockWriter {
  let style: YAMLStyle
  var text = ""

  /// Writes a value whose lines start at a column, those of a literal text at another.
  mutating func write(_ value: YAMLValue, column: Int, textColumn: Int) {
    switch value {
    case .list(let values) where !values.isEmpty:
      for (index, value) in values.enumerated() {
        if index > 0 { startLine(column) }
        text += "- "
        write(value, column: column + 2, textColumn: column + 2)
      }
    case .mapping(let pairs) where !pairs.isEmpty:
      for (index, pair) in pairs.enumerated() {
        if index > 0 { startLine(column) }
        write(pair, column: column)
      }
    case .string(let string) where style.allowsLiterals && string.suitsLiteral:
      write(literal: string, column: textColumn)
    case .string(let string): text += string.scalar(inFlow: false, style: style)
    default: text += value.renderedInline(style: style)
    }
  }

  mutating func write(_ pair: YAMLValue.Pair, column: Int) {
    text += pair.key.scalar(inFlow: false, style: style) + ":"
    switch pair.value {
    case .list(let values) where !values.isEmpty:
      startLine(column + style.listIndent)
      write(pair.value, column: column + style.listIndent, textColumn: 0)
    case .mapping(let pairs) where !pairs.isEmpty:
      startLine(column + style.indent)
      write(pair.value, column: column + style.indent, textColumn: 0)
    default:
      text += " "
      write(pair.value, column: column + style.indent, textColumn: column + style.indent)
    }
  }

  private mutating func write(literal string: String, column: Int) {
    let endsWithBreak = string.utf8.last == 0x0A
    text += endsWithBreak ? "|" : "|-"
    for line in (endsWithBreak ? string.dropLast() : string[...]).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.isEmpty { text += style.lineEnd } else { startLine(column) }
      text += line
    }
  }

  private mutating func startLine(_ column: Int) {
    text += style.lineEnd + String(repeating: " ", count: column)
  }
}
