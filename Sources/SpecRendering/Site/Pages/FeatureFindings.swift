import Diagnostics

/// What the rules found in the documents of a feature, each with a link to where it is.
struct FeatureFindings {
  let page: FeaturePage

  private static let limit = 200

  func write(to markup: inout MarkupWriter) {
    let all = page.site.contents.outcome.findings
    let findings = page.feature.findings.map { all[$0] }.filter { $0.severity > .note }
    guard !findings.isEmpty else { return }
    let errors = findings.count { $0.severity == .error }
    markup.open("details", ["class": "findings", "open": errors > 0 ? "open" : ""])
    markup.element("summary", page.site.findingWords(page.feature))
    markup.open("ul")
    for finding in findings.prefix(Self.limit) {
      markup.open("li", ["class": finding.severity.rawValue])
      markup.element("strong", finding.severity.rawValue)
      markup.write(" ")
      let address = page.site.places.address(
        ofFile: finding.path, at: finding.range?.lowerBound.utf8, fromDepth: 1)
      if let address {
        let own = SiteAddress.page(page.feature.path + ".html", fromDepth: 1) + "#"
        markup.element(
          "a", ["href": address.hasPrefix(own) ? "#" + address.dropFirst(own.count) : address],
          finding.message)
      } else {
        markup.write(finding.message)
      }
      if let help = finding.help { markup.element("span", ["class": "faint"], " · \(help)") }
      markup.close("li")
    }
    markup.close("ul")
    if findings.count > Self.limit {
      markup.element("p", ["class": "note"], "and \(findings.count - Self.limit) more")
    }
    markup.close("details")
    markup.endLine()
  }
}
