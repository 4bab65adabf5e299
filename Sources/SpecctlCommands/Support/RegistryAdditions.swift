import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace
import YAMLSyntax

/// Adds features to the registry of a workspace, or makes one; comments and order stay.
struct RegistryAdditions {
  let path: String
  /// The bytes that were read; `nil` where there was no registry.
  let old: [UInt8]?
  /// The bytes with what was added so far; `nil` where there is still nothing.
  private(set) var new: [UInt8]?
  private var known: Set<String>
  private var statistics: WorkspaceStatistics?
  /// Those numbers of `stats` that were right in the beginning, and are kept so.
  private var rightNumbers: Set<String> = []

  init(_ workspace: Workspace) throws {
    guard let registry = workspace.registry else {
      if let file = workspace.unreadable.first(where: { $0.path.hasSuffix("registry.yaml") }) {
        throw CommandFailure("cannot read '\(file.path)': \(file.reason)")
      }
      path = ".claude/feature_registry.yaml"
      old = nil
      known = []
      return
    }
    path = registry.file.path
    old = registry.file.bytes
    new = old
    known = Set(registry.features.map(\.name.value))
    let numbers = WorkspaceStatistics(WorkspaceContext(workspace), registry)
    statistics = numbers
    rightNumbers = Set(
      registry.statistics.filter { numbers.value(of: $0.name.value)?.value == $0.value.value }
        .map(\.name.value))
  }

  var isChanged: Bool { new != old }

  /// Whether a feature is registered, before or by now.
  func knows(_ name: String) -> Bool { known.contains(name) }

  /// Adds features that are not known yet, each once.
  mutating func add(_ features: [(name: String, fields: [YAMLValue.Pair])]) throws {
    guard let first = features.first else { return }
    try add(first.name, first.fields)
    let others = Array(features.dropFirst())
    if others.isEmpty || addTogether(others) { return }
    for feature in others { try add(feature.name, feature.fields) }
  }

  /// Adds all features in one step, which takes no longer than one; `false` where that leaves one out.
  private mutating func addTogether(
    _ features: [(name: String, fields: [YAMLValue.Pair])]
  ) -> Bool {
    guard let bytes = new else { return false }
    let registry = Registry(reading: SourceFile(path: path, bytes: bytes))
    var attempt = self
    let numbers = attempt.statisticsEdits(registry, adding: features.count)
    guard let edits = registry.registering(features),
      let changed = (edits + numbers).applied(to: bytes)
    else { return false }
    let names = Registry(reading: SourceFile(path: path, bytes: changed)).features.map(\.name.value)
    guard names.suffix(features.count) == features.map(\.name)[...],
      names.count == registry.features.count + features.count
    else { return false }
    attempt.known.formUnion(features.map(\.name))
    attempt.new = changed
    self = attempt
    return true
  }

  /// Adds a feature that is not known yet.
  mutating func add(_ name: String, _ fields: [YAMLValue.Pair]) throws {
    known.insert(name)
    guard let bytes = new else {
      let value = YAMLValue.mapping([
        .init("features", .mapping([.init(name, .mapping(fields))]))
      ])
      new = Array((value.rendered() + "\n").utf8)
      return
    }
    let registry = Registry(reading: SourceFile(path: path, bytes: bytes))
    guard let edits = registry.registering(name, fields),
      let changed = (edits + statisticsEdits(registry, adding: 1)).applied(to: bytes)
    else {
      throw CommandFailure(
        "cannot add a feature to '\(registry.place)'", help: registry.shape.obstacle)
    }
    new = changed
  }

  /// Adds the change of the file to others.
  func add(to changes: inout WorkspaceChanges) {
    guard let new, isChanged else { return }
    if let old {
      changes.replace(path, read: old, with: new)
    } else {
      changes.create(path, new)
    }
  }

  /// The edits that keep those numbers right that were.
  private mutating func statisticsEdits(_ registry: Registry, adding count: Int) -> [TextEdit] {
    for _ in 0..<count { statistics = statistics?.withOneMoreFeature }
    guard let then = statistics else { return [] }
    return registry.statistics.compactMap { statistic in
      guard rightNumbers.contains(statistic.name.value),
        let new = then.value(of: statistic.name.value)?.value, new != statistic.value.value
      else { return nil }
      return TextEdit(replacing: statistic.value.range, with: new)
    }
  }
}

extension Registry {
  /// The path, with the line of what keeps it from being read.
  fileprivate var place: String {
    guard let problem = problems.first(where: { $0.kind == .unreadable }) else { return file.path }
    let line = LineTable(file.bytes).position(of: problem.range.lowerBound).line
    return "\(file.path):\(line)"
  }
}

extension Registry.Shape {
  /// What keeps a feature from being added.
  fileprivate var obstacle: String {
    switch self {
    case .foreign(let reason): "it is no registry of features: \(reason)"
    case .unreadable: "it is no valid YAML; 'specctl validate' says where"
    case .map, .list, .topLevelList: "its features stand in a form that cannot be added to"
    }
  }
}
