internal import CMD4C

/// What md4c, an independent parser, finds in the same text.
struct ReferenceParser {
  /// The names of the blocks it enters, but for rows and cells.
  private(set) var blocks: [String] = []
  /// The places of text other than code and HTML.
  private(set) var texts: [Range<Int>] = []

  private var base = 0
  private var isRaw = false
  /// Whether text belongs to a block of its own; md4c reports none for the text of tight items.
  private var hasBlock = false

  init(_ bytes: [UInt8]) {
    var parser = MD_PARSER()
    parser.flags = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS)
    parser.enter_block = { type, detail, state in
      state?.assumingMemoryBound(to: ReferenceParser.self).pointee.enter(type, detail)
      return 0
    }
    parser.leave_block = { _, _, state in
      state?.assumingMemoryBound(to: ReferenceParser.self).pointee.leave()
      return 0
    }
    parser.enter_span = { _, _, state in
      state?.assumingMemoryBound(to: ReferenceParser.self).pointee.ensureBlock()
      return 0
    }
    parser.leave_span = { _, _, _ in 0 }
    parser.text = { type, text, size, state in
      state?.assumingMemoryBound(to: ReferenceParser.self).pointee.add(
        type, at: Int(bitPattern: text), size: Int(size))
      return 0
    }
    bytes.withUnsafeBytes { bytes in
      base = Int(bitPattern: bytes.baseAddress)
      withUnsafeMutablePointer(to: &self) { state in
        _ = md_parse(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(bytes.count), &parser,
          state)
      }
    }
  }

  private mutating func enter(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    isRaw = type == MD_BLOCK_CODE || type == MD_BLOCK_HTML
    hasBlock = type != MD_BLOCK_LI
    switch type {
    case MD_BLOCK_QUOTE: blocks.append("quote")
    case MD_BLOCK_LI: blocks.append("item")
    case MD_BLOCK_HR: blocks.append("break")
    case MD_BLOCK_CODE: blocks.append("code")
    case MD_BLOCK_HTML: blocks.append("html")
    case MD_BLOCK_P: blocks.append("text")
    case MD_BLOCK_TABLE: blocks.append("table")
    case MD_BLOCK_UL, MD_BLOCK_OL: blocks.append("list")
    case MD_BLOCK_H:
      let level = detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level
      blocks.append("h\(level ?? 0)")
    default: break
    }
  }

  private mutating func leave() {
    isRaw = false
    hasBlock = false
  }

  private mutating func ensureBlock() {
    if !hasBlock { blocks.append("text") }
    hasBlock = true
  }

  private mutating func add(_ type: MD_TEXTTYPE, at address: Int, size: Int) {
    ensureBlock()
    let start = address - base
    if !isRaw, type == MD_TEXT_NORMAL { texts.append(start..<start + size) }
  }
}
