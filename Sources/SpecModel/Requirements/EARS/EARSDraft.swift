import Diagnostics

/// The parts of a sentence while its words are read, and what they make in the end.
struct EARSDraft {
  private struct Modal {
    var range: Range<Int>
    var rank: UInt8
    var isEnglish: Bool
    /// Whether it demands what stands before it.
    var isAtEnd: Bool
    var clauseCount: Int
    var then: Range<Int>?
    var boundary: Boundary
  }

  /// Where the system's name may begin.
  private struct Boundary {
    /// Behind the last comma or colon.
    var comma = -1
    /// Behind a Chinese or Japanese enumeration comma.
    var weakComma = -1
    /// At the last article that follows a comma directly.
    var commaArticle = -1
    var article = -1
  }

  /// More clauses than a sentence can sensibly have; further keywords are text.
  private static let clauseLimit = 16

  private let bytes: ByteView
  private let range: Range<Int>

  private var clauses: [EARSSentence.Clause] = []
  /// The clauses behind the modal, as long as nothing shows that they begin another sentence.
  private var trailing: [EARSSentence.Clause] = []
  private var then: Range<Int>?
  private var isThenCapital = false
  private var modal: Modal?
  private var boundary = Boundary()
  /// Where the sentence begins, behind tags and labels.
  private var start: Int
  /// Whether another sentence has begun behind the one that counts.
  private var hasEnded = false
  /// Whether a sentence with THEN is over: only a plain demand behind it can still be meant.
  private var isBehindFirst = false
  private var shallCount = 0
  /// An English modal that nothing but blanks and marks follows yet.
  private var lastModal: Range<Int>?
  private var doubledModal: Range<Int>?

  init(bytes: ByteView, range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    start = range.lowerBound
  }

  var hasClauses: Bool { !clauses.isEmpty }
  var hasThen: Bool { then != nil }
  var hasModal: Bool { modal.map { $0.rank <= 1 } ?? false }
  var hasOpenClause: Bool { !clauses.isEmpty && then == nil && modal == nil }

  // MARK: Words

  mutating func passText() { lastModal = nil }

  mutating func separate(behind position: Int, isSentence: Bool) {
    lastModal = nil
    if clauses.isEmpty, then == nil, modal == nil, isSentence {
      start = position
      boundary = Boundary()
    } else {
      boundary.comma = position
    }
    guard isSentence, bytes[position - 1] != UInt8(ascii: ":") else { return }
    if hasModal { hasEnded = true }
    if then != nil { isBehindFirst = true }
  }

  mutating func separateWeakly(behind position: Int) {
    lastModal = nil
    boundary.weakComma = position
  }

  mutating func addArticle(_ position: Int, opensClause: Bool) {
    lastModal = nil
    boundary.article = position
    if opensClause, max(boundary.comma, boundary.weakComma) >= 0 {
      boundary.commaArticle = position
    }
  }

  mutating func addClause(
    _ keyword: EARSKeyword, _ range: Range<Int>, isEnglish: Bool, startsSentence: Bool
  ) {
    lastModal = nil
    if hasEnded || isBehindFirst { return }
    let clause = EARSSentence.Clause(
      keyword: keyword, keywordRange: Range(range.lowerBound, range.upperBound),
      textRange: Range(range.upperBound, range.upperBound), isEnglish: isEnglish,
      isTrailing: hasModal)
    if hasModal {
      if startsSentence {
        hasEnded = true
      } else if trailing.count < Self.clauseLimit {
        trailing.append(clause)
      }
      return
    }
    guard clauses.count < Self.clauseLimit else { return }
    clauses.append(clause)
    boundary = Boundary()
    then = nil
    modal = nil
  }

  /// A Japanese word such as とき, which makes a clause of what stands before it.
  mutating func addClauseEnd(_ keyword: EARSKeyword, _ range: Range<Int>) {
    guard clauses.isEmpty, then == nil, modal == nil, !hasEnded,
      closesClause(behind: range.upperBound)
    else { return }
    clauses.append(
      EARSSentence.Clause(
        keyword: keyword, keywordRange: Range(range.lowerBound, range.upperBound),
        textRange: Range(start, range.lowerBound), isEnglish: false, isTrailing: false))
    boundary = Boundary()
  }

  /// Whether a comma, は, に or a mark follows, with which a Japanese clause ends.
  private func closesClause(behind position: Int) -> Bool {
    var cursor = Cursor(bytes, position..<range.upperBound)
    if cursor.skip("に") || cursor.skip("は") { return true }
    return cursor.current.isBlank || cursor.current == UInt8(ascii: ",")
      || cursor.skip("、") || cursor.skip("，")
  }

  mutating func addThen(_ range: Range<Int>, isCapital: Bool, startsSentence: Bool) {
    lastModal = nil
    if hasEnded { return }
    if hasModal {
      trailing = []
      hasEnded = true
      return
    }
    if then != nil, isThenCapital || !isCapital { return }
    then = range
    isThenCapital = isCapital
    modal = nil
    boundary = Boundary()
  }

  mutating func addModal(
    _ range: Range<Int>, rank: UInt8, isEnglish: Bool, counts: Bool, isBracketed: Bool,
    isAtEnd: Bool = false
  ) {
    if counts { shallCount += 1 }
    if isEnglish {
      if let lastModal, doubledModal == nil {
        doubledModal = lastModal.lowerBound..<range.upperBound
      }
      lastModal = range
    } else {
      lastModal = nil
    }
    if hasEnded || isBracketed || isBehindFirst && rank > 1 { return }
    if let modal {
      if !trailing.isEmpty, rank <= 1 {
        trailing = []
        hasEnded = true
        return
      }
      if modal.rank <= rank {
        // What is said before the first comma may belong to the condition.
        let wasInClause =
          modal.rank > 1 && modal.clauseCount > 0 && modal.then == nil && modal.boundary.comma < 0
        guard wasInClause, modal.rank == rank, boundary.commaArticle >= 0 else { return }
      }
    }
    modal = Modal(
      range: range, rank: rank, isEnglish: isEnglish, isAtEnd: isAtEnd,
      clauseCount: clauses.count, then: then, boundary: boundary)
  }

  func isFollowedByArticle(_ position: Int) -> Bool {
    var cursor = Cursor(bytes, position..<range.upperBound)
    cursor.skipBlanks()
    return cursor.skipWord("the ") || cursor.skipWord("it ")
  }

  // MARK: Result

  var sentence: EARSSentence {
    var sentence = EARSSentence()
    sentence.shallCount = shallCount
    sentence.doubledModal = doubledModal.map { Range($0.lowerBound, $0.upperBound) }
    sentence.then = then.map { Range($0.lowerBound, $0.upperBound) }
    guard let modal else {
      close(&sentence, before: then?.lowerBound ?? range.upperBound)
      if let then { sentence.response = offsets(trimmed(then.upperBound, range.upperBound)) }
      let hasScene = clauses.contains { $0.keyword == .given || $0.keyword == .when }
      if hasScene, then != nil || clauses.count > 1 { sentence.pattern = .scenario }
      return sentence
    }
    let systemStart = systemStart(modal)
    close(&sentence, before: then?.lowerBound ?? systemStart ?? modal.range.lowerBound)
    sentence.pattern = pattern(sentence)
    sentence.modal = Range(modal.range.lowerBound, modal.range.upperBound)
    sentence.isModalEnglish = modal.isEnglish
    fillIn(&sentence, modal, systemStart)
    return sentence
  }

  /// Sets the system and the response.
  private func fillIn(_ sentence: inout EARSSentence, _ modal: Modal, _ systemStart: Int?) {
    let responseEnd = trailing.first?.keywordRange.lowerBound.utf8 ?? range.upperBound
    var responseStart = modal.range.upperBound
    if let doubledModal, doubledModal.lowerBound == modal.range.lowerBound {
      responseStart = doubledModal.upperBound
    }
    let before = systemStart.map { trimmed($0, modal.range.lowerBound) }
    let after = trimmed(responseStart, responseEnd)
    sentence.system = before.map(offsets)
    sentence.response = offsets(after)
    // In Japanese what is demanded stands before the word, and は ends the name of the system.
    guard let before, !before.isEmpty,
      modal.isAtEnd || after.isEmpty && bytes[before].contains(where: { $0 >= 0xE3 })
    else { return }
    guard let particle = firstParticle(in: before) else {
      sentence.system = nil
      sentence.response = offsets(before)
      return
    }
    sentence.system = offsets(trimmed(before.lowerBound, particle))
    sentence.response = offsets(trimmed(particle + 3, before.upperBound))
  }

  /// Where は stands first.
  private func firstParticle(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index + 2 < range.upperBound {
      if bytes[index] == 0xE3, bytes[index + 1] == 0x81, bytes[index + 2] == 0xAF { return index }
      index += 1
    }
    return nil
  }

  private func systemStart(_ modal: Modal) -> Int? {
    let boundary = modal.boundary
    let base = modal.then?.upperBound
    if modal.clauseCount == 0, base == nil { return start }
    if boundary.commaArticle >= 0 { return boundary.commaArticle }
    if let base { return base }
    if boundary.comma >= 0 { return boundary.comma }
    if boundary.weakComma >= 0 { return boundary.weakComma }
    return boundary.article >= 0 ? boundary.article : nil
  }

  /// Sets the clauses, each of which ends where the next part begins.
  private func close(_ sentence: inout EARSSentence, before end: Int) {
    sentence.clauses = clauses + trailing
    for index in sentence.clauses.indices {
      let clause = sentence.clauses[index]
      if clause.textRange.lowerBound < clause.keywordRange.lowerBound {
        sentence.clauses[index].textRange = offsets(
          trimmed(clause.textRange.lowerBound.utf8, clause.keywordRange.lowerBound.utf8))
        continue
      }
      var limit = range.upperBound
      if index + 1 < sentence.clauses.count,
        sentence.clauses[index + 1].isTrailing == clause.isTrailing
      {
        limit = sentence.clauses[index + 1].keywordRange.lowerBound.utf8
      } else if !clause.isTrailing {
        limit = end
      }
      let from = clause.textRange.lowerBound.utf8
      sentence.clauses[index].textRange = offsets(trimmed(from, max(from, limit)))
    }
  }

  private func pattern(_ sentence: EARSSentence) -> EARSSentence.Pattern {
    guard let first = sentence.clauses.first?.keyword else { return .ubiquitous }
    if sentence.clauses.contains(where: { $0.keyword == .given }) { return .scenario }
    return sentence.clauses.allSatisfy { $0.keyword == first } ? first.pattern : .complex
  }

  private func offsets(_ range: Range<Int>) -> Range<Offset> {
    Range(range.lowerBound, range.upperBound)
  }

  /// A span without the emphasis of the keywords beside it, blanks, line breaks and commas.
  private func trimmed(_ from: Int, _ to: Int) -> Range<Int> {
    var lower = from
    var upper = max(from, to)
    while lower < upper, bytes[lower].isEmphasis, lower > range.lowerBound { lower += 1 }
    while upper > lower, upper < range.upperBound, bytes[upper - 1].isEmphasis { upper -= 1 }
    while lower < upper {
      let length = separatorLength(lower, upper)
      if length == 0 { break }
      lower += length
    }
    while upper > lower {
      if Self.isSeparator(bytes[upper - 1]) {
        upper -= 1
      } else if upper - lower >= 3, separatorLength(upper - 3, upper) == 3 {
        upper -= 3
      } else {
        break
      }
    }
    return lower..<upper
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte.isBlank || byte.isLineBreak || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: ";")
  }

  /// The length of a blank, comma or stop at a position, the full-width ones included; 0 for other text.
  private func separatorLength(_ index: Int, _ end: Int) -> Int {
    if Self.isSeparator(bytes[index]) { return 1 }
    guard bytes[index] >= 0xE3 else { return 0 }
    var cursor = Cursor(bytes, index..<end)
    if cursor.skip("，") || cursor.skip("、") || cursor.skip("。") || cursor.skip("：")
      || cursor.skip("　")
    {
      return 3
    }
    return 0
  }
}
