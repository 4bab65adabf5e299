import Diagnostics
import SpecModel

extension Rule {
  static let incompletePrompt = Rule(
    id: "incomplete-prompt", group: .tasks,
    summary: "A prompt lacks one of the parts that others have.",
    rationale: "An agent that is given the prompt misses its role, its limits or its goal.",
    severity: nil,
    passing: [
      prompt("Role: Tester | Task: Test | Restrictions: None | Success: It runs"),
      prompt("Just do it"),
    ],
    failing: [prompt("→Role: Tester | Task: Test é | Success: It runs")],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for index in document.tasks.indices {
        for entry in document.tasks[index].metadata where entry.key == .prompt {
          let text = document.text.text(document.text.restOfLine(at: entry.valueRange.lowerBound))
          let missing = ["Role", "Task", "Restrictions", "Success"].filter {
            !text.contains($0 + ":")
          }
          // A prompt in free words has none of the parts.
          guard !missing.isEmpty, missing.count < 3 else { continue }
          report(
            Finding(
              "the prompt has no \(missing.map { "'\($0):'" }.joined(separator: " and no "))",
              in: document.path, at: entry.valueRange))
        }
      }
    })

  private static func prompt(_ text: String, line: Int = #line) -> Example {
    .tasks("- [ ] 1. A\n  - _Prompt: \(text)_\n", line: line)
  }
}

extension SpecText {
  /// From a place to the end of its line; what looks like another key is a part of a prompt.
  fileprivate func restOfLine(at place: Offset) -> Range<Offset> {
    let end = bytes[place.utf8...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    return place..<Offset(end)
  }
}
