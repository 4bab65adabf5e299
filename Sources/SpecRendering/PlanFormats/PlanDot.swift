import Diagnostics
import SpecModel
import SpecPlanning

/// The graph of a plan in the language of Graphviz.
package enum PlanDot {
  /// The graph with a line feed at the end of each line; linear in the plan.
  ///
  /// A dashed edge was inferred, a bold one is part of the critical path; an edge between two boxes
  /// means that a whole feature waits.
  package static func text(_ picture: PlanPicture) -> String {
    var lines = [
      "digraph plan {",
      "  graph [rankdir=LR, compound=true, fontname=\"sans-serif\"];",
      "  node [shape=box, style=rounded, fontname=\"sans-serif\"];",
    ]
    for (number, feature) in picture.features.enumerated() {
      lines.append("  subgraph cluster_\(number) {")
      lines.append("    label=\(quoted(feature.name));")
      for task in feature.tasks {
        let item = picture.tasks[task]
        let title = item.title.truncated(toWidth: 60)
        let label = "\(picture.shortID(task)) \(title)\n\(item.agent ?? "no agent")"
        let weight = item.time.isCritical ? ", penwidth=3" : ""
        lines.append("    \(quoted(item.id)) [label=\(quoted(label))\(weight)];")
      }
      lines.append("  }")
    }
    for edge in DrawnEdges(picture).edges {
      var attributes: [String] = []
      if edge.isCritical { attributes.append("penwidth=3") }
      if edge.isInferred { attributes.append("style=dashed") }
      let ends = "\(quoted(picture.tasks[edge.from].id)) -> \(quoted(picture.tasks[edge.to].id))"
      lines.append(
        "  \(ends)" + (attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]") + ";")
    }
    for (number, feature) in picture.features.enumerated() {
      for wait in feature.waits {
        guard let first = feature.tasks.first,
          let last = picture.features[wait.before].tasks.last
        else { continue }
        lines.append(
          "  \(quoted(picture.tasks[last].id)) -> \(quoted(picture.tasks[first].id)) "
            + "[ltail=cluster_\(wait.before), lhead=cluster_\(number), style=bold];")
      }
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// A quoted id; only quotes and backslashes mean something in it, and a line feed ends a line of a label.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if result.count > 1 { result += "\\n" }
      for scalar in String(part).visible.unicodeScalars {
        if scalar == "\"" || scalar == "\\" { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
