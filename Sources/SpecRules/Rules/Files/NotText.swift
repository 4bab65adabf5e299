import Diagnostics
import SpecModel

extension Rule {
  static let notText = Rule(
    id: "not-text", group: .files,
    summary: "A document is no UTF-8 text.",
    rationale: "Nothing in it can be read, neither by specctl nor by an agent.",
    severity: .error,
    passing: [.tasks("- [ ] 1. Schön\n")],
    failing: [.tasks("→\u{0}-\u{0} \u{0}[\u{0} \u{0}]\u{0}\n")],
    check: .text { text, report in
      guard text.isBinary else { return }
      report(.notText(text))
    })
}

extension SpecText {
  /// Whether the bytes are those of another encoding or of no text at all: a UTF-16 mark at the
  /// start, or a NUL among the first bytes at every second place or so.
  package var isBinary: Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    guard oddities.firstNUL != nil else { return false }
    let head = bytes.prefix(512)
    return head.count { $0 == 0 } * 8 > head.count
  }
}

extension Finding {
  fileprivate static func notText(_ text: SpecText) -> Finding {
    let isUTF16 = text.bytes.first == 0xFF || text.bytes.first == 0xFE
    return Finding(
      isUTF16 ? "the file is UTF-16, not UTF-8" : "the file is binary, not text", in: text.path,
      at: Range(0, 0), help: "save it as UTF-8")
  }
}
