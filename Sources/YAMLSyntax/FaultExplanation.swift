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

  var unknown: YAMLError {
    error("the text is no valid YAML here", help: "check the quotes and indentation on this line")
  }
}

extension FaultExplanation {
  var quoteHelp: String { "put the value in double quotes" }

  var colonHelp: String {
    "a key needs ':' after it; text that goes on with a value is indented more than its key"
  }

  func offsets(_ range: Range<Int>) -> Range<Offset> {
    Range(range.lowerBound, range.upperBound)
  }

  func error(
    _ message: String, at range: Range<Int>? = nil, help: String? = nil,
    note: Located<String>? = nil
  ) -> YAMLError {
    YAMLError(
      message, at: offsets(range ?? lines.character(at: fault.position)), help: help, note: note)
  }
}
