import SpecModel

/// A checkbox at the start of an item's text: `[x]`.
struct CheckBox {
  let state: TaskState
  /// The first byte behind the box, and behind the mark of an optional task.
  let end: Int

  init?(_ bytes: [UInt8], at start: Int) {
    guard start + 3 < bytes.count, bytes[start] == UInt8(ascii: "["),
      bytes[start + 2] == UInt8(ascii: "]")
    else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: " "): state = .open
    case UInt8(ascii: "x"), UInt8(ascii: "X"): state = .done
    case UInt8(ascii: "-"), UInt8(ascii: "/"): state = .inProgress
    case UInt8(ascii: "~"): state = .skipped
    default: return nil
    }
    var position = start + 3
    if bytes[position] == UInt8(ascii: "*") { position += 1 }
    guard position < bytes.count, bytes[position] == 0x20 else { return nil }
    end = position + 1
  }
}

extension TaskState {
  /// What people call the state.
  var words: String {
    switch self {
    case .open: "open"
    case .inProgress: "in progress"
    case .done: "done"
    case .skipped: "skipped"
    case .unknown: "unclear"
    }
  }

  /// The state as the name of a style.
  var styleName: String { self == .inProgress ? "in-progress" : words }
}

extension MarkupWriter {
  /// A box that shows how far a task is.
  mutating func box(_ state: TaskState) {
    open(
      "span",
      [
        "class": "box \(state.styleName)", "role": "img", "aria-label": state.words,
        "title": state.words,
      ])
    close("span")
  }
}
