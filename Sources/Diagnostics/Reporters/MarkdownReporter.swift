/// The findings as a summary in Markdown, for the page of a job or a comment on a change.
///
/// A heading, a table of counts, and a table of findings with the most severe first. Nothing in a
/// document can add markup, links, mentions or rows. The whole is no longer than a limit; what has
/// no room is counted.
package struct MarkdownReporter: Reporter {
  /// Whether findings of severity note are listed.
  package var showsNotes: Bool
  /// The most bytes of UTF-8, at least 4,096; GitHub takes 1 MiB in a summary, 65,536 in a comment.
  package var byteLimit: Int
  /// A line of Markdown below the heading.
  package var remark: String?
  /// The most findings that are listed.
  package var findingLimit = Int.max

  /// The most bytes of one cell before escaping.
  private static let cellBytes = 600
  /// Room for the words that say what was left out.
  private static let reserve = 256

  /// A limit below 4,096 bytes counts as 4,096.
  package init(showsNotes: Bool = false, byteLimit: Int = 60_000, remark: String? = nil) {
    self.showsNotes = showsNotes
    self.remark = remark
    self.byteLimit = max(byteLimit, 4096)
  }

  package func report(_ outcome: Outcome, to output: inout some TextOutputStream) {
    if let breakdown = outcome.breakdown {
      output.write("## specctl: could not validate\n\n\(cell(breakdown))\n")
      return
    }
    let head = head(of: outcome)
    output.write(head)
    let shown = Severity.allCases.reversed().flatMap { severity in
      outcome.findings.filter { $0.severity == severity && (showsNotes || severity > .note) }
    }
    guard !shown.isEmpty else { return }
    let tableHead = "\n| Severity | Place | Finding | Rule |\n| --- | --- | --- | --- |\n"
    output.write(tableHead)
    var room = byteLimit - head.utf8.count - tableHead.utf8.count - Self.reserve
    var tables = LineTables(of: outcome)
    for (index, finding) in shown.enumerated() {
      let row = row(finding, of: outcome, tables: &tables)
      room -= row.utf8.count
      guard room >= 0, index < findingLimit else {
        let left = counted(shown.count - index, "more finding")
        output.write("\n…and \(left); `specctl validate` lists all.\n")
        return
      }
      output.write(row)
    }
  }

  private func head(of outcome: Outcome) -> String {
    let counts = Severity.allCases.reversed().map { String(outcome.count(of: $0)) }
    let others = [outcome.suppressedCount, outcome.fileCount, outcome.featureCount].map(String.init)
    let remark = remark.map { "\n\($0)\n" } ?? ""
    return """
      ## specctl: \(outcome.counts(showsNotes: showsNotes))
      \(remark)
      | Errors | Warnings | Notes | Suppressed | Files | Features |
      | ---: | ---: | ---: | ---: | ---: | ---: |
      | \((counts + others).joined(separator: " | ")) |

      """
  }

  private func row(
    _ finding: Finding, of outcome: Outcome, tables: inout LineTables
  ) -> String {
    let words = ([finding.message] + finding.remedies.map { "help: \($0)" }).joined(separator: "\n")
    let place = outcome.place(finding.range, in: finding.path, tables: &tables)
    return "| \(finding.severity.rawValue) | \(cell(place)) | \(cell(words)) "
      + "| \(cell(finding.rule)) |\n"
  }

  private func cell(_ text: String) -> String {
    MarkdownText.inline(text, byteLimit: Self.cellBytes)
  }
}
