import Diagnostics
import SpecModel

extension Rule {
  static let idleVerification = Rule(
    id: "idle-verification", group: .tasks,
    summary: "The command that verifies a task can never fail.",
    rationale: "A task would count as verified whatever was done.",
    severity: .warning,
    passing: [
      .tasks("- [ ] 1. A\n  - Verify: `swift test`\n"),
      .tasks("- [ ] 1. A\n  - Verification: true positives are counted\n"),
    ],
    failing: [
      .tasks("- [ ] 1. A\n  - Verify: →`true`\n"),
      .tasks("- [ ] 1. A\n  - _Verification: →`echo é😀`_\n"),
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for index in document.tasks.indices {
        for entry in document.tasks[index].metadata where entry.key == .other {
          guard VerifyCommand.isKey(document.text.bytes[entry.keyRange.indices]),
            VerifyCommand.isIdle(document.text.text(entry.valueRange))
          else { continue }
          report(
            Finding(
              "this command can never fail", in: document.path, at: entry.valueRange,
              help: "name the test that shows the work is done"))
        }
      }
    })
}

private enum VerifyCommand {
  /// Whether a key is `Verify`, `Verification`, `Verified by` or the like.
  static func isKey(_ key: ArraySlice<UInt8>) -> Bool {
    guard let first = key.first, first | 0x20 == UInt8(ascii: "v"), (5...24).contains(key.count)
    else { return false }
    return zip(key, "verif".utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  /// Whether a value is a command in backticks that does nothing.
  static func isIdle(_ value: String) -> Bool {
    guard value.hasPrefix("`"), value.hasSuffix("`"), value.utf8.count > 2 else { return false }
    let command = value.dropFirst().dropLast()
    guard !command.contains(where: { ";&|>$(`".contains($0) }) else { return false }
    let words = command.split(separator: " ")
    switch words.first {
    case "true", ":": return words.count == 1
    case "exit": return words.count == 1 || words[1] == "0"
    case "echo", "printf": return true
    default: return false
    }
  }
}
