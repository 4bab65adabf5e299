import Diagnostics

/// Finds the lines that are almost requirements or criteria.
struct AlmostRequirementReader {
  let document: RequirementsDocument
  let bytes: ByteView

  func read() -> [AlmostRequirement] {
    var found: [AlmostRequirement] = []
    var taken = TakenLines(document)
    let hasNumbers = document.requirements.contains {
      $0.form == .heading && ($0.id.utf8.first?.isDigit ?? false)
    }
    var lastLine = -1
    for (index, line) in document.text.lines.enumerated() {
      let start = Int(line.textStart)
      switch line.kind {
      case .heading(let level):
        guard !taken.contains(start) else { continue }
        if let almost = heading(line, level: Int(level), hasNumbers: hasNumbers) {
          found.append(almost)
        }
      case .text:
        guard mayBeginClause(line), !taken.contains(start) else { continue }
        guard let almost = criterion(line, in: taken.requirement) else { continue }
        // A list in the wrong place is one mistake, not one a line.
        if lastLine == index - 1, case .criterionElsewhere(let count)? = found.last?.reason {
          found[found.count - 1].reason = .criterionElsewhere(count: count + 1)
        } else {
          found.append(almost)
        }
        lastLine = index
      default: break
      }
    }
    return found
  }

  /// `### Requirment 3: A` and `### Requirement: A`.
  private func heading(_ line: TextLine, level: Int, hasNumbers: Bool) -> AlmostRequirement? {
    var cursor = Cursor(bytes, line)
    while cursor.skip(UInt8(ascii: "#")) {}
    cursor.skipDecoration()
    let start = cursor.position
    while cursor.current.isLetter { cursor.position += 1 }
    let wordRange = start..<cursor.position
    guard (8...14).contains(wordRange.count), bytes[start].lowercased == UInt8(ascii: "r") else {
      return nil
    }
    let word = String(decoding: bytes[wordRange], as: UTF8.self)
    let isBlank = cursor.current.isBlank
    cursor.skipBlanks()
    let hasNumber = isBlank && cursor.current.isDigit
    let lowered = word.lowercased()
    if lowered == "requirement" {
      if !hasNumber, hasNumbers, level > 1, cursor.skipColon() || cursor.isAtEnd {
        return AlmostRequirement(reason: .noNumber, range: line.range, edits: [])
      }
      return nil
    }
    guard hasNumber, lowered != "requirements",
      nearMiss(to: lowered, among: ["requirement"]) != nil
    else { return nil }
    let isCapital = bytes[start] == UInt8(ascii: "R")
    return AlmostRequirement(
      reason: .misspelled(word), range: line.range,
      edits: [
        TextEdit(
          replacing: Range(wordRange.lowerBound, wordRange.upperBound),
          with: isCapital ? "Requirement" : "requirement")
      ])
  }

  // MARK: Criteria

  /// Whether behind bullet, number and emphasis a keyword in capitals may begin.
  private func mayBeginClause(_ line: TextLine) -> Bool {
    switch bytes[Int(line.textStart)] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "W"),
      UInt8(ascii: "I"):
      true
    case let byte: byte.isDigit
    }
  }

  private func criterion(_ line: TextLine, in requirement: Int?) -> AlmostRequirement? {
    guard let requirement, document.requirements[requirement].expectsCriteria,
      !document.requirements[requirement].isSecondary
    else { return nil }
    var cursor = Cursor(bytes, line)
    if !cursor.skipBullet() {
      while cursor.current.isDigit || cursor.current == UInt8(ascii: ".") { cursor.position += 1 }
      cursor.skipBlanks()
    }
    while cursor.current.isEmphasis { cursor.position += 1 }
    guard cursor.skip("WHEN") || cursor.skip("IF") || cursor.skip("WHILE") || cursor.skip("WHERE"),
      !cursor.current.isLetter
    else { return nil }
    let rest = cursor.position..<Int(line.end)
    guard bytes[rest].firstRange(of: Array("SHALL".utf8)) != nil else { return nil }
    return AlmostRequirement(reason: .criterionElsewhere(count: 1), range: line.range, edits: [])
  }

  /// The lines that make requirements and criteria, asked for in document order.
  private struct TakenLines {
    private let starts: [Int]
    private let blocks: [(range: Range<Int>, requirement: Int)]
    private let criteria: [Range<Int>]
    private var position = 0
    private var criterion = 0
    private var block = 0
    /// The innermost requirement in whose block the last line that was asked for lies.
    private(set) var requirement: Int?

    init(_ document: RequirementsDocument) {
      starts = document.requirements.map(\.range.lowerBound.utf8).sorted()
      blocks = document.requirements.enumerated().map { ($1.block.indices, $0) }
        .sorted { $0.0.lowerBound < $1.0.lowerBound }
      criteria = document.requirements.lazy.flatMap(\.criteria).map { criterion in
        min(criterion.idRange.lowerBound, criterion.textRange.lowerBound)
          .utf8..<criterion.textRange.upperBound.utf8
      }.sorted { $0.lowerBound < $1.lowerBound }
    }

    mutating func contains(_ start: Int) -> Bool {
      while block < blocks.count, blocks[block].range.lowerBound <= start {
        requirement = blocks[block].requirement
        block += 1
      }
      if block > 0, blocks[block - 1].range.upperBound < start { requirement = nil }
      while position < starts.count, starts[position] < start { position += 1 }
      if position < starts.count, starts[position] == start { return true }
      while criterion < criteria.count, criteria[criterion].upperBound <= start { criterion += 1 }
      guard criterion < criteria.count else { return false }
      // The marker of a criterion may stand behind a bullet or emphasis.
      return criteria[criterion].lowerBound <= start + 8
    }
  }
}
