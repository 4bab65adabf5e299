/// The fields that find tasks; hidden until the script of the page runs.
enum PageFilter {
  static func write(_ picture: PlanPicture, to markup: inout MarkupWriter) {
    markup.open(
      "form", ["class": "filter", "role": "search", "aria-label": "Tasks", "hidden": "hidden"])
    field("find", "Find", to: &markup) { markup in
      markup.void(
        "input",
        [
          "id": "find", "type": "search", "autocomplete": "off", "spellcheck": "false",
          "placeholder": "id, title or agent",
        ])
    }
    choice(
      "in-feature", "Feature", "every feature",
      picture.features.enumerated().map { (String($0.offset), $0.element.name) }, to: &markup)
    choice("by-agent", "Agent", "every agent", picture.agents.map { ($0, $0) }, to: &markup)
    markup.open("label", ["class": "check"])
    markup.void("input", ["id": "critical", "type": "checkbox"])
    markup.write(" critical path only")
    markup.close("label")
    markup.element("output", ["id": "count", "role": "status"], "")
    markup.close("form")
    markup.endLine()
  }

  /// What changes the pictures and not the choice of tasks.
  static func writeTools(to markup: inout MarkupWriter) {
    markup.open("div", ["class": "tools", "hidden": "hidden"])
    for (action, words) in [
      ("out", "Smaller"), ("in", "Larger"), ("fit", "Whole graph"), ("close", "Close features"),
      ("open", "Open features"),
    ] {
      markup.element("button", ["type": "button", "data-action": action], words)
    }
    markup.close("div")
    markup.endLine()
  }

  private static func field(
    _ id: String, _ label: String, to markup: inout MarkupWriter,
    _ body: (inout MarkupWriter) -> Void
  ) {
    markup.open("span", ["class": "field"])
    markup.element("label", ["for": id], label)
    body(&markup)
    markup.close("span")
  }

  private static func choice(
    _ id: String, _ label: String, _ all: String, _ options: [(value: String, words: String)],
    to markup: inout MarkupWriter
  ) {
    field(id, label, to: &markup) { markup in
      markup.open("select", ["id": id])
      markup.verbatim("<option value=\"\">")
      markup.write(all)
      markup.close("option")
      for option in options { markup.element("option", ["value": option.value], option.words) }
      markup.close("select")
    }
  }
}
