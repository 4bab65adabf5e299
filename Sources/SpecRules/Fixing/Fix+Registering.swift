import Diagnostics
import SpecModel

extension Fix {
  /// Adds a feature to the registry, with the folder that it has and without agents; `nil` where the
  /// registry has a form that cannot be added to in place.
  ///
  /// Unsafe, since the feature is planned from then on.
  static func registering(_ feature: Feature, in registry: Registry) -> Fix? {
    guard let edits = registry.registering(feature) else { return nil }
    return Fix(
      "add '\(feature.name)' to the registry", safety: .unsafe, edits: [],
      elsewhere: [DocumentEdits(path: registry.file.path, edits: edits)])
  }
}
