import Diagnostics
import SpecModel
import SpecPlanning

/// The graph of a plan as a flowchart of Mermaid.
package enum PlanMermaid {
  /// Of more tasks the graph shows the features alone.
  static let taskLimit = 400

  /// The flowchart with a line feed at the end of each line; linear in the plan.
  ///
  /// A dotted arrow was inferred; the critical path is thick. Waits that follow from others are left out.
  package static func text(_ picture: PlanPicture) -> String {
    let edges = picture.tasks.count > taskLimit ? [] : DrawnEdges(picture).edges
    let count = edges.count + picture.features.reduce(0) { $0 + $1.waits.count }
    var lines: [String] = []
    // Mermaid refuses to draw more than 500 edges unless it is told to.
    if count > 500 { lines.append("%%{init: {\"maxEdges\": \(count)}}%%") }
    lines.append("flowchart LR")
    if picture.tasks.count > taskLimit {
      lines.append(
        "  %% \(picture.tasks.count) tasks are too many for a drawing; name features to see theirs")
    }
    for (number, feature) in picture.features.enumerated() {
      if picture.tasks.count > taskLimit {
        let words = "\(feature.name), \(PlanWords.count(feature.tasks.count, "task"))"
        lines.append("  f\(number)[\"\(escaped(words))\"]")
        continue
      }
      lines.append("  subgraph f\(number)[\"\(escaped(feature.name))\"]")
      for task in feature.tasks {
        let words = "\(picture.shortID(task)) \(picture.tasks[task].title)"
        let style = picture.tasks[task].time.isCritical ? ":::critical" : ""
        lines.append("    t\(task)[\"\(escaped(words.truncated(toWidth: 60)))\"]\(style)")
      }
      lines.append("  end")
    }
    for edge in edges {
      let arrow = edge.isCritical ? "==>" : edge.isInferred ? "-.->" : "-->"
      lines.append("  t\(edge.from) \(arrow) t\(edge.to)")
    }
    for (number, feature) in picture.features.enumerated() {
      for wait in feature.waits { lines.append("  f\(wait.before) --> f\(number)") }
    }
    if picture.tasks.contains(where: \.time.isCritical), picture.tasks.count <= taskLimit {
      lines.append("  classDef critical stroke-width:3px")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text inside the quotes of a label: Mermaid reads `#…;` as a character and some of HTML.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.visible.unicodeScalars {
      switch scalar {
      case "\"", "#", "<", ">", "&", "`", ";": result += "#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
