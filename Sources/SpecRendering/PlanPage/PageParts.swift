/// The style and the script of pages and pictures, as they stand below `templates/pages/`.
enum PageParts {
  /// How pictures look, in a page and alone.
  static var pictureStyle: String { part("pages/picture.css") }
  /// How a page that stands alone looks.
  static var pageStyle: String { part("pages/page.css") + part("pages/parts.css") }
  /// How everything around the pictures of a plan looks.
  static var planStyle: String { part("pages/plan.css") }
  /// How the diagrams of documents look.
  static var diagramStyle: String { part("site/diagram.css") }
  static var planScript: String { part("pages/plan.js") }
  /// How the pages of a documentation look.
  static var siteStyle: String { part("site/site.css") + part("site/diagram.css") }
  /// What the page of the plan adds to it.
  static var sitePlanStyle: String { part("pages/parts.css") + pictureStyle + planStyle }
  static var siteScript: String { part("site/site.js") }
  /// What the page of a trace adds to the style, and its script.
  static var traceStyle: String { part("pages/trace.css") }
  static var traceScript: String { part("pages/trace.js") }

  private static func part(_ path: String) -> String {
    EmbeddedTemplates.files.first { $0.path == path }?.text ?? ""
  }
}
