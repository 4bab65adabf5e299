import Diagnostics
import SpecModel
import SpecTracing

/// One feature of a trace for people, with every link.
struct TraceFeatureText {
  /// The columns of the terminal.
  let width: Int

  /// A test with arguments has a result for each of them.
  private static let testLimit = 8

  /// Its name, and each requirement and criterion with its links.
  func write(_ feature: TracedFeature, to text: inout StyledText) {
    text.endLine()
    text.append(feature.name, .heading)
    text.append("  \(feature.directory)", .faint)
    text.endLine()
    for requirement in feature.requirements {
      text.append("  \(requirement.id)", .heading)
      let room = width - requirement.id.displayWidth - 4
      text.append("  \(requirement.title.truncated(toWidth: max(room, 20)))")
      text.endLine()
      if requirement.criteria.isEmpty {
        writeLinks(requirement.links, of: feature, to: &text)
      } else if !requirement.links.tests.isEmpty {
        writeTests(requirement.links, to: &text)
      }
      for criterion in requirement.criteria {
        text.append("    \(criterion.links.proof.mark) ", criterion.links.proof.style)
        text.append(criterion.id)
        let room = width - criterion.id.displayWidth - 8
        text.append("  \(criterion.text.truncated(toWidth: max(room, 20)))", .faint)
        text.endLine()
        writeLinks(criterion.links, of: feature, to: &text)
      }
    }
  }

  private func writeLinks(
    _ links: TraceLinks, of feature: TracedFeature, to text: inout StyledText
  ) {
    let tasks = links.tasks.elements.map { number in
      "\(feature.tasks[number].id) \(feature.tasks[number].state.word)"
    }
    line("tasks", tasks, more: links.tasks.count - tasks.count, to: &text)
    // Paths in the feature's own folder are plain enough by their names.
    let folder = feature.directory + "/"
    let design = links.design.elements.map { place in
      place.text.hasPrefix(folder) ? String(place.text.dropFirst(folder.count)) : place.text
    }
    line("design", design, more: links.design.count - design.count, to: &text)
    let code = links.code.elements.map(\.text)
    line("code", code, more: links.code.count - code.count, to: &text)
    writeTests(links, to: &text)
  }

  private func writeTests(_ links: TraceLinks, to text: inout StyledText) {
    let tests = links.tests.elements.prefix(Self.testLimit).map { test in
      "\(test.shownName) \(test.outcome.rawValue) (\(test.evidence.rawValue))"
    }
    line("tests", tests, more: links.tests.count - tests.count, to: &text)
  }

  private func line(
    _ name: String, _ values: [String], more: Int, to text: inout StyledText
  ) {
    guard !values.isEmpty else { return }
    var values = values
    if more > 0 { values.append("and \(more) more") }
    text.append(spaces: 8)
    text.append(name.padded(toWidth: 8), .faint)
    for (index, line) in values.joined(separator: ", ").wrapped(toWidth: width - 16)
      .enumerated()
    {
      if index > 0 { text.append(spaces: 16) }
      text.append(line)
      text.endLine()
    }
  }
}
