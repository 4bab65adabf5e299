import Diagnostics
import SpecModel

extension Rule {
  static let unbalancedKey = Rule(
    id: "unbalanced-key", group: .tasks,
    summary: "The italics of a task's line begin or end, but do not do both.",
    rationale: "Other tools look for both marks and do not see the line.",
    severity: .warning,
    passing: [
      .tasks("- [ ] 1. A\n  - _Requirements: 1.1_\n  - Depends: None\n  - _Leverage:_ a/é.ts\n"),
      .tasks("- [ ] 1. A\n  - _Requirements: 1.1,\n    1.2_\n"),
      .tasks("- [ ] 1. A\n  - _Leverage: a.ts_ _Requirements: 1.1_\n"),
    ],
    failing: [
      .tasks("- [ ] 1. é😀\n  - →_Requirements: 1.1, 1.2\n"),
      .tasks("- [ ] 1. A\n- [ ] 2. B\n  - →Depends: 1_\n"),
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      let bytes = document.text.bytes
      for index in document.tasks.indices {
        for entry in document.tasks[index].metadata where entry.key.isList {
          guard let fault = MetadataMarks(entry, bytes).fault else { continue }
          report(
            Finding(
              fault.isOpen
                ? "'_' opens the line and nothing closes it"
                : "'_' closes the line and nothing opens it",
              in: document.path, at: fault.range,
              fix: Fix(
                fault.isOpen ? "close it with '_'" : "open it with '_'",
                edits: [TextEdit(inserting: "_", at: fault.missing)])))
        }
      }
    })
}

extension MetadataKey {
  /// Whether the value is a list that plans and checks go by.
  var isList: Bool {
    switch self {
    case .requirements, .validates, .dependencies: true
    default: false
    }
  }
}

/// The `_` in front of a key and behind its value.
private struct MetadataMarks {
  struct Fault {
    /// Whether the opening mark is the one that is there.
    var isOpen: Bool
    var range: Range<Offset>
    /// Where the other mark belongs.
    var missing: Offset
  }

  private(set) var fault: Fault?

  init(_ entry: MetadataEntry, _ bytes: [UInt8]) {
    let mark = UInt8(ascii: "_")
    let key = entry.keyRange.indices
    let value = entry.valueRange.indices
    guard !value.isEmpty else { return }
    let opens = key.lowerBound > 0 && bytes[key.lowerBound - 1] == mark
    // The mark may close behind the key or its colon: `_Leverage:_ a.ts`.
    let behindKey = bytes[key.upperBound..<value.lowerBound]
    guard !behindKey.contains(mark), !behindKey.contains(UInt8(ascii: "*")) else { return }
    // What was trimmed off the value, blanks and emphasis, stands behind it.
    var end = value.upperBound
    while end < bytes.count, Self.isTrimmed(bytes[end]) { end += 1 }
    guard Self.beginsLine(key.lowerBound, bytes) else { return }
    let behindValue = bytes[value.upperBound..<end]
    let closes = behindValue.contains(mark)
    guard opens != closes, !bytes[value].contains(mark),
      key.lowerBound == 0 || bytes[key.lowerBound - 1] != UInt8(ascii: "*")
    else { return }
    if opens {
      guard !behindValue.contains(UInt8(ascii: "*")) else { return }
      fault = Fault(
        isOpen: true, range: Range(key.lowerBound - 1, value.upperBound),
        missing: Offset(value.upperBound))
    } else {
      fault = Fault(
        isOpen: false, range: Range(key.lowerBound, value.upperBound),
        missing: Offset(key.lowerBound))
    }
  }

  /// Whether only a bullet and emphasis stand before a key; of several keys in one line the first
  /// may have opened what the last one closes.
  private static func beginsLine(_ key: Int, _ bytes: [UInt8]) -> Bool {
    var index = key
    while index > 0, bytes[index - 1] != 0x0A, bytes[index - 1] != 0x0D {
      index -= 1
      guard isTrimmed(bytes[index]) || bytes[index] == UInt8(ascii: "-") else { return false }
    }
    return true
  }

  private static func isTrimmed(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "*")
  }
}
