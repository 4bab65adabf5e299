import Diagnostics

extension FaultExplanation {
  var scalarFault: YAMLError? {
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

  var halfCharacter: YAMLError {
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

  var propertyFault: YAMLError? {
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
