/// The names of tags that begin a block of HTML, each as the number its bytes are in base 256.
enum HTMLTagNames {
  static let verbatim = packed(["pre", "script", "style", "textarea"])

  static let blocks = packed([
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ])

  private static func packed(_ names: [String]) -> Set<UInt128> {
    Set(names.map { $0.utf8.reduce(0) { $0 << 8 | UInt128($1) } })
  }
}
