import Diagnostics
import YAMLSyntax

/// Where in a registry the features stand, decided before any of them is read.
struct RegistryLayout {
  var shape: Registry.Shape
  /// The features, each with the name it goes by.
  var features: [(name: Located<String>, node: YAMLNode, range: Range<Offset>)] = []
  /// Elements of a list of features that have no name.
  var nameless: [YAMLNode] = []

  static let topLevelKeys = ["features", "agent_mapping", "global_agents", "shared", "stats"]
  static let identityKeys = ["key", "proposal_id", "id", "name", "feature", "title"]

  init(of root: YAMLNode) {
    switch root.content {
    case .scalar:
      shape = .foreign(reason: "it holds \(root.kindName), not features")
    case .sequence(let elements):
      shape = .foreign(reason: "")
      readList(elements, as: Registry.Shape.topLevelList)
    case .mapping:
      shape = .map
      readMapping(root)
    }
    if DataColumns.describe(features.map(\.node)) {
      self = RegistryLayout(foreign: "its features are columns of data, not units of work")
    }
  }

  private init(foreign reason: String) {
    shape = .foreign(reason: reason)
  }

  private mutating func readMapping(_ root: YAMLNode) {
    let names = root.entries.map(\.name)
    guard names.contains(where: Self.topLevelKeys.contains) else {
      let isMisspelt = names.contains { nearMiss(to: $0, among: Self.topLevelKeys) != nil }
      if !names.isEmpty, !isMisspelt {
        shape = .foreign(reason: "it has none of the keys of a feature registry")
      }
      return
    }
    guard let value = root["features"] else { return }
    switch value.content {
    case .scalar: break
    case .sequence(let elements): readList(elements, as: Registry.Shape.list)
    case .mapping:
      let entries = value.entries
      if !entries.isEmpty, entries.allSatisfy({ $0.value.string != nil }) {
        shape = .foreign(reason: "its features are switches, not units of work")
        return
      }
      features = entries.map { ($0.locatedName, $0.value, $0.range) }
    }
  }

  private mutating func readList(
    _ elements: [YAMLNode], as makeShape: (String) -> Registry.Shape
  ) {
    if !elements.isEmpty, !elements.contains(where: \.isMapping) {
      shape = .foreign(reason: "it is a list of bare names that says nothing about them")
      return
    }
    let counts = Self.identityKeys.map { key in elements.count { $0[key]?.string != nil } }
    guard let most = counts.max(), most > 0, let best = counts.firstIndex(of: most) else {
      shape =
        elements.isEmpty
        ? makeShape("id") : .foreign(reason: "its entries have no 'id', 'key' or 'name'")
      return
    }
    let identity = Self.identityKeys[best]
    shape = makeShape(identity)
    for element in elements {
      if let name = element[identity], let text = name.string {
        features.append((Located(text, at: name.range), element, element.range))
      } else {
        nameless.append(element)
      }
    }
  }
}

/// Tells the features of machine-learning feature stores, which are columns, from units of work.
private enum DataColumns {
  private static let signs = [
    "dtype", "data_type", "value_type", "feature_type", "entity", "entities", "source_table",
    "transformation", "transform", "aggregation", "window", "default_value", "join_key",
    "join_keys", "online", "offline", "ttl", "column", "sql", "formula", "expression",
  ]
  private static let counterSigns = [
    "specs_location", "primary_agent", "supporting_agents", "qa_agents", "pages", "depends_on",
    "key_components", "critical_rules", "acceptance_criteria", "user_story",
  ]

  /// Whether most of the entries look like columns and none like a unit of work.
  static func describe(_ nodes: [YAMLNode]) -> Bool {
    guard !nodes.isEmpty else { return false }
    var columns = 0
    for node in nodes {
      let names = Set(node.entries.map(\.name))
      if !names.isDisjoint(with: counterSigns) { return false }
      if !names.isDisjoint(with: signs) { columns += 1 }
    }
    return columns * 2 > nodes.count
  }
}
