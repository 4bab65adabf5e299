import Diagnostics
import SpecModel
import SpecTracing

/// What stands above the documents of a feature: how far it is, and who is to do it.
struct FeatureHeader {
  let page: FeaturePage

  private var feature: SiteFeature { page.feature }

  func write(to markup: inout MarkupWriter) {
    markup.element("h1", feature.name)
    if let title = feature.entry?.title?.value, title != feature.name {
      markup.element("p", ["class": "lead"], title)
    }
    if let summary = feature.entry?.summary?.value {
      markup.element("p", ["class": "lead"], summary)
    }
    markup.numbers(numbers)
    if feature.counts.total > 0 {
      markup.open("p")
      markup.progress(
        feature.counts.settled, of: feature.counts.total, "Tasks of \(feature.name) done")
      markup.write(" tasks done")
      markup.close("p")
    }
    writeAgents(to: &markup)
    writeContents(to: &markup)
  }

  private var numbers: [(name: String, value: String)] {
    var numbers: [(String, String)] = []
    let requirements = feature.trace.requirements
    if !requirements.isEmpty {
      numbers.append(("Requirements", "\(requirements.count)"))
      numbers.append(("Criteria", "\(requirements.reduce(0) { $0 + $1.criteria.count })"))
    }
    if page.site.evidence.contains(.proved), !requirements.isEmpty {
      let coverage = feature.trace.coverage
      numbers.append(("Proved", "\(coverage.count(Proof.proved)) of \(coverage.criteria)"))
      let failing = coverage.count(Proof.failing)
      if failing > 0 { numbers.append(("Failing", "\(failing)")) }
    }
    if feature.counts.total > 0 { numbers.append(("Tasks", "\(feature.counts.total)")) }
    if let waves = feature.waves { numbers.append(("Waves", waves)) }
    if let priority = feature.entry?.priority?.value { numbers.append(("Priority", priority)) }
    if let status = feature.entry?.status?.value { numbers.append(("Status", status)) }
    return numbers
  }

  private func writeAgents(to markup: inout MarkupWriter) {
    guard let entry = feature.entry else { return }
    let roles = [
      ("Primary", entry.primaryAgent.map { [$0] } ?? []), ("Supporting", entry.supportingAgents),
      ("QA", entry.qaAgents),
    ].filter { !$0.1.isEmpty }
    let others = entry.dependsOn.map(\.value)
    guard !roles.isEmpty || !others.isEmpty else { return }
    markup.open("dl", ["class": "facts"])
    for (role, names) in roles {
      markup.element("dt", role)
      markup.open("dd")
      write(names.map(\.value), to: &markup) {
        page.site.places.address(ofAgent: $0, fromDepth: 1)
      }
      markup.close("dd")
    }
    if !others.isEmpty {
      markup.element("dt", "Waits for")
      markup.open("dd")
      write(others, to: &markup) { page.site.places.address(ofFeature: $0, fromDepth: 1) }
      markup.close("dd")
    }
    markup.close("dl")
    markup.endLine()
  }

  private func write(
    _ names: [String], to markup: inout MarkupWriter, _ address: (String) -> String?
  ) {
    for (number, name) in names.enumerated() {
      if number > 0 { markup.write(", ") }
      if let address = address(name) {
        markup.element("a", ["href": address], name)
      } else {
        markup.write(name)
      }
    }
  }

  /// Links to the parts of the page.
  private func writeContents(to markup: inout MarkupWriter) {
    var parts = feature.documents.map { ($0.kind.words, $0.kind.rawValue) }
    if page.hasTrace { parts.append(("Traceability", "trace")) }
    if page.site.plansOnPagesOfFeatures, feature.steps.contains(where: { $0 != nil }) {
      parts.append(("Plan", "plan"))
    }
    guard parts.count > 1 else { return }
    markup.open("nav", ["class": "contents", "aria-label": "On this page"])
    for (words, id) in parts { markup.element("a", ["href": "#" + id], words) }
    markup.close("nav")
    markup.endLine()
  }
}
