import Diagnostics
import SpecModel

extension Rule {
  static let missingSpecFolder = Rule(
    id: "missing-spec-folder", group: .registry,
    summary: "The spec folder of a registered feature does not exist.",
    rationale: "The feature has no requirements, design or tasks that anybody could find.",
    severity: .error,
    passing: [
      .registry(
        "features:\n  a:\n    specs_location: .claude/specs/a/\n",
        with: [(".claude/specs/a/tasks.md", "- [ ] 1. A\n")])
    ],
    failing: [.registry("features:\n  a:\n    specs_location: →.claude/specs/b/\n")],
    check: .workspace { context, report in
      guard let registry = context.workspace.registry else { return }
      var search = NearMissSearch(context.folders.sorted())
      for feature in registry.features {
        guard let folder = feature.specFolder, let place = feature.specsLocation?.range,
          !context.folders.contains(folder),
          // What cannot be looked into may well be there.
          !context.workspace.unreadable.contains(where: { folder.hasPrefix($0.path + "/") })
        else { continue }
        report(.missingSpecFolder(folder, at: place, in: registry.file.path, &search))
      }
    })

  static let orphanSpecFolder = Rule(
    id: "orphan-spec-folder", group: .registry,
    summary: "A spec folder belongs to no registered feature.",
    rationale: "No agents are assigned to it, so nobody works on it.",
    severity: .warning,
    passing: [
      .registry("features:\n  a: {}\n", with: [(".claude/specs/a/tasks.md", "- [ ] 1. A\n")]),
      .registry("features: {}\n", with: [(".claude/specs/a/tasks.md", "- [ ] 1. A\n")]),
    ],
    failing: [],
    check: .workspace { context, report in
      guard let registry = context.workspace.registry, !registry.features.isEmpty else { return }
      let names = Set(registry.features.map(\.name.value))
      let folders = Set(registry.features.compactMap(\.specFolder))
      let features = context.workspace.features
      for index in features.indices
      where !names.contains(features[index].name) && !folders.contains(features[index].directory) {
        let feature = features[index]
        // Others have no registry.
        guard feature.layout.hasRequirements else { continue }
        report(
          Finding(
            "no registered feature has the folder '\(feature.directory)'", in: feature.directory,
            at: nil,
            help: "add '\(feature.name)' to '\(registry.file.path)', or move the folder away",
            fix: .registering(feature, in: registry)))
      }
    })

  static let missingDocument = Rule(
    id: "missing-document", group: .registry,
    summary: "A registered feature lacks one of its documents.",
    rationale: "The chain from requirement to task ends there.",
    severity: .note,
    passing: [
      .registry(
        "features:\n  a: {}\n",
        with: [
          (".claude/specs/a/requirements.md", "# R\n"), (".claude/specs/a/design.md", "# D\n"),
          (".claude/specs/a/tasks.md", "# T\n"),
        ])
    ],
    failing: [
      .registry(
        "features:\n  →a: {}\n", with: [(".claude/specs/a/requirements.md", "# R\n")])
    ],
    check: .workspace { context, report in
      guard let registry = context.workspace.registry else { return }
      let features = context.workspace.features
      let byName = Dictionary(features.indices.map { (features[$0].name, $0) }) { first, _ in
        first
      }
      let byFolder = Dictionary(features.indices.map { (features[$0].directory, $0) }) { first, _ in
        first
      }
      for entry in registry.features {
        guard let index = entry.specFolder.flatMap({ byFolder[$0] }) ?? byName[entry.name.value]
        else { continue }
        let feature = features[index]
        let missing = [
          feature.requirements == nil ? "requirements.md" : nil,
          feature.design == nil ? "design.md" : nil, feature.tasks == nil ? "tasks.md" : nil,
        ].compactMap { $0 }
        guard !missing.isEmpty else { continue }
        report(
          Finding(
            "feature '\(entry.name.value)' has no \(missing.joined(separator: " and no "))",
            in: registry.file.path, at: entry.name.range))
      }
    })
}

extension Finding {
  fileprivate static func missingSpecFolder(
    _ folder: String, at place: Range<Offset>, in path: String, _ search: inout NearMissSearch
  ) -> Finding {
    let near = search.candidates().first {
      $0.hasPrefix(folder) || nearMiss(to: folder, among: [$0]) != nil
    }
    return Finding(
      "the folder '\(folder)' does not exist", in: path, at: place,
      help: near.map { "did you mean '\($0)'?" })
  }
}
