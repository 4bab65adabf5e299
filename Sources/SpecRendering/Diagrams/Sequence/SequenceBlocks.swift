/// How far the blocks of a sequence diagram reach to the left and to the right.
struct SequenceBlocks {
  struct Block {
    var kind: String
    var left: Int
    var right: Int
  }

  /// What is said about a block and its parts, by the number of the event.
  private(set) var texts: [Int: WrappedLabel] = [:]
  /// By the number of the event that opens them.
  private(set) var blocks: [Int: Block] = [:]
  private(set) var left: Int
  private(set) var right: Int

  init(_ diagram: SequenceDiagram, _ columns: SequenceColumns) {
    left = columns.left
    right = columns.right
    var open: [(event: Int, kind: String, left: Int, right: Int, parts: [Int])] = []
    for (index, event) in diagram.events.enumerated() {
      switch event {
      case .open(let kind, _): open.append((index, kind, Int.max, Int.min, [index]))
      case .part: if !open.isEmpty { open[open.count - 1].parts.append(index) }
      case .close:
        guard var block = open.popLast() else { continue }
        // One without anything in it is as wide as the picture.
        if block.left > block.right { (block.left, block.right) = (left + 20, right - 20) }
        block.left -= 16
        block.right = max(block.right + 16, block.left + 120)
        let tab = Self.tabWidth(block.kind)
        for part in block.parts {
          let words = Self.words(diagram.events[part])
          if words.isEmpty { continue }
          let text = WrappedLabel(
            words, size: SequenceColumns.textSize,
            width: max(block.right - block.left - tab - 24, 130))
          texts[part] = text
          block.right = max(block.right, block.left + tab + text.width + 24)
        }
        blocks[block.event] = Block(kind: block.kind, left: block.left, right: block.right)
        left = min(left, block.left)
        right = max(right, block.right)
        if !open.isEmpty {
          open[open.count - 1].left = min(open[open.count - 1].left, block.left)
          open[open.count - 1].right = max(open[open.count - 1].right, block.right)
        }
      default:
        guard !open.isEmpty, let extent = columns.extent(of: event, text: columns.texts[index])
        else { continue }
        open[open.count - 1].left = min(open[open.count - 1].left, extent.left)
        open[open.count - 1].right = max(open[open.count - 1].right, extent.right)
      }
    }
  }

  static func tabWidth(_ kind: String) -> Int {
    kind == "rect" ? 0 : TextMeasure.width(kind, size: 11) * 107 / 100 + 18
  }

  /// In brackets, as a condition.
  private static func words(_ event: SequenceDiagram.Event) -> [String] {
    switch event {
    case .open(_, let text), .part(let text):
      text.isEmpty ? [] : ["[\(text.joined(separator: " "))]"]
    default: []
    }
  }
}
