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

  /// The profile of the feature in the folder.
  ///
  /// Kiro and cc-sdd share a place: Kiro writes `.config.kiro` beside the documents, cc-sdd
  /// `spec.json`.
  func profile(in source: some ByteSource) -> Profile {
    func holds(_ name: String) -> Bool { source.exists(RelativePath.join(directory, name)) }
    guard layout == .kiro, holds("spec.json"), !holds(".config.kiro") else { return layout.profile }
    return .ccSdd
  }
}

extension Feature.Layout {
  /// The directories that hold features, with the layouts they have.
  static let places: [(directory: String, layout: Feature.Layout)] = [
    (".claude/specs", .claude),
    (".kiro/specs", .kiro),
    (".spec-workflow/specs", .specWorkflow),
    (".spec-workflow/archive/specs", .specWorkflow),
    ("specs", .specKit),
    ("openspec/changes", .openSpec),
  ]

  /// The names of the documents, which are also what makes a folder a feature; of several names for
  /// the requirements the first counts.
  var documentNames: (requirements: [String], design: String, tasks: String) {
    switch self {
    case .claude, .kiro, .specWorkflow: (["requirements.md", "bugfix.md"], "design.md", "tasks.md")
    case .specKit: (["spec.md"], "plan.md", "tasks.md")
    // The specifications of a change are read with those that they change.
    case .openSpec: ([], "design.md", "tasks.md")
    }
  }

  /// Whether folders in the place of the layout hold features one level further down.
  var hasDrawers: Bool { hasRequirements }

  /// Whether a folder in the place of the layout is a feature, as far as its name tells.
  ///
  /// `specs` is a name that many projects use for other things: of Spec Kit are the folders that begin
  /// with a number of three digits or a date, as its scripts make them.
  func mayName(_ name: String) -> Bool {
    switch self {
    case .claude, .kiro, .specWorkflow: true
    case .openSpec: name != "archive"
    case .specKit:
      name.utf8.prefix { (0x30...0x39).contains($0) }.count >= 3
        && name.utf8.drop { (0x30...0x39).contains($0) }.first == UInt8(ascii: "-")
    }
  }
}
