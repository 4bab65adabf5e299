import Diagnostics
import SpecModel
import SpecTracing

/// The page of a feature: how far it is, its documents as they are written, and what hangs together in them.
struct FeaturePage {
  let site: Site
  let feature: SiteFeature

  var anchors: FeatureAnchors { feature.anchors }

  /// Whether anything can be said about what is for what.
  var hasTrace: Bool {
    !feature.trace.allRequirements.isEmpty && (feature.trace.isCited || !site.evidence.isEmpty)
  }

  func file() -> SiteFile {
    site.frame.page(feature.path, feature.name) { markup in
      FeatureHeader(page: self).write(to: &markup)
      FeatureFindings(page: self).write(to: &markup)
      for (kind, text) in feature.documents { write(kind, text, to: &markup) }
      if hasTrace { FeatureTables(self).write(to: &markup) }
      if site.plansOnPagesOfFeatures { FeaturePlan(page: self).write(to: &markup) }
      if feature.documents.isEmpty {
        markup.element("p", ["class": "note"], "The feature has no documents.")
      }
      writeNeighbours(to: &markup)
    }
  }

  /// Links to the features before and behind this one.
  private func writeNeighbours(to markup: inout MarkupWriter) {
    guard site.features.count > 1 else { return }
    markup.open("nav", ["class": "neighbours", "aria-label": "Other features"])
    for (number, relation, words) in [
      (feature.number - 1, "prev", "Previous"), (feature.number + 1, "next", "Next"),
    ] where site.features.indices.contains(number) {
      let other = site.features[number]
      markup.open(
        "a",
        [
          "rel": relation, "class": relation,
          "href": SiteAddress.page(other.path + ".html", fromDepth: 1),
        ])
      markup.element("span", ["class": "faint"], words)
      markup.write(" " + other.name)
      markup.close("a")
    }
    markup.close("nav")
    markup.endLine()
  }

  private func write(_ kind: SiteDocumentKind, _ text: SpecText, to markup: inout MarkupWriter) {
    markup.open("section", ["id": kind.rawValue, "class": "document"])
    markup.open("h2")
    markup.write(kind.words)
    markup.element("span", ["class": "path"], " " + text.path)
    markup.close("h2")
    markup.endLine()
    let marks = DocumentMarks(page: self)
    let folder = text.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { text.path[..<$0] } ?? ""
    var document = DocumentMarkup(
      text.bytes, from: text.lines.first.map { Int($0.start) } ?? text.bytes.count,
      marks: marks.marks(of: kind), links: marks.links(of: kind),
      setting: .init(
        headingDepth: 1, idPrefix: "in-\(kind.rawValue)-", folder: String(folder),
        address: { path, _ in site.places.address(ofFile: path, fromDepth: 1) }))
    document.write(to: &markup)
    markup.close("section")
    markup.endLine()
  }
}

extension SiteDocumentKind {
  /// The heading above the document in a page.
  var words: String {
    switch self {
    case .requirements: "Requirements"
    case .design: "Design"
    case .tasks: "Tasks"
    }
  }
}
