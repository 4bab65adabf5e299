import SpecPlanning

/// A plan as a page: its graph, its schedule and its tables in one file that needs nothing else.
///
/// Without scripts everything can be read; the script of the page adds search, the view of single tasks
/// and keys. The page is the same for the same plan.
package enum PlanPage {
  /// The page; linear in tasks plus waits.
  package static func text(_ picture: PlanPicture) -> String {
    var markup = MarkupWriter()
    let style = PageParts.pictureStyle + PageParts.pageStyle + PageParts.planStyle
    let script = PageParts.planScript
    markup.beginPage(title: "Plan: \(picture.headline)", style: style, script: script)
    if !picture.tasks.isEmpty {
      markup.element("a", ["class": "skip", "href": "#tasks"], "Skip to the tasks")
      markup.endLine()
    }
    PageHeader.write(picture, to: &markup)
    markup.open("main")
    markup.endLine()
    if picture.tasks.isEmpty {
      markup.element("p", "There is no task to plan.")
    } else {
      PageSections(picture: picture).write(to: &markup)
    }
    markup.close("main")
    markup.endLine()
    markup.open("footer")
    markup.element(
      "p", "Made by specctl plan. The same documents give the same page, byte for byte.")
    markup.close("footer")
    markup.endLine()
    if !picture.tasks.isEmpty {
      markup.open("script")
      markup.verbatim(script)
      markup.close("script")
      markup.endLine()
    }
    markup.close("body")
    markup.close("html")
    markup.endLine()
    return markup.text
  }
}
