/// Where everything in a sequence diagram stands from top to bottom.
struct SequencePlaces {
  struct Frame {
    var kind: String
    var frame: DiagramFrame
    /// The text of the block, and of each of its parts with its place.
    var text: WrappedLabel
    var parts: [(y: Int, text: WrappedLabel)] = []
  }

  struct Arrow {
    var message: SequenceDiagram.Message
    var text: WrappedLabel
    /// Where it starts and ends; different heights for one that ends where it starts.
    var from: DiagramPoint
    var to: DiagramPoint
  }

  private(set) var frames: [Frame] = []
  private(set) var arrows: [Arrow] = []
  private(set) var notes: [(frame: DiagramFrame, text: WrappedLabel)] = []
  private(set) var activations: [DiagramFrame] = []
  /// The end of the life lines.
  private(set) var bottom: Int

  private let columns: SequenceColumns
  /// For each participant where its activations started.
  private var active: [[Int]]
  private var y: Int

  init(_ diagram: SequenceDiagram, _ columns: SequenceColumns, _ blocks: SequenceBlocks, top: Int) {
    self.columns = columns
    y = top + 10
    bottom = y
    active = [[Int]](repeating: [], count: diagram.participants.count)
    var open: [Int] = []
    for (index, event) in diagram.events.enumerated() {
      switch event {
      case .message(let message): place(message, columns.texts[index])
      case .note(let note):
        let extent = columns.extent(of: note, text: columns.texts[index])
        let height = max(columns.texts[index].height, WrappedLabel.lineHeight) + 12
        notes.append(
          (
            DiagramFrame(
              x: extent.left, y: y + 6, width: extent.right - extent.left, height: height),
            columns.texts[index]
          ))
        y += height + 14
      case .open(let kind, _):
        guard let block = blocks.blocks[index] else { continue }
        let text = blocks.texts[index] ?? .empty
        y += 8
        open.append(frames.count)
        frames.append(
          Frame(
            kind: kind,
            frame: DiagramFrame(x: block.left, y: y, width: block.right - block.left, height: 0),
            text: text))
        y += kind == "rect" ? 4 : max(text.height, WrappedLabel.lineHeight) + 10
      case .part:
        guard let frame = open.last else { continue }
        let text = blocks.texts[index] ?? .empty
        y += 8
        frames[frame].parts.append((y, text))
        y += max(text.height, 4) + 8
      case .close:
        guard let frame = open.popLast() else { continue }
        y += 10
        frames[frame].frame.height = y - frames[frame].frame.y
        y += 6
      case .activate(let participant): active[participant].append(lastArrow)
      case .deactivate(let participant): deactivate(participant, at: lastArrow + 2)
      }
    }
    bottom = y + 12
    for participant in active.indices {
      while !active[participant].isEmpty { deactivate(participant, at: bottom - 6) }
    }
  }

  /// Where the last message arrived; activations start and end there.
  private var lastArrow: Int { arrows.last.map { max($0.to.y, $0.from.y) } ?? y }

  private mutating func deactivate(_ participant: Int, at end: Int) {
    guard let start = active[participant].popLast() else { return }
    let depth = active[participant].count
    activations.append(
      DiagramFrame(
        x: columns.middles[participant] - 5 + 5 * depth, y: start, width: 10,
        height: max(end - start, 6)))
  }

  private mutating func place(_ message: SequenceDiagram.Message, _ text: WrappedLabel) {
    let from = columns.middles[message.from]
    let to = columns.middles[message.to]
    if message.from == message.to {
      let height = max(text.height, 26)
      let edge = from + reach(message.from, isRight: true)
      let middle = y + 8 + height / 2
      arrows.append(
        Arrow(
          message: message, text: text, from: DiagramPoint(x: edge, y: middle - 11),
          to: DiagramPoint(x: edge, y: middle + 11)))
      y += height + 16
    } else {
      y += text.isEmpty ? 14 : text.height + 10
      let isRight = to > from
      arrows.append(
        Arrow(
          message: message, text: text,
          from: DiagramPoint(
            x: from + (isRight ? 1 : -1) * reach(message.from, isRight: isRight), y: y),
          to: DiagramPoint(
            x: to + (isRight ? -1 : 1) * reach(message.to, isRight: !isRight), y: y)))
      y += 10
    }
  }

  /// From the life line of a participant to the border of its activation.
  private func reach(_ participant: Int, isRight: Bool) -> Int {
    let depth = active[participant].count
    return depth == 0 ? 0 : isRight ? 5 * depth : 5
  }
}
