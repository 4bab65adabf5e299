import Diagnostics
import SpecModel

extension Rule {
  static let suspectLink = Rule(
    id: "suspect-link", group: .traceability,
    summary: "A task or property cites a text that was changed after it was reviewed.",
    rationale:
      "It was written for what the requirement said then; nobody has looked whether it still serves it.",
    severity: .warning,
    passing: [
      .tasks(task, with: [requirements("answer"), lock("6c9496e53239ae8c")]),
      .tasks(task, with: [requirements("answer in é")]),
    ],
    failing: [
      .tasks(
        task.replacing("1.1", with: "→1.1"),
        with: [requirements("answer in é"), lock("6c9496e53239ae8c")])
    ],
    check: .feature { context, report in
      guard
        let entries = context.workspace.workspace.reviewLock?.features[context.feature.directory]
      else { return }
      for suspect in FeatureReview(context.feature).suspects(by: entries) {
        report(.suspect(suspect))
      }
    })

  static let unreadableLock = Rule(
    id: "unreadable-lock", group: .traceability,
    summary: "The lock file of reviews cannot be read.",
    rationale: "Until it can, no link is called suspect.",
    severity: .error,
    passing: [Example([(ReviewLock.path, "version: 1\nfeatures: {}\n")])],
    failing: [Example([(ReviewLock.path, "version: →2\nfeatures: {}\n")])],
    check: .workspace { context, report in
      guard let lock = context.workspace.reviewLock else { return }
      for problem in lock.problems {
        report(
          Finding(problem.message, in: lock.file.path, at: problem.range, help: problem.help))
      }
    })

  private static let task = "- [ ] 1. A\n  - _Requirements: 1.1_\n"

  private static func requirements(_ word: String) -> (path: String, text: String) {
    (
      "\(Example.folder)/requirements.md",
      "### Requirement 1: A\n\n#### Acceptance Criteria\n\n1. THE system SHALL \(word)\n"
    )
  }

  private static func lock(_ fingerprint: String) -> (path: String, text: String) {
    (
      ReviewLock.path,
      "version: 1\nfeatures:\n  \"\(Example.folder)\":\n    \"task 1\": {text: \"0123456789abcdef\", cited: {\"criterion 1.1\": \"\(fingerprint)\"}}\n"
    )
  }
}

extension Finding {
  fileprivate static func suspect(_ suspect: SuspectLink) -> Finding {
    let word =
      switch suspect.change {
      case .changed: "\(suspect.citation.name) has changed"
      case .renumbered(let name): "what was \(suspect.citation.name) is now \(name)"
      }
    return Finding(
      "\(word) since \(suspect.item.name) was reviewed", in: suspect.item.path,
      at: suspect.citation.range,
      help: "look whether it still fits, then run 'specctl review'",
      notes: [Note("it says this now", in: suspect.cited.path, at: suspect.cited.range)])
  }
}
