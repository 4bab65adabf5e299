import Diagnostics

extension FaultExplanation {
  var unexpectedInBrackets: YAMLError {
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

  var missingValue: YAMLError {
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

  func neverClosed(at position: Int) -> YAMLError {
    let bracket = lines.text(lines.character(at: position))
    let closing = bracket == "[" ? "]" : "}"
    return error(
      "the '\(bracket)' is never closed", at: lines.character(at: position),
      help: "add '\(closing)'; if the value is text, put it in quotes")
  }

  var atTab: YAMLError? {
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

  var cannotStartValue: YAMLError {
    let place = lines.character(at: fault.position)
    return error("'\(lines.text(place))' cannot start an unquoted value", help: quoteHelp)
  }
}
