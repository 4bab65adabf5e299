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

  /// Of more features the rest is only counted, unless everything is asked for.
  private static let featureLimit = 20

  private var gaps: TraceGapsText {
    TraceGapsText(report: report, width: terminal.width, listsAll: listsAll)
  }

  package var text: String {
    var text = StyledText(showsColor: terminal.showsColor)
    text.append(TraceWords.headline(report), .heading)
    text.endLine()
    if let inputs = TraceWords.inputs(report.inputs) {
      text.append("looked at \(inputs)", .faint)
      text.endLine()
    }
    guard !report.features.isEmpty else {
      gaps.writeOrphans(to: &text)
      return text.text
    }
    text.endLine()
    writeMeasures(to: &text)
    writeFeatures(to: &text)
    if listsAll {
      let features = TraceFeatureText(width: terminal.width)
      for feature in report.features { features.write(feature, to: &text) }
    }
    gaps.writeMissing(to: &text)
    gaps.writeOrphans(to: &text)
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
    TraceGapsText.writeRest(order.count - shown.count, "feature", to: &text)
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
}
