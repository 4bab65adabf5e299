/// The style and the script of pages and pictures, as they stand below `templates/pages/`.
enum PageParts {
  /// How pictures look, in a page and alone.
  static var pictureStyle: String { part("pages/picture.css") }
  /// How everything around the pictures of a page looks.
  static var pageStyle: String { part("pages/page.css") }
  /// How the diagrams of documents look.
  static var diagramStyle: String { part("site/diagram.css") }
  static var script: String { part("pages/page.js") }
  /// How the pages of a documentation look.
  static var siteStyle: String { part("site/site.css") + part("site/diagram.css") }
  static var siteScript: String { part("site/site.js") }
  /// What the page of a trace adds to the style, and its script.
  static var traceStyle: String { part("pages/trace.css") }
  static var traceScript: String { part("pages/trace.js") }

  private static func part(_ path: String) -> String {
    EmbeddedTemplates.files.first { $0.path == path }?.text ?? ""
  }
}
