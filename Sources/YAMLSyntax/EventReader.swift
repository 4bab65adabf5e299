internal import CLibYAML
import Diagnostics

/// What libyaml found wrong, in its own words.
struct ParserFault: Error {
  var problem: String
  /// Where it was noticed.
  var position: Int
  var context: String
  /// Where the construct started that could not be read.
  var contextPosition: Int
  /// Where the innermost bracket stands that was open then.
  var openBracket: Int?
}

/// A text as libyaml is to read it.
struct ParserInput {
  /// The whole array in which all places are told.
  var source: UnsafeBufferPointer<UInt8>
  /// The part to read, after any byte order mark.
  var range: Range<Int>
  /// The bytes that libyaml gets instead of that part, when some escapes had to be rewritten.
  var rewritten: EscapedPairs?
  var limits: YAMLLimits

  /// Why reading ended early.
  enum Failure: Error {
    case fault(ParserFault)
    case error(YAMLError)
  }

  /// Runs libyaml over the text and makes documents of its events.
  func read() throws(Failure) -> Reading {
    if let rewritten {
      return try rewritten.bytes.withUnsafeBufferPointer { text throws(Failure) in
        try read(text)
      }
    }
    return try read(UnsafeBufferPointer(rebasing: source[range]))
  }

  /// The documents of a text and which rewritten escapes turned out to be no escapes.
  struct Reading {
    var stream: YAMLStream
    /// Ranges of scalars that are not double-quoted, filled only when escapes were rewritten.
    var verbatim: [Range<Int>] = []
  }
}

extension ParserInput {
  private func read(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> Reading {
    let survey = TextSurvey(text)
    if let place = survey.surplusDirective(in: text) {
      let start = range.lowerBound + (rewritten?.originalPosition(place) ?? place)
      throw .error(
        YAMLError("the text has more than 100 '%' directives", at: Range(start, start)))
    }
    // libyaml's parser keeps pointers into itself, so it must not move.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { throw .error(.outOfMemory(at: range)) }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)

    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    defer { event.deallocate() }
    var reading = EventReading(input: self, text: text, survey: survey)
    repeat {
      guard yaml_parser_parse(parser, event) == 1 else {
        throw reading.failure(of: parser)
      }
      defer { yaml_event_delete(event) }
      do throws(YAMLError) {
        try reading.take(event)
      } catch {
        throw .error(error)
      }
    } while !reading.isAtEnd
    return reading.result
  }
}

/// The state of reading one text: translates each event for the tree and the comments.
private struct EventReading: ~Copyable {
  private let input: ParserInput
  private var cursor: MarkCursor
  private var builder: TreeBuilder
  private var comments: CommentScanner
  private var verbatim: [Range<Int>] = []
  private(set) var isAtEnd = false

  init(input: ParserInput, text: UnsafeBufferPointer<UInt8>, survey: TextSurvey) {
    self.input = input
    cursor = MarkCursor(text, isASCII: survey.isASCII)
    builder = TreeBuilder(input.source, limits: input.limits)
    comments = CommentScanner(input.source, in: input.range, hasHash: survey.hasHash)
  }

  var result: ParserInput.Reading {
    ParserInput.Reading(
      stream: YAMLStream(
        documents: builder.documents, comments: comments.comments,
        problems: builder.problems.sorted { $0.range.lowerBound < $1.range.lowerBound },
        usedTolerance: false),
      verbatim: verbatim)
  }

  mutating func take(_ event: UnsafePointer<yaml_event_t>) throws(YAMLError) {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: takeScalar(event)
    case YAML_ALIAS_EVENT:
      let range = range(of: event)
      comments.scanGap(to: range.lowerBound)
      try builder.alias(String(event.pointee.data.alias.anchor) ?? "", at: range)
      comments.skipNode(range, hasProperties: false, isBlock: false)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.pointee.data.sequence_start
      try open(event, isMapping: false, anchor: data.anchor, tag: data.tag)
    case YAML_MAPPING_START_EVENT:
      let data = event.pointee.data.mapping_start
      try open(event, isMapping: true, anchor: data.anchor, tag: data.tag)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      // Only a bracket has a length; the end of a block is where the next token starts.
      if event.pointee.start_mark.index < event.pointee.end_mark.index {
        builder.closeCollection(at: position(event.pointee.end_mark))
      } else {
        builder.closeCollection(at: nil)
      }
    case YAML_DOCUMENT_START_EVENT: builder.startDocument()
    case YAML_DOCUMENT_END_EVENT: builder.endDocument()
    case YAML_STREAM_END_EVENT:
      comments.scanGap(to: input.range.upperBound)
      isAtEnd = true
    default: break
    }
  }

  private mutating func open(
    _ event: UnsafePointer<yaml_event_t>, isMapping: Bool, anchor: UnsafePointer<UInt8>?,
    tag: UnsafePointer<UInt8>?
  ) throws(YAMLError) {
    let start = position(event.pointee.start_mark)
    comments.scanGap(to: start)
    try builder.openCollection(
      isMapping: isMapping, at: start, anchor: String(anchor), tag: String(tag))
  }

  private mutating func takeScalar(_ event: UnsafePointer<yaml_event_t>) {
    let data = event.pointee.data.scalar
    let range = range(of: event)
    let style = YAMLScalar.Style(data.style)
    comments.scanGap(to: range.lowerBound)
    if !range.isEmpty {
      comments.skipNode(
        range, hasProperties: data.anchor != nil || data.tag != nil,
        isBlock: style == .literal || style == .folded)
    }
    if input.rewritten != nil, style != .doubleQuoted { verbatim.append(range) }
    builder.scalar(
      UnsafeBufferPointer(start: data.value, count: data.length), style: style, at: range,
      anchor: String(data.anchor), tag: String(data.tag))
  }

  private mutating func range(of event: UnsafePointer<yaml_event_t>) -> Range<Int> {
    let start = position(event.pointee.start_mark)
    return start..<max(start, position(event.pointee.end_mark))
  }

  /// The place of a mark in the whole array.
  private mutating func position(_ mark: yaml_mark_t) -> Int {
    let position = cursor.position(ofScalar: Int(mark.index))
    return input.range.lowerBound + (input.rewritten?.originalPosition(position) ?? position)
  }

  mutating func failure(of parser: UnsafePointer<yaml_parser_t>) -> ParserInput.Failure {
    if parser.pointee.error == YAML_MEMORY_ERROR {
      return .error(.outOfMemory(at: input.range))
    }
    return .fault(
      ParserFault(
        problem: parser.pointee.problem.map { String(cString: $0) } ?? "",
        position: position(parser.pointee.problem_mark),
        context: parser.pointee.context.map { String(cString: $0) } ?? "",
        contextPosition: position(parser.pointee.context_mark),
        openBracket: builder.openBracket))
  }
}

extension YAMLError {
  fileprivate static func outOfMemory(at range: Range<Int>) -> YAMLError {
    YAMLError("there is not enough memory", at: Range(range.lowerBound, range.upperBound))
  }
}

extension YAMLScalar.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}

extension String {
  fileprivate init?(_ name: UnsafePointer<UInt8>?) {
    guard let name else { return nil }
    self.init(cString: name)
  }
}
