package import Diagnostics
import SpecModel
package import SpecTracing

/// A trace for people: the numbers first, then what is missing, then what was asked for in full.
package struct TraceText {
  private let report: TraceReport
  private let terminal: TerminalTraits
  private let showsBars: Bool
  private let listsAll: Bool

  /// The text for a terminal; with bars, and with every requirement and criterion and their links, where
  /// that is asked for.
  package init(
    _ report: TraceReport, terminal: TerminalTraits, showsBars: Bool = false, listsAll: Bool = false
  ) {
    self.report = report
    self.terminal = terminal
    self.showsBars = showsBars
    self.listsAll = listsAll
  }

  /// Of more of a kind the rest is only counted, unless everything is asked for.
  private static let rowLimit = 10
  private static let featureLimit = 20
  /// A test with arguments has a result for each of them.
  private static let testLimit = 8

  package var text: String {
    var text = StyledText(showsColor: terminal.showsColor)
    text.append(TraceWords.headline(report), .heading)
    text.endLine()
    if let inputs = TraceWords.inputs(report.inputs) {
      text.append("looked at \(inputs)", .faint)
      text.endLine()
    }
    guard !report.features.isEmpty else {
      writeOrphans(to: &text)
      return text.text
    }
    text.endLine()
    writeMeasures(to: &text)
    writeFeatures(to: &text)
    if listsAll { for feature in report.features { write(feature, to: &text) } }
    writeMissing(to: &text)
    writeOrphans(to: &text)
    writeHint(to: &text)
    return text.text
  }

  // MARK: Numbers

  private func writeMeasures(to text: inout StyledText) {
    let coverage = report.coverage
    var table = TextTable([
      .init("", isCut: false), .init("", alignment: showsBars ? .left : .right, isCut: false),
      .init("", alignment: .right, isCut: false),
      .init(""),
    ])
    for measure in TraceWords.measures(report.inputs) {
      let bar = Bar(coverage.count(measure), of: coverage.criteria, width: 20)
      let isWhole = coverage.criteria > 0 && coverage.count(measure) == coverage.criteria
      table.append([
        .init(measure.phrase),
        .init(
          showsBars ? bar.text : "\(coverage.percentage(measure)) %",
          style: isWhole ? .success : .plain),
        "\(PlanWords.grouped(coverage.count(measure))) of \(PlanWords.grouped(coverage.criteria))",
        .init(measure == .proved ? TraceWords.doubts(coverage) : "", style: .warning),
      ])
    }
    table.write(to: &text, width: terminal.width)
  }

  private func writeFeatures(to text: inout StyledText) {
    guard report.features.count > 1 else { return }
    text.endLine()
    let measures = TraceWords.measures(report.inputs)
    var table = TextTable(
      [
        .init("feature", isCut: true), .init("requirements", alignment: .right, isCut: false),
        .init("criteria", alignment: .right, isCut: false),
      ] + measures.map { .init($0.rawValue, alignment: .right, isCut: false) })
    // Where not all can be shown, those with the most to do are.
    let order = report.features.indices.map { ($0, report.features[$0].coverage) }
      .sorted { left, right in
        let gap = left.1.criteria - left.1.count(.tasks)
        let other = right.1.criteria - right.1.count(.tasks)
        return gap == other ? left.0 < right.0 : gap > other
      }
    let limit = listsAll ? order.count : Self.featureLimit
    let shown = order.count <= limit ? order.sorted { $0.0 < $1.0 } : Array(order.prefix(limit))
    for (number, coverage) in shown {
      table.append(
        [
          .init(report.features[number].name, style: .heading), "\(coverage.requirements)",
          "\(coverage.criteria)",
        ]
          + measures.map { measure in
            let percentage = coverage.percentage(measure)
            return .init(
              coverage.criteria == 0 ? "–" : "\(percentage) %",
              style: measure == .proved && coverage.count(.failing) > 0
                ? .error : percentage == 100 && coverage.criteria > 0 ? .success : .plain)
          })
    }
    table.write(to: &text, width: terminal.width)
    writeRest(order.count - shown.count, of: order.count, "feature", to: &text)
  }

  // MARK: What is missing

  private func writeMissing(to text: inout StyledText) {
    let items = report.items
    let measures = TraceWords.measures(report.inputs)
    let failing = items.filter { $0.links.proof == .failing }
    section("Failing", failing, to: &text) { item, text in
      write(item, .error, to: &text)
      for test in item.links.tests.elements.filter({ $0.outcome == .failed }).prefix(3) {
        text.append(spaces: 6)
        text.append("\(test.name) failed".truncated(toWidth: max(terminal.width - 6, 20)), .faint)
        text.endLine()
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
          text.append(spaces: 6)
          let words =
            "\(test.name.isEmpty ? test.place?.text ?? "" : test.name): \(test.outcome.rawValue)"
          text.append(words.truncated(toWidth: max(terminal.width - 6, 20)), .faint)
          text.endLine()
        }
      }
    }
  }

  private func write(
    _ item: TraceReport.Item, _ style: TerminalStyle, to text: inout StyledText
  ) {
    text.append("  \(item.name)", style)
    let room = terminal.width - item.name.displayWidth - 4
    if room >= 12 {
      text.append(spaces: 2)
      text.append(item.text.truncated(toWidth: room), .faint)
    }
    text.endLine()
  }

  private func writeOrphans(to text: inout StyledText) {
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
        "  \(task.title.truncated(toWidth: max(terminal.width - name.displayWidth - 4, 12)))",
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
    writeRest(rows.count - min(limit, rows.count), of: rows.count, nil, to: &text)
  }

  private func writeRest(
    _ rest: Int, of all: Int, _ noun: String?, to text: inout StyledText
  ) {
    guard rest > 0 else { return }
    let words = noun.map { TraceWords.count(rest, $0) } ?? PlanWords.grouped(rest)
    text.append("  and \(words) more; '--all' lists them", .faint)
    text.endLine()
  }

  private func writeHint(to text: inout StyledText) {
    guard TraceWords.inputs(report.inputs) == nil else { return }
    text.endLine()
    text.append(
      "code and tests were not looked at: name them with '--source', '--test' and '--junit',",
      .faint)
    text.endLine()
    text.append("or below 'trace' in the configuration", .faint)
    text.endLine()
  }

  // MARK: Everything

  private func write(_ feature: TracedFeature, to text: inout StyledText) {
    text.endLine()
    text.append(feature.name, .heading)
    text.append("  \(feature.directory)", .faint)
    text.endLine()
    for requirement in feature.requirements {
      text.append("  \(requirement.id)", .heading)
      let room = terminal.width - requirement.id.displayWidth - 4
      text.append("  \(requirement.title.truncated(toWidth: max(room, 20)))")
      text.endLine()
      if requirement.criteria.isEmpty {
        writeLinks(requirement.links, of: feature, to: &text)
      } else if !requirement.links.tests.isEmpty {
        writeTests(requirement.links, to: &text)
      }
      for criterion in requirement.criteria {
        text.append("    \(criterion.links.proof.mark) ", criterion.links.proof.style)
        text.append(criterion.id)
        let room = terminal.width - criterion.id.displayWidth - 8
        text.append("  \(criterion.text.truncated(toWidth: max(room, 20)))", .faint)
        text.endLine()
        writeLinks(criterion.links, of: feature, to: &text)
      }
    }
  }

  private func writeLinks(
    _ links: TraceLinks, of feature: TracedFeature, to text: inout StyledText
  ) {
    let tasks = links.tasks.elements.map { number in
      "\(feature.tasks[number].id) \(feature.tasks[number].state.word)"
    }
    line("tasks", tasks, more: links.tasks.count - tasks.count, to: &text)
    // Paths in the feature's own folder are plain enough by their names.
    let folder = feature.directory + "/"
    let design = links.design.elements.map { place in
      place.text.hasPrefix(folder) ? String(place.text.dropFirst(folder.count)) : place.text
    }
    line("design", design, more: links.design.count - design.count, to: &text)
    let code = links.code.elements.map(\.text)
    line("code", code, more: links.code.count - code.count, to: &text)
    writeTests(links, to: &text)
  }

  private func writeTests(_ links: TraceLinks, to text: inout StyledText) {
    let tests = links.tests.elements.prefix(Self.testLimit).map { test in
      let name = test.name.isEmpty ? test.place?.text ?? "" : test.name
      return "\(name) \(test.outcome.rawValue) (\(test.evidence.rawValue))"
    }
    line("tests", tests, more: links.tests.count - tests.count, to: &text)
  }

  private func line(
    _ name: String, _ values: [String], more: Int, to text: inout StyledText
  ) {
    guard !values.isEmpty else { return }
    var values = values
    if more > 0 { values.append("and \(more) more") }
    text.append(spaces: 8)
    text.append(name.padded(toWidth: 8), .faint)
    for (index, line) in values.joined(separator: ", ").wrapped(toWidth: terminal.width - 16)
      .enumerated()
    {
      if index > 0 { text.append(spaces: 16) }
      text.append(line)
      text.endLine()
    }
  }
}
