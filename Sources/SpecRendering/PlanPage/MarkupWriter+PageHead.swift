extension MarkupWriter {
  /// The beginning of a page that is one file and loads nothing, up to its body.
  mutating func beginPage(title: String, style: String, script: String) {
    verbatim("<!DOCTYPE html>\n")
    open("html", ["lang": "en"])
    endLine()
    open("head")
    endLine()
    void("meta", ["charset": "utf-8"])
    void(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": ContentSecurity.policy(style: style, script: script),
      ])
    void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    void("meta", ["name": "color-scheme", "content": "light dark"])
    element("title", title)
    void("link", ["rel": "icon", "href": "data:,"])
    endLine()
    open("style")
    verbatim(style)
    close("style")
    endLine()
    close("head")
    endLine()
    open("body")
  }
}
