import Diagnostics
import SpecModel

extension Rule {
  static let contradictedWaves = Rule(
    id: "contradicted-waves", group: .dependencies,
    summary: "A declared wave has a task that waits for one of the same or a later wave.",
    rationale:
      "Tools that run the block start the task before what it needs is there; nothing else checks the two against each other.",
    severity: .warning,
    passing: [
      .tasks(list + block("{\"id\": 0, \"tasks\": [\"1\"]}, {\"id\": 1, \"tasks\": [\"2\"]}"))
    ],
    failing: [
      .tasks(list + block("{\"id\": 0, \"tasks\": [\"1\", →\"2\"]}")),
      .tasks(list + block("{\"id\": 0, \"tasks\": [→\"2\"]}, {\"id\": 1, \"tasks\": [\"1\"]}")),
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks, !document.waves.isEmpty,
        let index = context.taskIndex
      else { return }
      for block in document.waves where block.fault == nil {
        let arrangement = WaveArrangement(block, in: document, index)
        guard !arrangement.contradictions.isEmpty else { continue }
        let fix = arrangement.edits().map {
          Fix("move it behind what it waits for", edits: $0)
        }
        for contradiction in arrangement.contradictions {
          let place = contradiction.isSameWave ? "in the same wave" : "in a later wave"
          report(
            Finding(
              "task '\(contradiction.task.value)' waits for '\(contradiction.dependency.value)', which is \(place)",
              in: document.path, at: contradiction.task.range,
              notes: [
                Finding.Note(
                  "it says so here", in: document.path, at: contradiction.reference)
              ], fix: fix))
        }
      }
    })

  static let incompleteWaves = Rule(
    id: "incomplete-waves", group: .dependencies,
    summary: "The declared waves leave a task out.",
    rationale: "Tools that run the block never start it.",
    severity: .note,
    passing: [
      .tasks(list + block("{\"id\": 0, \"tasks\": [\"1\"]}, {\"id\": 1, \"tasks\": [\"2\"]}")),
      .tasks("- [ ] 3. Checkpoint\n" + list + block("{\"tasks\": [\"1\"]}, {\"tasks\": [\"2\"]}")),
    ],
    failing: [.tasks(list + block("→{\"id\": 0, \"tasks\": [\"1\"]}"))],
    check: .feature { context, report in
      guard let document = context.feature.tasks, let index = context.taskIndex,
        // Several blocks may share the tasks among them.
        document.waves.count == 1, let block = document.waves.first, let first = block.entries.first
      else { return }
      let missing = WaveArrangement(block, in: document, index).missing
      guard let task = missing.first else { return }
      let others = missing.count == 1 ? "" : " and \(missing.count - 1) more"
      report(
        Finding(
          "the waves leave out task '\(document.tasks[task].id)'\(others)", in: document.path,
          at: first.range,
          notes: missing.prefix(3).map {
            Finding.Note("left out", in: document.path, at: document.tasks[$0].idRange)
          }))
    })

  static let waveNumbers = Rule(
    id: "wave-numbers", group: .dependencies,
    summary: "The numbers of declared waves do not rise.",
    rationale: "Some tools go by the number, others by the place.",
    severity: .note,
    passing: [
      .tasks(list + block("{\"id\": 0, \"tasks\": [\"1\"]}, {\"id\": 1, \"tasks\": [\"2\"]}"))
    ],
    failing: [
      .tasks(list + block("{\"id\": 1, \"tasks\": [\"1\"]}, {\"id\": →1, \"tasks\": [\"2\"]}"))
    ],
    check: .feature { context, report in
      for block in context.feature.tasks?.waves ?? [] {
        var last: Int?
        for number in block.entries.compactMap(\.number) {
          if let last, number.value <= last {
            report(
              Finding(
                "wave \(number.value) stands behind wave \(last)",
                in: context.feature.tasks?.path ?? "", at: number.range))
          }
          last = max(last ?? number.value, number.value)
        }
      }
    })

  static let sharedFileInWave = Rule(
    id: "shared-file-in-wave", group: .dependencies,
    summary: "Two tasks of one declared wave name the same file.",
    rationale: "When they run at the same moment, one overwrites what the other wrote.",
    severity: .note,
    passing: [
      .tasks(
        "- [ ] 1. A\n  - File: a.py\n- [ ] 2. B\n  - File: b.py\n"
          + block("{\"id\": 0, \"tasks\": [\"1\", \"2\"]}"))
    ],
    failing: [
      .tasks(
        "- [ ] 1. A\n  - File: a.py\n- [ ] 2. B\n  - File: a.py\n"
          + block("{\"id\": 0, \"tasks\": [\"1\", →\"2\"]}"))
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks, let index = context.taskIndex else { return }
      for wave in document.waves.lazy.flatMap(\.waves) {
        var first: [String: Located<String>] = [:]
        for id in wave {
          guard let task = index.task(id.value), document.tasks[task].isLeaf else { continue }
          for file in document.tasks[task].files {
            guard let other = first[file.path] else {
              first[file.path] = id
              continue
            }
            guard other.value != id.value else { continue }
            report(
              Finding(
                "tasks '\(other.value)' and '\(id.value)' of this wave both name '\(file.path)'",
                in: document.path, at: id.range,
                notes: [Finding.Note("named here", in: document.path, at: file.range)]))
          }
        }
      }
    })

  private static let list = "- [ ] 1. A\n- [ ] 2. B é\n  - _Depends: 1_\n"

  private static func block(_ waves: String) -> String {
    "\n## Task Dependency Graph\n```json\n{\"waves\": [\(waves)]}\n```\n"
  }
}
