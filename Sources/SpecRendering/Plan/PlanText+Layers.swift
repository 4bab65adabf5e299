import Diagnostics
import SpecModel
import SpecPlanning

extension PlanText {
  /// Who checks the layers and the system, in the order in which it is done.
  func writeLayers(_ plan: Plan, to text: inout StyledText) {
    write(.layer, title: "After the modules of a layer", plan, to: &text)
    write(.system, title: "After all layers", plan, to: &text)
  }

  private func write(
    _ kind: PlannedFeature.Kind, title: String, _ plan: Plan, to text: inout StyledText
  ) {
    let steps = plan.assignments.indices.filter {
      plan.features[plan.assignments.feature($0)].kind == kind
    }
    guard !steps.isEmpty else { return }
    text.endLine()
    line(title, .heading, to: &text)
    let rows = steps.map { plan.assignments[$0] }
    let names = rows.map { plan.features[$0.feature].name.visible }
    let width = kind == .layer ? (names.map(\.displayWidth).max() ?? 0) : 0
    let kindWidth = rows.map { $0.kind.rawValue.count }.max() ?? 0
    for (row, name) in zip(rows, names) {
      let place = kind == .layer ? name.padded(toWidth: width) + "  " : ""
      line(
        "  \(place)\(row.kind.rawValue.padded(toWidth: kindWidth))  \(row.agent ?? "no agent") "
          + "(\(row.priority.rawValue))", to: &text)
    }
  }
}
