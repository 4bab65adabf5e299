import SpecPlanning

/// When the tasks of a feature run and what they wait for, where the page of the plan is too long to say it.
struct FeaturePlan {
  let page: FeaturePage

  func write(to markup: inout MarkupWriter) {
    guard let picture = page.site.picture else { return }
    let tasks = page.feature.steps.compactMap { $0.flatMap { page.site.taskNumbers[$0.id] } }
    guard !tasks.isEmpty else { return }
    markup.section("plan", "Plan") { markup in
      markup.openWide("Plan of the tasks")
      TaskTable(
        picture, tasks: tasks, caption: "Times count from the start of the plan", base: "../"
      ).write(to: &markup)
      markup.close("div")
    }
  }
}
