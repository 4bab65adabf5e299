import Diagnostics
import SpecModel

extension Rule {
  static let unreadableWaves = Rule(
    id: "unreadable-waves", group: .dependencies,
    summary: "A block of waves cannot be read.",
    rationale: "Tools that read it fall back to one task after another without a word.",
    severity: .error,
    passing: [.tasks(waves("{\"waves\": [{\"id\": 0, \"tasks\": [\"1\"]}]}"))],
    failing: [.tasks(waves("{\"waves\": →7}"))],
    check: .feature { context, report in
      for block in context.feature.tasks?.waves ?? [] {
        guard let fault = block.fault else { continue }
        report(
          Finding(
            "the waves cannot be read: \(fault.value)",
            in: context.feature.tasks?.path ?? "", at: fault.range,
            help: "the form is {\"waves\": [{\"id\": 0, \"tasks\": [\"1.1\"]}]}"))
      }
    })

  static let repeatedWaveTask = Rule(
    id: "repeated-wave-task", group: .dependencies,
    summary: "Two waves name the same task.",
    rationale: "The task would be worked on twice, or in the wrong wave.",
    severity: .warning,
    passing: [.tasks(waves("{\"waves\": [{\"id\": 0, \"tasks\": [\"1\"]}]}"))],
    failing: [
      .tasks(
        waves("{\"waves\": [{\"id\": 0, \"tasks\": [\"1\"]}, {\"id\": 1, \"tasks\": [→\"1\"]}]}"))
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for block in document.waves {
        var first: [String: Range<Offset>] = [:]
        for id in block.waves.joined() {
          if let original = first[id.value] {
            report(
              Finding(
                "task '\(id.value)' is in a wave already", in: document.path, at: id.range,
                notes: [Finding.Note("first named here", in: document.path, at: original)]))
          } else {
            first[id.value] = id.range
          }
        }
      }
    })

  private static func waves(_ block: String) -> String {
    "- [ ] 1. A\n\n## Task Dependency Graph\n```json\n\(block)\n```\n"
  }
}
