import Diagnostics
import SpecModel
import SpecTracing

/// The part of a trace for people that says what is missing, and what leads nowhere.
struct TraceGapsText {
  let report: TraceReport
  /// The columns of the terminal.
  let width: Int
  let listsAll: Bool

  /// Of more of a kind the rest is only counted, unless everything is asked for.
  private static let rowLimit = 10

  /// What fails, and what has no task, test or proof.
  func writeMissing(to text: inout StyledText) {
    let items = report.items
    let measures = TraceWords.measures(report.inputs)
    section("Failing", report.failing, to: &text) { item, text in
      write(item, .error, to: &text)
      for test in item.links.tests.elements.filter({ $0.outcome == .failed }).prefix(3) {
        writeRemark("\(test.name) failed", to: &text)
      }
    }
    section("In no task", items.filter { $0.links.tasks.isEmpty }, to: &text) {
      write($0, .plain, to: &$1)
    }
    if measures.contains(.tests) {
      section("Without a test", items.filter { $0.links.proof == .noTest }, to: &text) {
        write($0, .plain, to: &$1)
      }
    }
    if measures.contains(.proved) {
      let waiting = items.filter { $0.links.proof == .notRun || $0.links.proof == .skipped }
      section("With tests that prove nothing yet", waiting, to: &text) { item, text in
        write(item, .plain, to: &text)
        for test in item.links.tests.elements.filter({ $0.outcome != .passed }).prefix(3) {
          writeRemark("\(test.shownName): \(test.outcome.rawValue)", to: &text)
        }
      }
    }
  }

  private func write(
    _ item: TraceReport.Item, _ style: TerminalStyle, to text: inout StyledText
  ) {
    text.append("  \(item.name)", style)
    let room = width - item.name.displayWidth - 4
    if room >= 12 {
      text.append(spaces: 2)
      text.append(item.text.truncated(toWidth: room), .faint)
    }
    text.endLine()
  }

  /// A line below an item.
  private func writeRemark(_ words: String, to text: inout StyledText) {
    text.append(spaces: 6)
    text.append(words.truncated(toWidth: max(width - 6, 20)), .faint)
    text.endLine()
  }

  /// What leads nowhere.
  func writeOrphans(to text: inout StyledText) {
    let orphans = report.orphans
    section("Tags that name nothing", orphans.unknownTags, to: &text) { tag, text in
      text.append("  \(tag.text)", .warning)
      text.append("  \(tag.place?.text ?? tag.test.map { "test '\($0)'" } ?? "")", .faint)
      text.endLine()
      text.append("      \(tag.message)")
      if let help = tag.help { text.append("; \(help)", .help) }
      text.endLine()
    }
    section("Tests with a tag and without a result", orphans.tests, to: &text) { test, text in
      text.append("  \(test.name.isEmpty ? "" : test.name + "  ")")
      text.append(test.place.text, .faint)
      text.append("  \(test.reason)", .faint)
      text.endLine()
    }
    section("Tasks that cite no requirement", orphans.tasks, to: &text) { task, text in
      let name = "\(task.feature)/\(task.id)"
      text.append("  \(name)")
      text.append(
        "  \(task.title.truncated(toWidth: max(width - name.displayWidth - 4, 12)))",
        .faint)
      text.endLine()
    }
  }

  private func section<Row>(
    _ title: String, _ rows: [Row], to text: inout StyledText,
    _ write: (Row, inout StyledText) -> Void
  ) {
    guard !rows.isEmpty else { return }
    text.endLine()
    text.append(title, .heading)
    text.append(" (\(PlanWords.grouped(rows.count)))", .faint)
    text.endLine()
    let limit = listsAll ? rows.count : Self.rowLimit
    for row in rows.prefix(limit) { write(row, &text) }
    Self.writeRest(rows.count - min(limit, rows.count), nil, to: &text)
  }

  /// Says how many more there are.
  static func writeRest(_ rest: Int, _ noun: String?, to text: inout StyledText) {
    guard rest > 0 else { return }
    let words = noun.map { TraceWords.count(rest, $0) } ?? PlanWords.grouped(rest)
    text.append("  and \(words) more; '--all' lists them", .faint)
    text.endLine()
  }
}
