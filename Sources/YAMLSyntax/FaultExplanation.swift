import Diagnostics

/// Says what a person did, and where, that made libyaml give up.
struct FaultExplanation {
  let fault: ParserFault
  let lines: SourceLines

  init(_ fault: ParserFault, in source: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.fault = fault
    lines = SourceLines(source: source, range: range)
  }

  var error: YAMLError {
    switch fault.problem {
    case let problem
    where problem.contains("UTF-8") || problem.contains("control characters")
      || problem == "invalid Unicode character":
      ByteFault(in: lines)?.error ?? unknown
    case "mapping values are not allowed in this context": unexpectedColon
    case "could not find expected ':'": missingColon
    case "did not find expected key", "did not find expected '-' indicator": unexpectedInBlock
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      unexpectedInBrackets
    case "did not find expected node content": missingValue
    case "did not find expected <document start>": unexpectedAfterDocument
    case "block sequence entries are not allowed in this context": unexpectedItem
    case "mapping keys are not allowed in this context": cannotStartValue
    case "found unexpected ':'":
      error("a ':' stands right before another sign", help: "put a space after ':'")
    case "found character that cannot start any token": atTab ?? cannotStartValue
    case let problem where problem.contains("tab character"): atTab ?? unknown
    default: scalarFault ?? propertyFault ?? unknown
    }
  }

  private var unknown: YAMLError {
    error("the text is no valid YAML here", help: "check the quotes and indentation on this line")
  }
}

// MARK: - Keys, values and lists

extension FaultExplanation {
  private var unexpectedColon: YAMLError {
    let line = lines.line(around: fault.position)
    if let (key, rest) = lines.key(on: line), rest.lowerBound <= fault.position {
      return error(
        "the unquoted value of '\(lines.excerpt(key))' contains ': '", help: quoteHelp)
    }
    if let above = lines.line(before: line) {
      if let (key, rest) = lines.key(on: above), !rest.isEmpty {
        return error(
          "a key is indented under '\(lines.excerpt(key))', which already has a value",
          help: "indent it like the other keys, or move the value above",
          note: Located("the value is here", at: offsets(rest)))
      }
      if lines.key(on: above) == nil {
        return error(
          "'\(lines.excerpt(lines.trimmed(above)))' has no ':' after it",
          at: lines.trimmed(above), help: colonHelp)
      }
    }
    return error("a ':' stands where no key is before it", help: quoteHelp)
  }

  private var missingColon: YAMLError {
    let start = fault.contextPosition
    let end = lines.line(around: start).upperBound
    let key = lines.trimmed(start..<max(start, end))
    return error("'\(lines.excerpt(key))' has no ':' after it", at: key, help: colonHelp)
  }

  private var unexpectedInBlock: YAMLError {
    let position = fault.position
    let isItem =
      lines.byte(at: position) == UInt8(ascii: "-")
      && lines.byte(at: position + 1).map(\.isBlankOrBreak) ?? true
    let inList = fault.problem != "did not find expected key"
    let start = Located(
      inList ? "the list starts here" : "the keys start here",
      at: Range(fault.contextPosition, fault.contextPosition))
    guard lines.isFirstOnLine(position) else { return textAfterValue }
    if isItem != inList, isItem || lines.key(on: lines.line(around: position)) != nil {
      return error(
        "a list item and a key stand on the same level", help: "indent one of them more",
        note: start)
    }
    return strayBracket
      ?? error(
        "the indentation of this line fits no line above it",
        help: "indent it like the \(inList ? "items" : "keys") it belongs to", note: start)
  }

  private var textAfterValue: YAMLError {
    if let stray = strayBracket { return stray }
    let line = lines.line(around: fault.position)
    let rest = lines.trimmed(fault.position..<line.upperBound)
    let before = lines.trimmed(line.lowerBound..<fault.position)
    switch lines.byte(at: before.upperBound - 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return error(
        "text follows the closing quote", at: rest,
        help: "put the whole value in quotes, and write a quote inside it as '\\\"' or ''''")
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      return error(
        "text follows the closing bracket", at: rest,
        help: "if the value is text, put it in quotes")
    default:
      return error("text follows the end of the value", at: rest, help: quoteHelp)
    }
  }

  private var unexpectedItem: YAMLError {
    if lines.isFirstOnLine(fault.position) {
      return error(
        "a list item is indented under a value", help: "indent it like the other items")
    }
    return error(
      "a list cannot start on the line of its key",
      help: "put '- ' on the next line; if the value is text, put it in quotes")
  }

  private var unexpectedAfterDocument: YAMLError {
    guard lines.isFirstOnLine(fault.position) else { return textAfterValue }
    return strayBracket
      ?? error(
        "this line does not belong to the value above it",
        help: "indent it like the first line of the document")
  }

  private var strayBracket: YAMLError? {
    guard let byte = lines.byte(at: fault.position) else { return nil }
    switch byte {
    case UInt8(ascii: "]"): return error("a ']' closes no '['")
    case UInt8(ascii: "}"): return error("a '}' closes no '{'")
    default: return nil
    }
  }
}

// MARK: - Brackets and characters

extension FaultExplanation {
  private var unexpectedInBrackets: YAMLError {
    let start = fault.contextPosition
    let bracket = lines.text(lines.character(at: start))
    let closing = bracket == "[" ? "]" : "}"
    if let byte = lines.byte(at: fault.position),
      [UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte)
    {
      return error(
        "a '\(closing)' must close the '\(bracket)' first",
        note: Located("the '\(bracket)' is here", at: offsets(lines.character(at: start))))
    }
    let line = lines.line(around: fault.position)
    let key = lines.key(on: line)
    if fault.position >= lines.range.upperBound
      || line.lowerBound > start
        && (key != nil && bracket == "[" || fault.position == line.lowerBound)
    {
      return neverClosed(at: start)
    }
    return error(
      "a ',' is missing before this", help: "or the '\(bracket)' is not closed where it should be",
      note: Located("the '\(bracket)' is here", at: offsets(lines.character(at: start))))
  }

  private var missingValue: YAMLError {
    if fault.position >= lines.range.upperBound, let bracket = fault.openBracket {
      return neverClosed(at: bracket)
    }
    switch lines.byte(at: fault.position) {
    case let byte? where [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte):
      let character = Character(Unicode.Scalar(byte))
      return error(
        "a value is missing before '\(character)'",
        help: "text that starts with '\(character)' must be in quotes")
    default:
      return error("a value is missing here", help: "if the value is text, put it in quotes")
    }
  }

  private func neverClosed(at position: Int) -> YAMLError {
    let bracket = lines.text(lines.character(at: position))
    let closing = bracket == "[" ? "]" : "}"
    return error(
      "the '\(bracket)' is never closed", at: lines.character(at: position),
      help: "add '\(closing)'; if the value is text, put it in quotes")
  }

  private var atTab: YAMLError? {
    var position = fault.position
    let line = lines.line(around: position)
    if lines.byte(at: position) != 0x09 {
      position = line.first { lines.source[$0] == 0x09 } ?? position
    }
    guard lines.byte(at: position) == 0x09 else { return nil }
    let blanks = lines.trimmed(line).lowerBound
    let number = lines.number(of: position)
    return error(
      position < blanks && position == line.lowerBound
        ? "a tab starts line \(number); YAML indents with spaces"
        : "a tab stands in the indentation of line \(number); YAML indents with spaces",
      at: lines.character(at: position), help: "replace the tab with spaces")
  }

  private var cannotStartValue: YAMLError {
    let place = lines.character(at: fault.position)
    return error("'\(lines.text(place))' cannot start an unquoted value", help: quoteHelp)
  }
}

// MARK: - Scalars, anchors, tags and directives

extension FaultExplanation {
  private var scalarFault: YAMLError? {
    let start = fault.contextPosition
    switch fault.problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      let quote = lines.character(at: start)
      return error(
        "the quote \(lines.text(quote)) is never closed", at: quote, help: "add the closing quote")
    case "found unknown escape character":
      let escape = fault.position..<lines.character(at: fault.position + 1).upperBound
      return error(
        "'\(lines.text(escape))' means nothing in double quotes", at: escape,
        help: "write '\\\\' for a backslash, or use single quotes")
    case "found invalid Unicode character escape code": return halfCharacter
    case "did not find expected hexdecimal number":
      return error(
        "an escape needs more hexadecimal digits here",
        help: "'\\x' takes 2 digits, '\\u' 4 and '\\U' 8; '\\\\' is a backslash")
    case "did not find expected comment or line break":
      return error(
        "text stands on the line of '|' or '>'",
        help: "start the text on the next line; if '|' or '>' belongs to it, put it in quotes")
    case "found an indentation indicator equal to 0":
      return error("the indentation after '|' or '>' is from 1 to 9")
    default: return nil
    }
  }

  private var halfCharacter: YAMLError {
    var start = fault.position
    while start > lines.range.lowerBound, lines.byte(at: start) != UInt8(ascii: "\\") {
      start -= 1
    }
    let end = min(start + 6, lines.range.upperBound)
    let escape = start..<max(start, end)
    return error(
      "'\(lines.text(escape))' is not a character by itself", at: escape,
      help: "'\\ud800' to '\\udbff' and '\\udc00' to '\\udfff' come in pairs, in this order")
  }

  private var propertyFault: YAMLError? {
    let place = lines.character(at: fault.contextPosition)
    let character = lines.text(place)
    switch fault.context {
    case "while scanning an alias", "while scanning an anchor":
      return error(
        "'\(character)' must be followed by a name of letters, digits, '-' and '_'", at: place,
        help: "text that starts with '\(character)' must be in quotes")
    case "while scanning a tag", "while parsing a tag", "while parsing a node":
      return error(
        "'!' starts a tag, and this is none", at: place,
        help: "text that starts with '!' must be in quotes")
    case let context where context.contains("directive"):
      return error(
        "'%' starts a directive, and this is none", at: place,
        help: "text that starts with '%' must be in quotes")
    default: break
    }
    switch fault.problem {
    case "found duplicate %YAML directive", "found duplicate %TAG directive":
      return error("the same directive comes twice", help: "remove one of the two")
    case "found incompatible YAML document":
      return error("the document is for another version of YAML", help: "remove the '%YAML' line")
    default: return nil
    }
  }
}

// MARK: - Words

extension FaultExplanation {
  private var quoteHelp: String { "put the value in double quotes" }

  private var colonHelp: String {
    "a key needs ':' after it; text that goes on with a value is indented more than its key"
  }

  private func offsets(_ range: Range<Int>) -> Range<Offset> {
    Range(range.lowerBound, range.upperBound)
  }

  private func error(
    _ message: String, at range: Range<Int>? = nil, help: String? = nil,
    note: Located<String>? = nil
  ) -> YAMLError {
    YAMLError(
      message, at: offsets(range ?? lines.character(at: fault.position)), help: help, note: note)
  }
}
