import Diagnostics
import SpecModel

extension Rule {
  static let untouchedTemplate = Rule(
    id: "untouched-template", group: .requirements,
    summary: "A document still has the introduction of the built-in template.",
    rationale: "It was made by 'specctl init feature' and says nothing about this feature yet.",
    severity: .note,
    passing: [.requirements("# Requirements\n\n## Introduction\n\nSellers wait for files.\n")],
    failing: [
      .requirements("# Requirements: é 😀\n\nExport →\(TemplateText.requirements) that counts.\n"),
      .design("# Design\n\nExport →\(TemplateText.design) of it.\n"),
    ],
    check: .feature { context, report in
      let documents = [
        (context.feature.requirements?.text, TemplateText.requirements),
        (context.feature.design?.text, TemplateText.design),
      ]
      for case (let text?, let sentence) in documents {
        guard let place = text.bytes.first(sentence, within: TemplateText.reach) else { continue }
        report(
          Finding(
            "the introduction is still that of the template", in: text.path, at: place,
            help: "write what this feature is for, and look through the rest of the document"))
      }
    })
}

/// What stands in the introductions of the built-in templates and hardly anywhere else.
package enum TemplateText {
  /// From `requirements-template.md`.
  package static let requirements = "gives its users one dependable way to get a result"
  /// From `design-template.md`.
  package static let design = "receives a request, checks it completely, works on a consistent"

  /// How far into a document its introduction may begin, in bytes.
  static let reach = 3000
}

extension [UInt8] {
  /// Where a text first stands among the first bytes; linear in their number.
  fileprivate func first(_ text: String, within reach: Int) -> Range<Offset>? {
    let wanted = Array(text.utf8)
    let last = Swift.min(count, reach) - wanted.count
    guard last >= 0 else { return nil }
    return withUnsafeBytes { bytes in
      // The first eight bytes are compared as one number; the texts are longer than that.
      let head = wanted.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
      for start in 0...last
      where bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self) == head {
        if bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
          return Range(start, start + wanted.count)
        }
      }
      return nil
    }
  }
}
