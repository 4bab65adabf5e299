/// The page that finds features, requirements, criteria, tasks, agents and rules by their words.
struct SearchPage {
  let site: Site

  func file() -> SiteFile {
    site.frame.page("search", "Search", scripts: ["search-index.js"]) { markup in
      markup.element("h1", "Search")
      markup.element(
        "p", ["id": "search-summary", "class": "lead", "role": "status"],
        "Searching needs scripts; the other pages do not.")
      markup.open("ol", ["id": "search-results", "class": "results"])
      markup.close("ol")
      markup.endLine()
    }
  }
}
