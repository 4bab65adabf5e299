import SpecModel

/// A folder that may be a feature, or hold features one level down.
struct FeatureFolder: Sendable, Hashable {
  var directory: String
  var layout: Feature.Layout
  /// Whether the folder stands directly in one that the layout names, and so may hold features.
  var mayHoldFeatures: Bool

  var name: String { RelativePath.split(directory).name }

  /// Whether the name is that of a template or a drawer such as `_completed`: never a feature itself.
  var isSetApart: Bool { name.utf8.first == UInt8(ascii: "_") }
}

extension Feature.Layout {
  /// The directories that hold features, with the layouts they have.
  static let places: [(directory: String, layout: Feature.Layout)] = [
    (".claude/specs", .claude),
    (".kiro/specs", .kiro),
    (".spec-workflow/specs", .specWorkflow),
    (".spec-workflow/archive/specs", .specWorkflow),
  ]
}
