import SpecModel
package import SpecTracing

/// A trace as a page: one file that needs nothing else.
///
/// Without scripts everything can be read; the script of the page adds a filter. The page is the same for
/// the same trace.
package enum TraceReportPage {
  /// The page; linear in the trace.
  package static func text(_ report: TraceReport) -> String {
    var markup = MarkupWriter()
    let style = PageParts.pageStyle + PageParts.traceStyle
    let script = PageParts.traceScript
    markup.verbatim("<!DOCTYPE html>\n")
    markup.open("html", ["lang": "en"])
    markup.open("head")
    markup.endLine()
    markup.void("meta", ["charset": "utf-8"])
    markup.void(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": ContentSecurity.policy(style: style, script: script),
      ])
    markup.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    markup.void("meta", ["name": "color-scheme", "content": "light dark"])
    markup.element("title", "Traceability: \(TraceWords.headline(report))")
    markup.void("link", ["rel": "icon", "href": "data:,"])
    markup.open("style")
    markup.verbatim(style)
    markup.close("style")
    markup.close("head")
    markup.endLine()
    markup.open("body")
    markup.element("a", ["class": "skip", "href": "#features"], "Skip to the features")
    TraceReportSections(report: report).write(to: &markup)
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
