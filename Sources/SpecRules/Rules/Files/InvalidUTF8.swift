import Diagnostics
import SpecModel

extension Rule {
  static let invalidUTF8 = Rule(
    id: "invalid-utf-8", group: .files,
    summary: "A document has bytes that are not UTF-8.",
    rationale: "Tools show such bytes each in its own way, and some refuse the file.",
    severity: .warning,
    passing: [.tasks("- [ ] 1. Schön\n")],
    failing: [],
    check: .text { text, report in
      guard !text.isBinary, let place = text.oddities.firstInvalidUTF8 else { return }
      report(.invalidUTF8(text, at: place))
    })
}

extension Finding {
  fileprivate static func invalidUTF8(_ text: SpecText, at place: Offset) -> Finding {
    let byte = String(text.bytes[place.utf8], radix: 16, uppercase: true)
    return Finding(
      "the byte 0x\(byte) is not UTF-8", in: text.path, at: place..<place + 1,
      help: "save the file as UTF-8; what cannot be read is taken as U+FFFD")
  }
}
