import Diagnostics

extension FaultExplanation {
  var unexpectedColon: YAMLError {
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

  var missingColon: YAMLError {
    let start = fault.contextPosition
    let end = lines.line(around: start).upperBound
    let key = lines.trimmed(start..<max(start, end))
    return error("'\(lines.excerpt(key))' has no ':' after it", at: key, help: colonHelp)
  }

  var unexpectedInBlock: YAMLError {
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

  var textAfterValue: YAMLError {
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

  var unexpectedItem: YAMLError {
    if lines.isFirstOnLine(fault.position) {
      return error(
        "a list item is indented under a value", help: "indent it like the other items")
    }
    return error(
      "a list cannot start on the line of its key",
      help: "put '- ' on the next line; if the value is text, put it in quotes")
  }

  var unexpectedAfterDocument: YAMLError {
    guard lines.isFirstOnLine(fault.position) else { return textAfterValue }
    return strayBracket
      ?? error(
        "this line does not belong to the value above it",
        help: "indent it like the first line of the document")
  }

  var strayBracket: YAMLError? {
    guard let byte = lines.byte(at: fault.position) else { return nil }
    switch byte {
    case UInt8(ascii: "]"): return error("a ']' closes no '['")
    case UInt8(ascii: "}"): return error("a '}' closes no '{'")
    default: return nil
    }
  }
}
