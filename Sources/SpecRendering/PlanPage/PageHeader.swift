import SpecModel

/// What stands above everything else in a page: the numbers of the plan.
enum PageHeader {
  static func write(_ picture: PlanPicture, to markup: inout MarkupWriter) {
    markup.open("header")
    markup.element("h1", "Plan")
    markup.element("p", ["class": "lead"], picture.headline)
    markup.endLine()
    markup.open("dl", ["class": "numbers"])
    for (name, value) in numbers(picture) {
      markup.open("div")
      markup.element("dt", name)
      markup.element("dd", value)
      markup.close("div")
    }
    markup.close("dl")
    markup.close("header")
    markup.endLine()
  }

  private static func numbers(_ picture: PlanPicture) -> [(name: String, value: String)] {
    var numbers = [
      ("Tasks", PlanWords.grouped(picture.tasks.count)),
      ("Features", PlanWords.grouped(picture.features.count)),
      ("Waves", PlanWords.grouped(picture.waveCount)),
      ("Agents", PlanWords.grouped(picture.agents.count)),
      ("Takes", TimeSpan.text(picture.makespan)),
      ("At least", TimeSpan.text(picture.lowerBound)),
    ]
    if picture.settledCount > 0 {
      numbers.insert(("Done or skipped", PlanWords.grouped(picture.settledCount)), at: 1)
    }
    if !picture.limits.isEmpty { numbers.append(("At once at most", picture.limitWords)) }
    return numbers
  }
}
