import Diagnostics
import SpecModel
import SpecTracing

/// What hangs together in a feature, both ways: requirements with all that leads to them, tasks with their
/// requirements.
struct FeatureTables {
  private let page: FeaturePage
  /// What addresses in the page begin with, where the tables stand in another one.
  private let base: String
  private let cells: EvidenceCells
  private let sectionLines: [Int]

  private static let rowLimit = 5_000
  private static let linkLimit = 24

  private var feature: SiteFeature { page.feature }
  private var anchors: FeatureAnchors { page.anchors }
  private var trace: TracedFeature { page.feature.trace }
  private var tasks: [TaskItem] { feature.feature.tasks?.tasks ?? [] }

  init(_ page: FeaturePage, base: String = "") {
    self.page = page
    self.base = base
    cells = EvidenceCells(site: page.site)
    sectionLines = page.feature.sectionLines
  }

  func write(to markup: inout MarkupWriter) {
    markup.section("trace", "Traceability") { markup in
      markup.element(
        "h3",
        cells.columns.isEmpty
          ? "From requirements to tasks" : "From requirements to tasks, code and tests")
      writeRequirements(to: &markup)
      guard trace.isCited else { return }
      markup.element("h3", "From tasks to requirements")
      writeTasks(to: &markup)
    }
  }

  /// A row for each requirement and criterion.
  func writeRequirements(to markup: inout MarkupWriter) {
    markup.table(
      "Requirements of \(feature.name) and what leads to them",
      columns: ["Requirement", "Text", "Design", "Tasks", "Done"] + cells.columns
    ) { markup in
      var left = Self.rowLimit
      for (number, requirement) in trace.allRequirements.enumerated() where left > 0 {
        left -= 1 + requirement.criteria.count
        writeRow(
          .requirement(number), requirement.title, requirement.links, tasks: requirement.tasks,
          design: requirement.criteria.reduce(requirement.links.design.elements) {
            $0 + $1.links.design.elements
          },
          proof: TraceWords.proof(requirement), to: &markup)
        for (place, criterion) in requirement.criteria.enumerated() {
          writeRow(
            .criterion(number, place), criterion.text, criterion.links,
            tasks: criterion.links.tasks.elements.sorted(), design: criterion.links.design.elements,
            proof: TraceWords.proof(criterion.links), to: &markup)
        }
      }
    }
  }

  private func writeRow(
    _ target: TraceTarget, _ text: String, _ links: TraceLinks, tasks found: [Int],
    design: [TracePlace], proof: String, to markup: inout MarkupWriter
  ) {
    let isCriterion = if case .criterion = target { true } else { false }
    markup.open(
      "tr",
      ["id": base.isEmpty ? anchors.row(target) : "", "class": isCriterion ? "criterion" : ""])
    markup.open("th", ["scope": "row"])
    markup.element("a", ["href": address(anchors.id(target))], trace.id(of: target))
    markup.close("th")
    markup.element("td", ["class": "words"], text.plainWords.shortened(to: 160))
    markup.open("td")
    markup.links(
      sections(design).map { section in
        (
          feature.feature.design?.sections[section].title.value.shortened(to: 40) ?? "",
          address(anchors.sections[section])
        )
      }, limit: 4)
    markup.close("td")
    markup.open("td")
    if found.isEmpty { markup.element("span", ["class": "badge missing"], "no task") }
    markup.links(
      found.map { (trace.tasks[$0].id, address(anchors.tasks[$0])) }, limit: Self.linkLimit)
    markup.close("td")
    markup.open("td", ["class": "number"])
    if !found.isEmpty {
      markup.write("\(found.count { trace.tasks[$0].isSettled })/\(found.count)")
    }
    markup.close("td")
    cells.write(links, proof: proof, to: &markup)
    markup.close("tr")
    markup.endLine()
  }

  /// The parts of the design in which places lie, in their order.
  private func sections(_ places: [TracePlace]) -> [Int] {
    Set(places.compactMap { place in sectionLines.lastIndex { $0 <= place.line } }).sorted()
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
        if feature.isForAll(index) { markup.write("everything") }
        markup.links(
          feature.targets(ofTask: index).elements.map { target in
            (trace.id(of: target), address(anchors.id(target)))
          }, limit: Self.linkLimit)
        markup.close("td")
        markup.close("tr")
        markup.endLine()
      }
    }
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
