import Diagnostics
import SpecModel

extension Rule {
  static let duplicateFeature = Rule(
    id: "duplicate-feature", group: .registry,
    summary: "A feature is registered twice.",
    rationale: "Which agents it has would depend on who reads the file.",
    severity: .error,
    passing: [.registry("features:\n  - key: a\n  - key: b\n")],
    failing: [.registry("features:\n  - key: a\n  - key: →a\n")],
    check: .workspace { context, report in
      guard let registry = context.workspace.registry else { return }
      // In a map the same fault is a duplicate key, and one finding is enough.
      if registry.shape == .map { return }
      var first: [String: Range<Offset>] = [:]
      for feature in registry.features {
        if let original = first[feature.name.value] {
          report(
            Finding(
              "feature '\(feature.name.value)' is registered already", in: registry.file.path,
              at: feature.name.range,
              notes: [Finding.Note("first here", in: registry.file.path, at: original)]))
        } else {
          first[feature.name.value] = feature.name.range
        }
      }
    })
}
