import Diagnostics
import SpecModel
import SpecPlanning

/// The graph of a plan as a flowchart of Mermaid.
package enum PlanMermaid {
  /// Of more tasks the graph shows the features alone.
  static let taskLimit = 400
  /// Mermaid draws no more lines, and no diagram can ask it to.
  static let lineLimit = 500
  /// Mermaid draws no longer text; in UTF-16, as it counts.
  static let lengthLimit = 50_000
  /// How wide the words of a box may be.
  private static let labelWidth = 60

  /// The flowchart with a line feed at the end of each line; linear in the plan.
  ///
  /// A dotted arrow was inferred; the critical path is thick. Waits that follow from others are left out. Of
  /// a plan that is too large for Mermaid there are the features alone, as many as it draws.
  package static func text(_ picture: PlanPicture) -> String {
    if picture.tasks.count <= taskLimit {
      let edges = DrawnEdges(picture).edges
      let count = edges.count + picture.features.reduce(0) { $0 + $1.waits.count }
      let text = tasks(of: picture, edges)
      if count <= lineLimit, text.utf16.count <= lengthLimit { return text }
    }
    return features(of: picture)
  }

  private static func tasks(of picture: PlanPicture, _ edges: [DrawnEdges.Edge]) -> String {
    var lines = ["flowchart LR"]
    for (number, feature) in picture.features.enumerated() {
      lines.append("  subgraph f\(number)[\"\(label(feature.name))\"]")
      for task in feature.tasks {
        let words = "\(picture.shortID(task)) \(picture.tasks[task].title)"
        let style = picture.tasks[task].time.isCritical ? ":::critical" : ""
        lines.append("    t\(task)[\"\(label(words))\"]\(style)")
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
    if picture.tasks.contains(where: \.time.isCritical) {
      lines.append("  classDef critical stroke-width:3px")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The features and what each waits for, with a remark on what is left out.
  private static func features(of picture: PlanPicture) -> String {
    // Room for the remarks.
    var room = lengthLimit - 400
    var boxes: [String] = []
    var arrows: [String] = []
    for (number, feature) in picture.features.enumerated() {
      let words = "\(feature.name), \(PlanWords.count(feature.tasks.count, "task"))"
      let line = "  f\(number)[\"\(label(words))\"]"
      guard line.utf16.count < room else { break }
      room -= line.utf16.count + 1
      boxes.append(line)
    }
    let waits = picture.features.enumerated().flatMap { number, feature in
      feature.waits.map { (before: $0.before, after: number) }
    }
    for wait in waits where wait.before < boxes.count && wait.after < boxes.count {
      let line = "  f\(wait.before) --> f\(wait.after)"
      guard arrows.count < lineLimit, line.utf16.count < room else { break }
      room -= line.utf16.count + 1
      arrows.append(line)
    }
    var remarks = [
      "\(picture.tasks.count) tasks are too many for a drawing; name features to see theirs"
    ]
    if boxes.count < picture.features.count {
      remarks.append("\(picture.features.count - boxes.count) features are left out as well")
    }
    if arrows.count < waits.count {
      remarks.append("\(waits.count - arrows.count) waits of features are left out as well")
    }
    let lines = ["flowchart LR"] + remarks.map { "  %% \($0)" } + boxes + arrows
    return lines.joined(separator: "\n") + "\n"
  }

  private static func label(_ words: String) -> String {
    escaped(words.truncated(toWidth: labelWidth))
  }

  /// Text inside the quotes of a label: Mermaid reads `#…;` as a character, some of HTML, `%%{…}%%` as
  /// settings wherever it stands, `$$` as a formula, `fa:fa-…` as a picture, and the marks of Markdown.
  static func escaped(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.visible.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let previous = place > 0 ? scalars[place - 1] : " "
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      let isSpecial =
        switch scalar {
        case "\"", "#", "<", ">", "&", "`", ";", "\\": true
        case "*": previous != " " || next != " "
        // Within a word it is a letter.
        case "_": !previous.properties.isAlphabetic || !next.properties.isAlphabetic
        case "%", "$": next == scalar
        case ":": next == "f"
        default: false
        }
      if isSpecial {
        result += "#\(scalar.value);"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
