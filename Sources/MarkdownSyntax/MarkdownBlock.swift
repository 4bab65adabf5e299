package import Diagnostics

/// One block of a Markdown document with the bytes it was written in.
///
/// Places are kept in 32 bits, for which ``MarkdownDocument/byteLimit`` leaves room: a task list has
/// about one block for every thirty bytes.
package struct MarkdownBlock: Sendable, Hashable {
  /// What a block is.
  package enum Kind: Sendable, Hashable {
    case paragraph
    /// A heading of level 1 to 6, written with `#` or underlined.
    case heading(level: Int)
    case quote
    /// A list whose items begin with `-`, `+` or `*`.
    case bulletList(marker: UInt8)
    /// A list whose items begin with a number and `.` or `)`; `start` is the first number.
    case orderedList(start: Int, delimiter: UInt8)
    case item
    case fencedCode
    case html(isComment: Bool)
    /// A table; its delimiter row is no row.
    case table
    case tableRow(isHeader: Bool)
    /// A cell that was written: short rows are not filled up, and what exceeds the header is left out.
    case tableCell
    case thematicBreak
  }

  private var tag: Tag
  private var detail: UInt8
  /// False for a fence without a closing fence and for HTML without its end, such as a comment without `-->`.
  package var isClosed: Bool
  private var number: UInt32
  private var lower: UInt32
  private var upper: UInt32
  private var contentLower: UInt32
  private var contentUpper: UInt32
  private var infoLower: UInt32
  private var infoUpper: UInt32
  private var parentIndex: Int32

  private enum Tag: UInt8 {
    case paragraph, heading, quote, bulletList, orderedList, item, fencedCode, html, table, tableRow
    case tableCell, thematicBreak
  }

  /// A block whose content is all of its range.
  package init(_ kind: Kind, range: Range<Offset>, parent: Int) {
    self.init(kind, from: range.lowerBound.utf8, to: range.upperBound.utf8, parent: parent)
  }

  @inline(__always)
  init(_ kind: Kind, from lower: Int, to upper: Int, parent: Int) {
    (tag, detail, number) = Self.packed(kind)
    isClosed = true
    self.lower = UInt32(truncatingIfNeeded: lower)
    self.upper = UInt32(truncatingIfNeeded: upper)
    contentLower = self.lower
    contentUpper = self.upper
    infoLower = .max
    infoUpper = .max
    parentIndex = Int32(truncatingIfNeeded: parent)
  }

  package var kind: Kind {
    get {
      switch tag {
      case .paragraph: .paragraph
      case .heading: .heading(level: Int(number))
      case .quote: .quote
      case .bulletList: .bulletList(marker: detail)
      case .orderedList: .orderedList(start: Int(number), delimiter: detail)
      case .item: .item
      case .fencedCode: .fencedCode
      case .html: .html(isComment: detail != 0)
      case .table: .table
      case .tableRow: .tableRow(isHeader: detail != 0)
      case .tableCell: .tableCell
      case .thematicBreak: .thematicBreak
      }
    }
    set { (tag, detail, number) = Self.packed(newValue) }
  }

  /// Whether the block is fenced code, which is told faster than its ``kind``.
  package var isFencedCode: Bool { tag == .fencedCode }

  /// From the first byte of the block's own (marker, `#`, fence, `>`, text) to the end of its last line.
  ///
  /// Neither the last line break nor blanks before it are in it, except in a fence that is not closed.
  /// A closing fence and an underline are.
  package var range: Range<Offset> {
    get { Range(Int(lower), Int(upper)) }
    set {
      lower = UInt32(truncatingIfNeeded: newValue.lowerBound.utf8)
      upper = UInt32(truncatingIfNeeded: newValue.upperBound.utf8)
    }
  }

  /// The range without the marks that make the block what it is.
  ///
  /// A heading's text; the lines between fences, with their indentation and quote marks but without
  /// the last line break; what follows the marker of an item or quote. Otherwise the range itself.
  package var content: Range<Offset> {
    get { Range(Int(contentLower), Int(contentUpper)) }
    set {
      contentLower = UInt32(truncatingIfNeeded: newValue.lowerBound.utf8)
      contentUpper = UInt32(truncatingIfNeeded: newValue.upperBound.utf8)
    }
  }

  /// What follows an opening fence on its line, without blanks around it; `nil` when nothing does.
  package var info: Range<Offset>? {
    get { infoLower == .max ? nil : Range(Int(infoLower), Int(infoUpper)) }
    set {
      infoLower = newValue.map { UInt32(truncatingIfNeeded: $0.lowerBound.utf8) } ?? .max
      infoUpper = newValue.map { UInt32(truncatingIfNeeded: $0.upperBound.utf8) } ?? .max
    }
  }

  /// The index of the block around this one in ``MarkdownDocument/blocks``, or -1.
  package var parent: Int {
    get { Int(parentIndex) }
    set { parentIndex = Int32(truncatingIfNeeded: newValue) }
  }
}

extension MarkdownBlock {
  @inline(__always)
  private static func packed(_ kind: Kind) -> (Tag, UInt8, UInt32) {
    switch kind {
    case .paragraph: (.paragraph, 0, 0)
    case .heading(let level): (.heading, 0, UInt32(truncatingIfNeeded: level))
    case .quote: (.quote, 0, 0)
    case .bulletList(let marker): (.bulletList, marker, 0)
    case .orderedList(let start, let delimiter):
      (.orderedList, delimiter, UInt32(truncatingIfNeeded: start))
    case .item: (.item, 0, 0)
    case .fencedCode: (.fencedCode, 0, 0)
    case .html(let isComment): (.html, isComment ? 1 : 0, 0)
    case .table: (.table, 0, 0)
    case .tableRow(let isHeader): (.tableRow, isHeader ? 1 : 0, 0)
    case .tableCell: (.tableCell, 0, 0)
    case .thematicBreak: (.thematicBreak, 0, 0)
    }
  }

  /// Moves the end of the range and of the content, as blocks grow line by line.
  @inline(__always)
  mutating func end(at offset: Int) {
    upper = UInt32(truncatingIfNeeded: offset)
    contentUpper = upper
  }

  @inline(__always)
  mutating func contentStart(at offset: Int) {
    contentLower = UInt32(truncatingIfNeeded: offset)
  }

  /// Moves the start of the range and of the content.
  @inline(__always)
  mutating func start(at offset: Int) {
    lower = UInt32(truncatingIfNeeded: offset)
    contentLower = lower
  }
}
