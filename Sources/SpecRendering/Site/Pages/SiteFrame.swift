import SpecModel

/// What surrounds the contents of every page: head, navigation and foot.
struct SiteFrame: Sendable {
  /// A page that the navigation leads to.
  struct Entry: Sendable {
    var path: String
    var name: String
  }

  let title: String
  let entries: [Entry]

  /// What a page may do: use the style and the scripts beside it, and nothing else.
  static let policy = [
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src data:",
    "base-uri 'none'", "form-action 'self'", "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].joined(separator: "; ")

  /// A page with a title and contents; `path` has no ending, styles and scripts stand in `assets/`.
  func page(
    _ path: String, _ title: String, styles: [String] = [], scripts: [String] = [],
    _ body: (inout MarkupWriter) -> Void
  ) -> SiteFile {
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    var markup = MarkupWriter()
    writeHead(title, depth: depth, styles: styles, scripts: scripts, to: &markup)
    markup.open("body")
    markup.element("a", ["class": "skip", "href": "#content"], "Skip to the contents")
    writeNavigation(path, depth: depth, to: &markup)
    markup.open("main", ["id": "content", "tabindex": "-1", "aria-label": title])
    markup.endLine()
    body(&markup)
    markup.close("main")
    markup.open("footer")
    markup.element(
      "p", "Made by specctl docs. The same documents give the same pages, byte for byte.")
    markup.close("footer")
    markup.close("body")
    markup.close("html")
    markup.endLine()
    return SiteFile(path + ".html", markup.bytes)
  }

  private func writeHead(
    _ title: String, depth: Int, styles: [String], scripts: [String],
    to markup: inout MarkupWriter
  ) {
    let base = String(repeating: "../", count: depth)
    markup.verbatim("<!DOCTYPE html>\n")
    markup.open("html", ["lang": "en"])
    markup.open("head")
    markup.void("meta", ["charset": "utf-8"])
    markup.void("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy])
    markup.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    markup.void("meta", ["name": "color-scheme", "content": "light dark"])
    markup.void("meta", ["name": "generator", "content": "specctl docs"])
    markup.element("title", title == self.title ? title : "\(title) · \(self.title)")
    markup.void("link", ["rel": "icon", "href": "data:,"])
    for style in ["site.css"] + styles {
      markup.void("link", ["rel": "stylesheet", "href": base + "assets/" + style])
    }
    for script in scripts + ["site.js"] {
      markup.open("script", ["defer": "defer", "src": base + "assets/" + script])
      markup.close("script")
    }
    markup.close("head")
    markup.endLine()
  }

  private func writeNavigation(_ path: String, depth: Int, to markup: inout MarkupWriter) {
    markup.open("header", ["class": "top"])
    markup.element(
      "a", ["class": "home", "href": SiteAddress.page("index.html", fromDepth: depth)], title)
    markup.open("nav", ["aria-label": "Pages"])
    for entry in entries {
      markup.element(
        "a",
        [
          "href": SiteAddress.page(entry.path + ".html", fromDepth: depth),
          "aria-current": entry.path == path ? "page" : "",
        ], entry.name)
    }
    markup.close("nav")
    markup.open(
      "form",
      [
        "role": "search", "action": SiteAddress.page("search.html", fromDepth: depth),
        "method": "get",
      ])
    markup.void(
      "input",
      [
        "type": "search", "name": "q", "id": "q", "placeholder": "Search (/)",
        "aria-label": "Search features, requirements, criteria and tasks", "autocomplete": "off",
        "spellcheck": "false",
      ])
    markup.close("form")
    markup.close("header")
    markup.endLine()
  }
}
