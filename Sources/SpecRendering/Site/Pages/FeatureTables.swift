import Diagnostics
import SpecModel

/// What hangs together in a feature, both ways: requirements with their tasks, tasks with their requirements.
struct FeatureTables {
  let page: FeaturePage
  /// What addresses in the page begin with, where the tables stand in another one.
  var base = ""

  private static let rowLimit = 5_000
  private static let linkLimit = 24

  private var feature: SiteFeature { page.feature }
  private var anchors: FeatureAnchors { page.anchors }
  private var requirements: [Requirement] { feature.feature.requirements?.requirements ?? [] }
  private var tasks: [TaskItem] { feature.feature.tasks?.tasks ?? [] }

  /// Whether anything can be said about what is for what.
  var hasTrace: Bool { !requirements.isEmpty && feature.trace.isUsed }

  func write(to markup: inout MarkupWriter) {
    guard hasTrace else { return }
    markup.section("trace", "Traceability") { markup in
      markup.element("h3", "From requirements to tasks")
      writeRequirements(to: &markup)
      markup.element("h3", "From tasks to requirements")
      writeTasks(to: &markup)
    }
  }

  /// A row for each requirement and criterion.
  func writeRequirements(to markup: inout MarkupWriter) {
    markup.table(
      "Requirements of \(feature.name) and their tasks",
      columns: ["Requirement", "Text", "Design", "Tasks", "Done"]
    ) { markup in
      var left = Self.rowLimit
      for (index, requirement) in requirements.enumerated() where left > 0 {
        left -= 1 + requirement.criteria.count
        writeRow(
          requirement.id, requirement.title.plainWords, anchors.requirements[index],
          tasks: feature.trace.tasksOfRequirement[index],
          sections: feature.trace.designOfRequirement[index], isCriterion: false, to: &markup)
        for (number, criterion) in requirement.criteria.enumerated() {
          let text = feature.feature.requirements?.text.text(criterion.textRange) ?? ""
          writeRow(
            criterion.id, text.plainWords, anchors.criteria[index][number],
            tasks: feature.trace.tasksOfCriterion[index][number], sections: [], isCriterion: true,
            to: &markup)
        }
      }
    }
  }

  private func writeRow(
    _ id: String, _ text: String, _ anchor: String, tasks found: [Int], sections: [Int],
    isCriterion: Bool, to markup: inout MarkupWriter
  ) {
    let found =
      feature.trace.tasksForAll.isEmpty ? found : (found + feature.trace.tasksForAll).uniqued
    markup.open("tr", ["class": isCriterion ? "criterion" : ""])
    markup.open("th", ["scope": "row"])
    markup.element("a", ["href": address(anchor)], id)
    markup.close("th")
    markup.element("td", ["class": "words"], text.shortened(to: 160))
    markup.open("td")
    markup.links(
      sections.map { section in
        (
          feature.feature.design?.sections[section].title.value.shortened(to: 40) ?? "",
          address(anchors.sections[section])
        )
      }, limit: 4)
    markup.close("td")
    markup.open("td")
    if found.isEmpty { markup.element("span", ["class": "badge missing"], "no task") }
    markup.links(
      found.map { (tasks[$0].id, address(anchors.tasks[$0])) }, limit: Self.linkLimit)
    markup.close("td")
    markup.open("td", ["class": "number"])
    if !found.isEmpty {
      markup.write("\(found.count { tasks[$0].state.isSettled })/\(found.count)")
    }
    markup.close("td")
    markup.close("tr")
    markup.endLine()
  }

  private func writeTasks(to markup: inout MarkupWriter) {
    markup.table(
      "Tasks of \(feature.name) and what they are for",
      columns: ["Task", "Title", "State", "Wave", "Agent", "For"]
    ) { markup in
      for (index, task) in tasks.enumerated().prefix(Self.rowLimit) where task.isLeaf {
        markup.open("tr")
        markup.open("th", ["scope": "row"])
        markup.element("a", ["href": address(anchors.tasks[index])], task.id)
        markup.close("th")
        markup.element("td", ["class": "words"], task.title.plainWords.shortened(to: 160))
        markup.open("td")
        markup.box(task.state)
        markup.write(" " + task.state.words)
        markup.close("td")
        let step = feature.steps[index]
        markup.element("td", ["class": "number"], step.map { "\($0.wave)" } ?? "")
        markup.element("td", step?.agent ?? "")
        markup.open("td")
        if feature.trace.tasksForAll.contains(index) { markup.write("everything") }
        markup.links(
          feature.trace.targetsOfTask[index].map { target in
            (name(target), address(anchors.id(target)))
          }, limit: Self.linkLimit)
        markup.close("td")
        markup.close("tr")
        markup.endLine()
      }
    }
  }

  private func name(_ target: FeatureTrace.Target) -> String {
    let requirement = requirements[target.requirement]
    return target.criterion.map { requirement.criteria[$0].id } ?? requirement.id
  }

  private func address(_ id: String) -> String { base + "#" + PageAnchor.fragment(id) }
}

extension Sequence where Element: Hashable {
  /// The elements without those that came before.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
