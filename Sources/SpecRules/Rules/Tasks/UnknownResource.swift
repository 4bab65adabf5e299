import Diagnostics
import SpecModel

extension Rule {
  static let unknownResource = Rule(
    id: "unknown-resource", group: .tasks,
    summary: "A task uses a resource whose name is nearly, but not quite, a configured one.",
    rationale:
      "It is another resource then, and the task does not wait for those that use the configured one.",
    severity: .note,
    passing: [
      .tasks("- [ ] 1. A\n  - _Resources: Database, gpu_\n", with: [configured]),
      .tasks("- [ ] 1. A\n  - _Resources: databse_\n"),
    ],
    failing: [
      .tasks("- [ ] 1. é😀\n  - _Resources: gpu, →databse_\n", with: [configured]),
      .tasks("- [ ] 1. A\n- [ ] 2. B\n  - _Exclusive: →biuld_\n", with: [configured]),
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks,
        let resources = context.workspace.workspace.configuration?.planning.resources,
        !resources.isEmpty
      else { return }
      let names = resources.map(\.name.value)
      let known = Set(names.map { $0.lowercased() })
      var search = NearMissSearch(names)
      for index in document.tasks.indices {
        for resource in document.tasks[index].resources
        where !known.contains(resource.value.lowercased()) {
          let names = search.candidates()
          guard let meant = nearMiss(to: resource.value, among: names) else { continue }
          report(
            Finding(
              "'\(resource.value)' is no configured resource", in: document.path,
              at: resource.range, help: "did you mean '\(meant)'?",
              fix: .renaming(resource, among: names, in: document.text.file)))
        }
      }
    })

  private static let configured = (
    path: ".claude/config.yaml", text: "planning:\n  resources:\n    database: []\n    build: []\n"
  )
}
