import Diagnostics
import SpecModel

extension Rule {
  static let unknownWorker = Rule(
    id: "unknown-worker", group: .workflows,
    summary: "A step of a workflow names a kind of worker that does not exist.",
    rationale: "No agent can be found for it, and the default agent gets the step.",
    severity: .error,
    passing: [.workflow("steps: {one: {worker: coder}, two: {worker: product_manager}}\n")],
    failing: [
      .workflow("steps: {one: {worker: →codr}, two: {worker: →manager}}\n"),
      .workflow(
        "steps: {one: {worker: →python-pro}}\n",
        with: [(".claude/agents/python-pro.md", "---\nname: python-pro\ndescription: é\n---\n")]),
    ],
    check: .workspace { context, report in
      guard let configuration = context.workspace.configuration else { return }
      let kinds = WorkerKind.allCases.map(\.rawValue)
      for worker in configuration.workflows.lazy.flatMap(\.steps).compactMap(\.worker)
      where WorkerKind(rawValue: worker.value) == nil {
        let help =
          context.agentNames.contains(worker.value)
          ? "it is an agent: write 'agent: \(worker.value)'"
          : nearMiss(to: worker.value, among: kinds).map { "did you mean '\($0)'?" }
            ?? "the kinds are \(kinds.map { "'\($0)'" }.joined(separator: ", "))"
        report(
          Finding(
            "there is no kind of worker '\(worker.value)'", in: configuration.file.path,
            at: worker.range, help: help,
            fix: .renaming(worker, among: kinds, in: configuration.file)))
      }
    })
}
