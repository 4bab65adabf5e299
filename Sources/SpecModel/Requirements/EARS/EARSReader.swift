package import Diagnostics

/// Takes one criterion's sentence apart, word by word; linear in its bytes.
///
/// The words that make a pattern are looked for outside code, quotations and brackets. In capitals or
/// emphasis they count anywhere before the response, else where a sentence or clause begins.
struct EARSReader {
  private let bytes: ByteView
  private let end: Int
  private var position: Int
  /// What the words read so far make.
  private var draft: EARSDraft

  /// Whether only marks and blanks came since the start of a sentence or clause.
  private var isAtStart = true
  /// Whether a sentence or item begins here, rather than a clause of one.
  private var isAtSentence = true
  private var depth = 0
  /// Up to where closing marks were looked for without success.
  private var unclosedCode = -1
  private var unclosedQuotation = -1
  private var unclosedFence = -1
  private let beginnings = EARSWords.beginnings

  init(_ bytes: ByteView, _ range: Range<Int>) {
    self.bytes = bytes
    end = min(range.upperBound, bytes.count)
    position = min(range.lowerBound, end)
    draft = EARSDraft(bytes: bytes, range: position..<end)
  }

  mutating func read() -> EARSSentence {
    while position < end {
      let byte = bytes[position]
      switch byte {
      case 0x20, 0x09: position += 1
      case 0x0A, 0x0D: startLine()
      case _ where byte.isLetter || 0xC3...0xDF ~= byte: readWord()
      case 0xE1 where 0xB8...0xBB ~= peek(1): readWord()
      case 0xE2...: readSymbol(byte)
      case UInt8(ascii: "`"): readCode()
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): position += 1
      case UInt8(ascii: "\""): skipQuotation()
      case UInt8(ascii: ","): separate(1, isSentence: false)
      case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: ";"): separate(1, isSentence: true)
      case UInt8(ascii: "("): open(1)
      case UInt8(ascii: ")"): close(1)
      case UInt8(ascii: "["): skipTag()
      case _ where byte.isDigit: skipNumber()
      default:
        position += 1
        passText()
      }
    }
    return draft.sentence
  }

  private func peek(_ distance: Int) -> UInt8 {
    position + distance < end ? bytes[position + distance] : 0
  }

  private mutating func passText() {
    isAtStart = false
    isAtSentence = false
    draft.passText()
  }

  // MARK: Marks

  /// Goes to the first text of the next line, behind its bullet or number.
  private mutating func startLine() {
    position += 1
    depth = 0
    var cursor = Cursor(bytes, position..<end)
    while cursor.current.isBlank || cursor.current.isLineBreak
      || cursor.current == UInt8(ascii: ">")
    {
      cursor.position += 1
    }
    position = cursor.position
    if (cursor.current == UInt8(ascii: "-") || cursor.current == UInt8(ascii: "*")
      || cursor.current == UInt8(ascii: "+")) && cursor.peek(1).isBlank
    {
      position += 2
      startSentence()
    } else if cursor.current.isDigit {
      while cursor.current.isDigit { cursor.position += 1 }
      if cursor.current == UInt8(ascii: ".") || cursor.current == UInt8(ascii: ")"),
        cursor.peek(1).isBlank
      {
        position = cursor.position + 1
        startSentence()
      }
    }
  }

  private mutating func startSentence() {
    isAtStart = true
    isAtSentence = true
    draft.separate(behind: position, isSentence: true)
  }

  /// A mark between clauses or sentences, which it is only with a blank or the like behind it.
  private mutating func separate(_ length: Int, isSentence: Bool) {
    position += length
    let next = position < end ? bytes[position] : 0x20
    guard length > 1 || next.isBlank || next.isLineBreak || next.isEmphasis || next >= 0xE2,
      depth == 0
    else { return passText() }
    isAtStart = true
    if isSentence { isAtSentence = true }
    draft.separate(behind: position, isSentence: isSentence)
  }

  private mutating func open(_ length: Int) {
    position += length
    depth += 1
    draft.passText()
  }

  private mutating func close(_ length: Int) {
    position += length
    if depth > 0 { depth -= 1 }
    draft.passText()
  }

  /// A tag at the start, such as `[P1]`; a link elsewhere is text.
  private mutating func skipTag() {
    let wasAtStart = isAtStart
    let limit = min(end, position + 60)
    var index = position + 1
    while index < limit, bytes[index] != UInt8(ascii: "]"), !bytes[index].isLineBreak { index += 1 }
    guard wasAtStart, index < limit, bytes[index] == UInt8(ascii: "]"),
      index + 1 >= end || bytes[index + 1] != UInt8(ascii: "(")
    else {
      position += 1
      return passText()
    }
    position = index + 1
    if !draft.hasClauses { draft.separate(behind: position, isSentence: true) }
  }

  private mutating func skipNumber() {
    while position < end, bytes[position].isDigit || bytes[position].isLetter { position += 1 }
    passText()
  }

  /// Passes over a span of code; one that holds a keyword alone counts as the keyword.
  private mutating func readCode() {
    let start = position
    while position < end, bytes[position] == UInt8(ascii: "`") { position += 1 }
    let count = position - start
    if count >= 3 {
      guard unclosedFence < 0 else { return passText() }
      var index = position
      while index < end {
        if bytes[index] == UInt8(ascii: "`"), index + 2 < end,
          bytes[index + 1] == UInt8(ascii: "`"), bytes[index + 2] == UInt8(ascii: "`")
        {
          position = index + 3
          return passText()
        }
        index += 1
      }
      unclosedFence = start
      return passText()
    }
    guard count == 1, unclosedCode < 0 else { return passText() }
    var close = position
    while close < end, bytes[close] != UInt8(ascii: "`") { close += 1 }
    guard close < end else {
      unclosedCode = start
      return passText()
    }
    if let found = EARSWords.spaced.value(bytes, position..<close), found.word != .article {
      take(found, position..<close, isMarked: true)
      position = max(position, close + 1)
    } else {
      position = close + 1
      passText()
    }
  }

  private mutating func skipQuotation() {
    let isOpening =
      position == 0 || bytes[position - 1].isBlank || bytes[position - 1] == UInt8(ascii: "(")
    position += 1
    passText()
    guard isOpening, unclosedQuotation < position else { return }
    var close = position
    while close < end, bytes[close] != UInt8(ascii: "\""), !bytes[close].isLineBreak { close += 1 }
    if close < end, bytes[close] == UInt8(ascii: "\"") {
      position = close + 1
    } else {
      unclosedQuotation = close
    }
  }

  // MARK: Words

  private mutating func readWord() {
    let start = position
    while position < end {
      let byte = bytes[position]
      if byte.isLetter || byte.isDigit {
        position += 1
      } else if 0xC3...0xDF ~= byte {
        position = min(position + 2, end)
      } else if byte == 0xE1, 0xB8...0xBB ~= peek(1) {
        position = min(position + 3, end)
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "'"),
        peek(1).isLetter || peek(1).isDigit
      {
        position += 1
      } else {
        break
      }
    }
    guard position - start >= 2 else { return passText() }
    let place = EARSWords.place(bytes[start], bytes[start + 1])
    guard beginnings[place >> 6] & (1 << UInt64(place & 63)) != 0,
      let found = EARSWords.spaced.value(bytes, start..<position)
    else { return passText() }
    let isMarked =
      start >= 2 && bytes[start - 1] == UInt8(ascii: "*") && bytes[start - 2] == UInt8(ascii: "*")
      && peek(0) == UInt8(ascii: "*")
    take(found, start..<position, isMarked: isMarked)
  }

  /// Reads a word of the list, with the place of the cursor behind it.
  private mutating func take(_ found: EARSWords.Meaning, _ word: Range<Int>, isMarked: Bool) {
    let isCapital = Self.isCapital(bytes, word)
    let stands = isCapital || isMarked
    switch found.word {
    case .clause(let keyword):
      let isTwoLetters = word.count == 2 && !found.isEnglish
      guard depth == 0,
        stands
          || !isTwoLetters && isAtStart && (isAtSentence || draft.hasClauses)
            && !draft.hasModal && !draft.hasThen
      else { return passText() }
      let range = withTranslation(word)
      position = range.upperBound
      draft.addClause(
        keyword, range, isEnglish: found.isEnglish, startsSentence: isAtSentence)
      isAtStart = true
      isAtSentence = false
    case .then:
      guard depth == 0, stands || isAtStart || draft.isFollowedByArticle(word.upperBound) else {
        return passText()
      }
      let range = withTranslation(word)
      position = range.upperBound
      draft.addThen(range, isCapital: stands, startsSentence: isAtSentence)
      isAtStart = true
      isAtSentence = false
    case .modal(let rank):
      let isShall = isCapital && word.count == 5 && bytes[word.lowerBound] == UInt8(ascii: "S")
      draft.addModal(
        word, rank: stands && found.isEnglish ? 0 : rank, isEnglish: found.isEnglish,
        counts: isShall, isBracketed: depth > 0)
      isAtStart = false
      isAtSentence = false
    case .article:
      if depth == 0 { draft.addArticle(word.lowerBound, opensClause: isAtStart) }
      isAtStart = false
      isAtSentence = false
    case .clauseEnd, .modalEnd, .command, .other:
      passText()
    }
  }

  /// A keyword with the translation in brackets directly behind it: `WHEN（当）`.
  private func withTranslation(_ word: Range<Int>) -> Range<Int> {
    var cursor = Cursor(bytes, word.upperBound..<end)
    while cursor.current.isEmphasis { cursor.position += 1 }
    guard cursor.skip("（") || cursor.skip(UInt8(ascii: "(")) else { return word }
    let limit = min(end, cursor.position + 24)
    while cursor.position < limit {
      if cursor.skip("）") || cursor.skip(UInt8(ascii: ")")) {
        return word.lowerBound..<cursor.position
      }
      cursor.position += 1
    }
    return word
  }

  /// Whether the first two letters are capitals.
  private static func isCapital(_ bytes: ByteView, _ word: Range<Int>) -> Bool {
    let start = word.lowerBound
    if bytes[start].isUppercase { return word.count > 1 && !bytes[start + 1].isLowercase }
    // Cyrillic capitals are D0 90 to D0 AF.
    return word.count >= 4 && bytes[start + 2] == 0xD0 && 0x90...0xAF ~= bytes[start + 3]
  }

  // MARK: Other scripts

  private mutating func readSymbol(_ byte: UInt8) {
    var cursor = Cursor(bytes, position..<end)
    if byte == 0xE3 || byte == 0xEF {
      if cursor.skip("，") { return separate(3, isSentence: false) }
      if cursor.skip("：") || cursor.skip("。") || cursor.skip("；") {
        return separate(3, isSentence: true)
      }
      if cursor.skip("（") { return open(3) }
      if cursor.skip("）") { return close(3) }
      if cursor.skip("、") {
        position = cursor.position
        if depth == 0 { draft.separateWeakly(behind: position) }
        isAtStart = true
        return
      }
      if cursor.skip("　") {
        position = cursor.position
        return
      }
    }
    if byte < 0xE3 || byte >= 0xEE {
      let before = position
      cursor.skipDecoration()
      position = max(cursor.position, min(before + (byte < 0xF0 ? 3 : 4), end))
      if !isAtStart { draft.passText() }
      return
    }
    guard let word = EARSWords.ideographs.skip(&cursor) else {
      position = min(position + 3, end)
      return passText()
    }
    takeIdeographs(word, position..<cursor.position)
  }

  /// Whether the line, or with a full stop the sentence, is over at the cursor.
  private var endsSentence: Bool {
    var cursor = Cursor(bytes, position..<end)
    return cursor.isAtEnd || cursor.current.isLineBreak || cursor.current == UInt8(ascii: ")")
      || cursor.skip("。") || cursor.skip("（")
  }

  private mutating func takeIdeographs(_ word: EARSWord, _ range: Range<Int>) {
    let marked = range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "*")
    position = range.upperBound
    switch word {
    case .clause(let keyword):
      guard depth == 0, marked || isAtStart, !draft.hasModal else { return passText() }
      draft.addClause(keyword, range, isEnglish: false, startsSentence: isAtSentence)
      isAtSentence = false
    case .clauseEnd(let keyword):
      if depth == 0 { draft.addClauseEnd(keyword, range) }
      passText()
    case .then:
      guard depth == 0, marked || isAtStart || draft.hasOpenClause else { return passText() }
      draft.addThen(range, isCapital: marked, startsSentence: isAtSentence)
      isAtStart = true
      isAtSentence = false
    case .modal(let rank):
      draft.addModal(
        range, rank: rank, isEnglish: false, counts: false, isBracketed: depth > 0)
      passText()
    case .command where !endsSentence: passText()
    case .modalEnd, .command:
      draft.addModal(
        range, rank: 2, isEnglish: false, counts: false, isBracketed: depth > 0, isAtEnd: true)
      passText()
    case .article:
      if depth == 0 { draft.addArticle(range.lowerBound, opensClause: isAtStart) }
      isAtStart = false
      isAtSentence = false
    case .other: passText()
    }
  }
}

extension EARSSentence {
  /// Reads the sentence that a span of a document holds, over all its lines; linear in the span.
  package init(reading range: Range<Offset>, of text: SpecText) {
    self = text.bytes.withView { bytes in
      var reader = EARSReader(bytes, range.indices)
      return reader.read()
    }
  }
}

extension RequirementsDocument {
  /// The sentences of all criteria, requirement by requirement; linear in their bytes.
  package var sentences: [[EARSSentence]] {
    text.bytes.withView { bytes in
      requirements.map { requirement in
        requirement.criteria.map { criterion in
          var reader = EARSReader(bytes, criterion.textRange.indices)
          return reader.read()
        }
      }
    }
  }
}
