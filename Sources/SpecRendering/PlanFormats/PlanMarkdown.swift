import Diagnostics
import SpecModel
import SpecPlanning

/// A plan as Markdown, for a repository, a wiki or a comment.
package enum PlanMarkdown {
  /// Of more tasks waves are summed up by feature.
  static let taskLimit = 1_000

  /// Headline, schedule, a table of the tasks wave by wave, what stands around them, and the graph as a
  /// Mermaid block where it is small; linear in the plan.
  package static func text(_ picture: PlanPicture) -> String {
    guard !picture.tasks.isEmpty else { return "# Plan\n\nThere is no task to plan.\n" }
    var lines = ["# Plan", "", picture.headline + ".", ""]
    lines += picture.remarks.map { "- " + escaped($0) }
    lines += ["", "At once at most: \(picture.limitWords).", ""]
    if picture.tasks.count > taskLimit {
      addFeatures(picture, to: &lines)
    } else {
      addWaves(picture, to: &lines)
    }
    addSteps(picture, to: &lines)
    if picture.tasks.count <= 60 {
      lines += ["## Graph", "", "```mermaid"]
      lines += PlanMermaid.text(picture).split(separator: "\n").map(String.init)
      lines += ["```", ""]
    }
    return lines.joined(separator: "\n")
  }

  private static func addWaves(_ picture: PlanPicture, to lines: inout [String]) {
    var waves = [[Int]](repeating: [], count: picture.waveCount)
    for (task, item) in picture.tasks.enumerated() where waves.indices.contains(item.wave) {
      waves[item.wave].append(task)
    }
    lines += [
      "## Tasks", "", "| Wave | Task | Title | Agent | Starts after | Takes | Waits for |",
      "| ---: | --- | --- | --- | ---: | ---: | --- |",
    ]
    for (number, tasks) in waves.enumerated() {
      for task in tasks {
        let item = picture.tasks[task]
        var waits = item.waits.map { picture.name(of: $0.before, from: task) }
        if item.unlistedWaits > 0 { waits.append("\(item.unlistedWaits) more") }
        let cells = [
          String(number), item.time.isCritical ? "**\(escaped(item.id))**" : escaped(item.id),
          escaped(item.title), escaped(item.agent ?? "no agent"), TimeSpan.text(item.time.start),
          TimeSpan.text(item.time.finish - item.time.start),
          escaped(waits.joined(separator: ", ")),
        ]
        lines.append("| " + cells.joined(separator: " | ") + " |")
      }
    }
    lines += ["", "Tasks of the critical path are bold."]
    for feature in picture.features {
      for wait in feature.waits {
        let before = escaped(picture.features[wait.before].name)
        lines.append(
          "All of \(escaped(feature.name)) waits for \(before) (\(wait.reason.rawValue)).")
      }
    }
    lines.append("")
  }

  private static func addFeatures(_ picture: PlanPicture, to lines: inout [String]) {
    lines += ["## Features", "", "| Feature | Tasks | Done after | Waits for |"]
    lines.append("| --- | ---: | ---: | --- |")
    for feature in picture.features {
      let end = feature.tasks.map { picture.tasks[$0].time.finish }.max() ?? 0
      let waits = feature.waits.map { picture.features[$0.before].name }
      let cells = [
        escaped(feature.name), String(feature.tasks.count), TimeSpan.text(end),
        escaped(waits.joined(separator: ", ")),
      ]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    lines.append("")
  }

  /// What stands around the tasks, by kind and agent.
  private static func addSteps(_ picture: PlanPicture, to lines: inout [String]) {
    guard !picture.steps.isEmpty else { return }
    lines += ["## Around the tasks", "", "| Step | Agent | Priority | How often |"]
    lines.append("| --- | --- | --- | ---: |")
    for kind in StepKind.allCases {
      var counts: [String: (priority: Priority, count: Int)] = [:]
      for step in picture.steps where step.kind == kind {
        counts[step.agent ?? "no agent", default: (step.priority, 0)].count += 1
      }
      for (agent, entry) in counts.sorted(by: { $0.key < $1.key }) {
        lines.append(
          "| \(kind.rawValue) | \(escaped(agent)) | \(entry.priority.rawValue) | \(entry.count) |")
      }
    }
    lines.append("")
  }

  /// Text in a cell, an item or a heading: nothing in it is taken for Markdown or HTML, calls anybody or
  /// leads anywhere.
  static func escaped(_ text: String) -> String {
    MarkdownText.inline(text, byteLimit: .max)
  }
}
