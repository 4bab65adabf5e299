/// The place where the script of a page shows the task that was chosen.
enum PageDetail {
  static func write(to markup: inout MarkupWriter) {
    markup.open(
      "section",
      [
        "id": "detail", "hidden": "hidden", "aria-labelledby": "detail-title",
        "aria-live": "polite",
      ])
    markup.element("h2", ["id": "detail-title"], "Chosen task")
    markup.element("button", ["type": "button", "data-action": "clear"], "Close")
    markup.element("p", ["class": "what"], "")
    markup.element("p", ["class": "when"], "")
    markup.element("h3", "Waits for")
    markup.element("ul", ["class": "before"], "")
    markup.element("h3", "Waited for by")
    markup.element("ul", ["class": "after"], "")
    markup.close("section")
    markup.endLine()
  }
}
