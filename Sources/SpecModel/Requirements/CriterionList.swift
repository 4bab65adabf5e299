import Diagnostics

/// Gathers the criteria of one requirement line by line.
struct CriterionList {
  /// Where criteria are looked for.
  private enum Place {
    /// Nothing was said: only numbers count, and only if no label follows.
    case body
    /// Below `Acceptance Criteria`, as a heading of the level or as a line with the indent.
    case labelled(level: Int?, indent: Int, isBulleted: Bool)
    /// Below another heading or label.
    case elsewhere
  }

  let bytes: ByteView
  let requirementID: String
  /// The number with which the addresses of the criteria begin, such as `2` of `FR-2`.
  let requirementNumber: Substring

  private(set) var labelled: [Criterion] = []
  private(set) var unlabelled: [Criterion] = []
  private var place = Place.body
  /// Whether the last criterion is of `labelled`, so that more lines can be added to it.
  private var open: Open?

  private struct Open {
    var isLabelled: Bool
    var indent: Int
    /// Whether an empty line came since.
    var isInterrupted = false
    /// Whether every line up to the next heading belongs to it, as below `#### AC-1: Title`.
    var takesAll = false
  }

  private var baseIndent: Int?
  private var isNumbered = false

  init(bytes: ByteView, requirementID: String) {
    self.bytes = bytes
    self.requirementID = requirementID
    let cut = requirementID.utf8.firstIndex(where: \.isDigit) ?? requirementID.endIndex
    requirementNumber = requirementID[cut...]
  }

  /// The criteria: those below a label or with an id of their own, else the numbered items.
  var criteria: [Criterion] {
    labelled.isEmpty ? unlabelled : labelled
  }

  // MARK: Lines

  mutating func blank() {
    open?.isInterrupted = true
  }

  /// A heading within the requirement.
  mutating func heading(level: Int, label: RequirementWords.Label?) {
    open = nil
    if label == .criteria {
      begin(level: level, indent: 0, isBulleted: false)
      return
    }
    switch place {
    case .labelled(let own?, _, _) where level > own: break
    case .body where label != .other: break
    default: place = .elsewhere
    }
    baseIndent = nil
  }

  /// A line that is a label, such as `**Acceptance Criteria:**`.
  mutating func begin(level: Int?, indent: Int, isBulleted: Bool) {
    open = nil
    baseIndent = nil
    isNumbered = false
    place = .labelled(level: level, indent: indent, isBulleted: isBulleted)
  }

  /// A line such as `**Priority:** High`: bullets below it are no criteria.
  mutating func leave(_ line: TextLine, isBulleted: Bool) {
    if isBulleted, let open, Int(line.indent) > open.indent { return extend(line) }
    open = nil
    if case .labelled = place { place = .elsewhere }
  }

  /// A criterion with an id of its own, such as `AC-1.2`, wherever it stands.
  mutating func identified(_ candidate: RequirementCandidate, _ line: TextLine) {
    let indent = Int(line.indent)
    let isRow = candidate.form == .tableRow
    let rest = candidate.title.lowerBound..<max(Int(line.end), candidate.title.lowerBound)
    let text = isRow ? bytes.cellOfWords(in: rest) : rest
    labelled.append(
      Criterion(
        id: candidate.id, position: labelled.count + 1,
        writtenNumber: Self.lastNumber(candidate.id),
        idRange: Range(candidate.idSpan.lowerBound, candidate.idSpan.upperBound),
        textRange: Range(text.lowerBound, text.upperBound)))
    if baseIndent == nil { baseIndent = indent }
    // What stands below a row is no part of it.
    open =
      isRow ? nil : Open(isLabelled: true, indent: indent, takesAll: candidate.form == .heading)
  }

  mutating func text(_ line: TextLine) {
    let indent = Int(line.indent)
    guard let item = CriterionItem(bytes, line) else {
      continueOrClose(line)
      return
    }
    if let open, open.takesAll || indent > max(open.indent, baseIndent ?? 0) + 1 {
      extend(line)
      return
    }
    switch place {
    case .labelled(_, let labelIndent, let labelIsBulleted):
      if labelIsBulleted, indent <= labelIndent, item.isBulleted {
        open = nil
        place = .elsewhere
        return
      }
      // A bullet on the level of numbered criteria tells more of the one above.
      if item.isBulleted, item.number == nil, isNumbered {
        extend(line)
        return
      }
      add(item, line, isLabelled: true)
    case .body, .elsewhere:
      if item.address != nil, belongsHere(item) {
        add(item, line, isLabelled: true)
      } else if item.number != nil, item.address == nil, case .body = place {
        add(item, line, isLabelled: false)
      } else if open != nil {
        extend(line)
      }
    }
  }

  // MARK: Items

  private mutating func add(_ item: CriterionItem, _ line: TextLine, isLabelled: Bool) {
    if baseIndent == nil { baseIndent = Int(line.indent) }
    if item.number != nil { isNumbered = true }
    let position = (isLabelled ? labelled.count : unlabelled.count) + 1
    let number = item.number ?? position
    var id = requirementID + "." + String(number)
    if let suffix = item.suffix { id.unicodeScalars.append(Unicode.Scalar(suffix)) }
    if let address = item.address, !belongsHere(item) {
      id = String(decoding: bytes[address], as: UTF8.self)
    }
    let criterion = Criterion(
      id: id, position: position, writtenNumber: item.number,
      idRange: Range(item.marker.lowerBound, item.marker.upperBound),
      textRange: Range(item.content, max(Int(line.end), item.content)))
    if isLabelled {
      if labelled.isEmpty { labelled.reserveCapacity(6) }
      labelled.append(criterion)
    } else {
      if unlabelled.isEmpty { unlabelled.reserveCapacity(6) }
      unlabelled.append(criterion)
    }
    open = Open(isLabelled: isLabelled, indent: Int(line.indent))
  }

  /// Whether an address such as `2.3` begins with the number of this requirement.
  private func belongsHere(_ item: CriterionItem) -> Bool {
    guard let address = item.address else { return true }
    var wanted = requirementNumber.utf8.makeIterator()
    var next = wanted.next()
    while next == UInt8(ascii: "0") { next = wanted.next() }
    var index = address.lowerBound
    while let byte = next {
      guard index < address.upperBound, bytes[index] == byte else { return false }
      index += 1
      next = wanted.next()
    }
    return index < address.upperBound && bytes[index] == UInt8(ascii: ".")
      && !bytes[index + 1..<address.upperBound].contains(UInt8(ascii: "."))
  }

  private mutating func continueOrClose(_ line: TextLine) {
    guard let open else { return }
    if open.takesAll || !open.isInterrupted || Int(line.indent) > open.indent {
      extend(line)
    } else {
      self.open = nil
    }
  }

  private mutating func extend(_ line: TextLine) {
    guard let open else { return }
    let end = Offset(Int(line.end))
    if open.isLabelled {
      let last = labelled.count - 1
      labelled[last].textRange = labelled[last].textRange.lowerBound..<end
    } else {
      let last = unlabelled.count - 1
      unlabelled[last].textRange = unlabelled[last].textRange.lowerBound..<end
    }
    self.open?.isInterrupted = false
  }

  /// The number at the end of an id: 2 for `AC-1.2`.
  static func lastNumber(_ id: String) -> Int? {
    var number: Int?
    var isInNumber = false
    for byte in id.utf8 {
      if byte.isDigit {
        let digit = Int(byte - 0x30)
        number = isInNumber ? min((number ?? 0) * 10 + digit, 1_000_000) : digit
      }
      isInNumber = byte.isDigit
    }
    return number
  }
}
