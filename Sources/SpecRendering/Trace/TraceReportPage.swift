import SpecModel
package import SpecTracing

/// A trace as a page: one file that needs nothing else.
///
/// Without scripts everything can be read; the script of the page adds a filter. The page is the same for
/// the same trace.
package enum TraceReportPage {
  /// The page, with links to code and tests where it is known where they are; linear in the trace.
  package static func text(_ report: TraceReport, sources: SourceAddress? = nil) -> String {
    var markup = MarkupWriter()
    let style = PageParts.pageStyle + PageParts.traceStyle
    let script = PageParts.traceScript
    markup.beginPage(
      title: "Traceability: \(TraceWords.headline(report))", style: style, script: script)
    markup.element("a", ["class": "skip", "href": "#features"], "Skip to the features")
    TraceReportSections(report: report, sources: sources).write(to: &markup)
    markup.open("footer")
    markup.element(
      "p", "Made by specctl trace. The same input gives the same page, byte for byte.")
    markup.close("footer")
    markup.endLine()
    if !report.features.isEmpty {
      markup.open("script")
      markup.verbatim(script)
      markup.close("script")
    }
    markup.close("body")
    markup.close("html")
    markup.endLine()
    return markup.text
  }
}
