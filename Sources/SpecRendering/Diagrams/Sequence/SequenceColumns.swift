/// Where the life lines of a sequence diagram stand, and how its texts are broken.
struct SequenceColumns {
  static let textSize = 12
  static let textWidth = 230
  static let loopWidth = 28
  private static let headWidth = 160
  private static let noteWidth = 190

  /// The middle of each participant.
  private(set) var middles: [Int] = []
  private(set) var heads: [WrappedLabel]
  /// Of the text of each event; empty for those that have none.
  private(set) var texts: [WrappedLabel]
  /// From the left to the right end of everything but blocks.
  private(set) var left = 0
  private(set) var right = 0

  private let diagram: SequenceDiagram

  init(_ diagram: SequenceDiagram) {
    self.diagram = diagram
    heads = diagram.participants.map {
      WrappedLabel($0.label, size: MeasuredContent.labelSize, width: Self.headWidth)
    }
    texts = diagram.events.map { event in
      switch event {
      case .message(let message):
        WrappedLabel(
          message.text, size: Self.textSize,
          width: message.from == message.to ? Self.noteWidth : Self.textWidth)
      case .note(let note):
        WrappedLabel(note.text, size: Self.textSize, width: Self.noteWidth)
      default: .empty
      }
    }
    placeMiddles()
    rewrap()
    measure()
  }

  func headWidth(_ participant: Int) -> Int { max(heads[participant].width + 26, 76) }

  /// The frame of a note, from left to right.
  func extent(of note: SequenceDiagram.Note, text: WrappedLabel) -> (left: Int, right: Int) {
    let width = text.width + 20
    switch note.place {
    case .right: return (middles[note.last] + 12, middles[note.last] + 12 + width)
    case .left: return (middles[note.first] - 12 - width, middles[note.first] - 12)
    case .over:
      let span = note.first == note.last ? 0 : middles[note.last] - middles[note.first] + 50
      let middle = (middles[note.first] + middles[note.last]) / 2
      let half = (max(span, width, 60) + 1) / 2
      return (middle - half, middle + half)
    }
  }

  private mutating func placeMiddles() {
    let count = diagram.participants.count
    // For each participant what must stand so far to the left of it.
    var distances = [[(from: Int, length: Int)]](repeating: [], count: count)
    for index in 1..<max(count, 1) {
      let length = (headWidth(index - 1) + headWidth(index)) / 2 + 24
      distances[index].append((index - 1, max(length, 104)))
    }
    func keep(_ from: Int, _ to: Int, _ length: Int) {
      if from >= 0, to < count { distances[to].append((from, length)) }
    }
    for (event, text) in zip(diagram.events, texts) {
      switch event {
      case .message(let message) where message.from == message.to:
        keep(message.from, message.from + 1, Self.loopWidth + text.width + 22)
      case .message(let message):
        keep(min(message.from, message.to), max(message.from, message.to), text.width + 34)
      case .note(let note):
        switch note.place {
        case .right: keep(note.last, note.last + 1, text.width + 44)
        case .left: keep(note.first - 1, note.first, text.width + 44)
        case .over where note.first == note.last:
          keep(note.last, note.last + 1, text.width / 2 + 26)
          keep(note.first - 1, note.first, text.width / 2 + 26)
        case .over: keep(note.first, note.last, text.width - 30)
        }
      default: break
      }
    }
    for index in 0..<count {
      let middle = distances[index].reduce(0) { max($0, middles[$1.from] + $1.length) }
      middles.append(middle)
    }
  }

  /// Where a message has more room than it needed, its text has fewer lines.
  private mutating func rewrap() {
    for (index, event) in diagram.events.enumerated() {
      guard case .message(let message) = event, message.from != message.to,
        texts[index].lines.count > message.text.count
      else { continue }
      let room = abs(middles[message.from] - middles[message.to]) - 34
      if room > Self.textWidth {
        texts[index] = WrappedLabel(message.text, size: Self.textSize, width: room)
      }
    }
  }

  private mutating func measure() {
    for index in diagram.participants.indices {
      left = min(left, middles[index] - headWidth(index) / 2)
      right = max(right, middles[index] + headWidth(index) / 2)
    }
    for (index, event) in diagram.events.enumerated() {
      let extent = self.extent(of: event, text: texts[index])
      left = min(left, extent?.left ?? left)
      right = max(right, extent?.right ?? right)
    }
  }

  /// How far to the left and to the right an event reaches.
  func extent(
    of event: SequenceDiagram.Event, text: WrappedLabel
  ) -> (left: Int, right: Int)? {
    switch event {
    case .message(let message):
      let from = middles[message.from]
      let to = middles[message.to]
      return from == to
        ? (from - 12, from + Self.loopWidth + text.width + 14) : (min(from, to), max(from, to))
    case .note(let note): return extent(of: note, text: text)
    default: return nil
    }
  }
}
