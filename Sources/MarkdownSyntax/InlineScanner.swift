internal import Diagnostics

/// Finds the inlines of blocks that have text.
///
/// Marks that mean something on their own are noted as they are met, pairs when their second half is;
/// what is left between them is text. Linear in the text but for the sorting of the finds of a block.
struct InlineScanner {
  let source: SourceBytes
  /// The destinations of link definitions by the keys of their labels.
  let definitions: [String: Range<Int>]
  var inlines: [MarkdownInline] = []

  /// All inlines of the current block but text, in the order they were found.
  var found: [MarkdownInline] = []
  var delimiters: [Delimiter] = []
  /// The last delimiter that is still open, or -1.
  var lastDelimiter = -1
  var brackets: [Bracket] = []
  /// Brackets below cannot begin a link, as they have one inside.
  var firstLinkBracket = 0
  var block = 0
  var reader: LineReader
  var misses = Misses()

  /// What the rest of the block is known not to have, so that it is looked for once only.
  struct Misses {
    var marks: Set<UInt8> = []
    /// The start of the last run of backticks of each length, once all were seen.
    var lastBackticks: [Int: Int]?
  }

  init(_ source: SourceBytes, definitions: [String: Range<Int>]) {
    self.source = source
    self.definitions = definitions
    reader = LineReader(source: source, lines: [0..<0])
  }

  mutating func scan(_ blocks: [MarkdownBlock]) {
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .paragraph, .heading, .tableCell:
        if !block.content.isEmpty { scan(block.content.indices, of: index) }
      default: break
      }
    }
  }

  private mutating func scan(_ content: Range<Int>, of block: Int) {
    self.block = block
    reader = LineReader(source: source, lines: source.textLines(in: content))
    found.removeAll(keepingCapacity: true)
    delimiters.removeAll(keepingCapacity: true)
    lastDelimiter = -1
    brackets.removeAll(keepingCapacity: true)
    firstLinkBracket = 0
    misses = Misses()
    while let byte = reader.byte { scan(byte) }
    pairDelimiters(above: -1)
    arrange(content)
  }

  @inline(__always)
  private mutating func scan(_ byte: UInt8) {
    switch byte {
    case .lineFeed, UInt8(ascii: "\\"): scanEscapeOrBreak(byte)
    case UInt8(ascii: "`"): scanCode()
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): scanDelimiter(byte)
    case UInt8(ascii: "["), UInt8(ascii: "!"): openBracket(byte)
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: "<"): scanAngle()
    case UInt8(ascii: "&"): scanEntity()
    default: reader.passPlainText()
    }
  }

  /// Notes what lies between an offset and the reader's position.
  mutating func note(_ kind: MarkdownInline.Kind, from start: Int, content: Range<Int>? = nil) {
    found.append(
      MarkdownInline(kind, start..<reader.position, content: content, block: block))
  }

  private mutating func scanEscapeOrBreak(_ byte: UInt8) {
    let start = reader.position
    let lineEnd = reader.lines[reader.line].upperBound
    let isLastLine = reader.line + 1 == reader.lines.count
    reader.advance()
    if byte == .lineFeed {
      let isAskedFor =
        source.byte(at: lineEnd) == .space && source.byte(at: lineEnd + 1) == .space
      note(isAskedFor ? .lineBreak : .softBreak, from: start)
    } else if reader.position == lineEnd {
      guard !isLastLine, source.isLineEnd(lineEnd) else { return }
      reader.advance()
      note(.lineBreak, from: start)
    } else if let next = reader.byte, next.isPunctuation {
      reader.advance()
      note(.text, from: start, content: start + 1..<reader.position)
    }
  }

  private mutating func scanCode() {
    let start = reader.position
    let length = reader.passRun(of: UInt8(ascii: "`"))
    if let last = misses.lastBackticks, last[length] ?? -1 < reader.position { return }
    let contentStart = reader.position
    var lastRuns: [Int: Int] = [:]
    var search = reader
    while let byte = search.byte {
      guard byte == UInt8(ascii: "`") else {
        search.advance()
        continue
      }
      let end = search.position
      let closing = search.passRun(of: byte)
      if closing == length {
        reader = search
        note(.code, from: start, content: source.withoutPadding(contentStart..<end))
        return
      }
      lastRuns[closing] = end
    }
    misses.lastBackticks = lastRuns
  }

  private mutating func scanEntity() {
    let start = reader.position
    var offset = start + 1
    let end = reader.lines[reader.line].upperBound
    func count(_ limit: Int, _ accepts: (UInt8) -> Bool) -> Int {
      let first = offset
      while offset < end, offset - first <= limit, accepts(source[offset]) { offset += 1 }
      return offset - first
    }
    let isValid: Bool
    if offset < end, source[offset] == UInt8(ascii: "#") {
      offset += 1
      if offset < end, source[offset] | 0x20 == UInt8(ascii: "x") {
        offset += 1
        isValid = (1...6).contains(count(6, \.isHexadecimal))
      } else {
        isValid = (1...7).contains(count(7, \.isDigit))
      }
    } else {
      let startsWithLetter = offset < end && source[offset].isLetter
      isValid = (2...48).contains(count(48) { $0.isLetter || $0.isDigit }) && startsWithLetter
    }
    reader.advance()
    guard isValid, offset < end, source[offset] == UInt8(ascii: ";") else { return }
    while reader.position <= offset { reader.advance() }
    note(.entity, from: start)
  }

  /// Puts what was found in order, with text in between, and links each to the one around it.
  private mutating func arrange(_ content: Range<Int>) {
    found.sort {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var open: [Int] = []
    var position = content.lowerBound

    func fill(to end: Int) {
      guard position < end else { return }
      var text = MarkdownInline(.text, position..<end, block: block)
      text.parent = open.last ?? -1
      inlines.append(text)
      position = end
    }
    func close(_ index: Int) {
      fill(to: inlines[index].content.upperBound.utf8)
      position = inlines[index].range.upperBound.utf8
    }
    for var inline in found {
      while let last = open.last, inlines[last].range.upperBound <= inline.range.lowerBound {
        close(last)
        open.removeLast()
      }
      fill(to: inline.range.lowerBound.utf8)
      inline.parent = open.last ?? -1
      inlines.append(inline)
      if inline.kind.hasInlines {
        open.append(inlines.count - 1)
        position = inline.content.lowerBound.utf8
      } else {
        position = inline.range.upperBound.utf8
      }
    }
    while let last = open.popLast() {
      open.append(last)
      close(last)
      open.removeLast()
    }
    fill(to: content.upperBound)
  }
}

extension MarkdownInline.Kind {
  fileprivate var hasInlines: Bool {
    switch self {
    case .emphasis, .strong, .strikethrough, .link, .image: true
    case .text, .code, .rawHTML, .lineBreak, .softBreak, .entity: false
    }
  }
}

extension SourceBytes {
  /// The text on each line of a block's content.
  ///
  /// No text begins with a quote mark, as it would be a quote: those at the start belong to quotes around it.
  fileprivate func textLines(in content: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = content.lowerBound
    let text = SourceBytes(base: base, end: content.upperBound)
    while true {
      let lineEnd = text.lineEnd(from: start)
      lines.append(start..<trimmedEnd(from: start, to: lineEnd))
      start = text.nextLine(afterLineEnd: lineEnd)
      guard start < content.upperBound else { return lines }
      while start < content.upperBound, self[start].isBlank || self[start] == UInt8(ascii: ">") {
        start += 1
      }
    }
  }

  /// Code without one blank or line break on either side, unless there is nothing else.
  fileprivate func withoutPadding(_ range: Range<Int>) -> Range<Int> {
    guard range.count >= 2, self[range.lowerBound].isPadding, self[range.upperBound - 1].isPadding,
      range.contains(where: { !self[$0].isPadding })
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }
}

extension UInt8 {
  fileprivate var isPadding: Bool { self == .space || isLineBreak }
  fileprivate var isHexadecimal: Bool {
    isDigit || (self | 0x20) &- UInt8(ascii: "a") < 6
  }
}
