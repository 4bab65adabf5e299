import Diagnostics
import SpecModel
import SpecRules

/// One entry of the outline of a document.
struct OutlineItem: Sendable {
  /// The kinds of the language server protocol that come nearest.
  enum Kind: Int, Sendable {
    case module = 2
    case namespace = 3
    case classKind = 5
    case property = 7
    case interface = 11
    case string = 15
    case key = 20
    case event = 24
  }

  /// Entries deeper than this stand beside those that they would stand below.
  static let depthLimit = 24

  var name: String
  var detail = ""
  var kind: Kind
  var range: Range<Offset>
  var selection: Range<Offset>
  var children: [OutlineItem] = []

  init(_ name: String, _ kind: Kind, at range: Range<Offset>, selection: Range<Offset>) {
    // Editors refuse an entry without a name.
    self.name = name.isEmpty ? "…" : name.onOneLine
    self.kind = kind
    self.range = range
    self.selection = selection
  }

  /// The entry and all below it, in the order of the document.
  var flattened: [OutlineItem] { [self] + children.flatMap(\.flattened) }

  static func outline(of path: String, in folder: ServerFolder) -> [OutlineItem] {
    let workspace = folder.workspace
    if let feature = folder.feature(of: path) {
      if path == feature.requirements?.path { return feature.requirements.map(outline) ?? [] }
      if path == feature.design?.path { return feature.design.map(outline) ?? [] }
      return feature.tasks.map(outline) ?? []
    }
    if let registry = workspace.registry, registry.file.path == path {
      return registry.features.map {
        OutlineItem(
          $0.name.value, .module, at: $0.range.union($0.name.range), selection: $0.name.range)
      }
    }
    if let configuration = workspace.configuration, configuration.file.path == path {
      return configuration.agents.map {
        OutlineItem($0.name.value, .classKind, at: $0.name.range, selection: $0.name.range)
      }
    }
    guard let agent = workspace.agents.first(where: { $0.file.path == path }) else { return [] }
    return [
      OutlineItem(
        agent.identity, .classKind, at: agent.file.range,
        selection: agent.name?.range ?? Range(0, 0))
    ]
  }

  private static func outline(_ document: RequirementsDocument) -> [OutlineItem] {
    let items = document.requirements.map { requirement in
      var item = OutlineItem(
        "\(requirement.id) \(requirement.title)", .interface,
        at: requirement.block.union(requirement.range), selection: requirement.range)
      item.children = requirement.criteria.map {
        OutlineItem(
          "\($0.id) \(document.text.text($0.textRange).prefix(100))", .property,
          at: $0.textRange.union($0.idRange), selection: $0.idRange)
      }
      return item
    }
    return nest(items, parents: document.requirements.map(\.parent))
  }

  private static func outline(_ document: TasksDocument) -> [OutlineItem] {
    let ends = document.subtreeEnds
    let items = document.tasks.indices.map { index in
      let task = document.tasks[index]
      var item = OutlineItem(
        "\(task.hasWrittenID ? task.id + " " : "")\(task.title)", .event,
        at: task.range.lowerBound..<max(ends[index], task.range.upperBound), selection: task.range)
      if task.state.isSettled { item.detail = "done" }
      return item
    }
    return nest(items, parents: document.tasks.map(\.parent))
  }

  private static func outline(_ document: DesignDocument) -> [OutlineItem] {
    let ranges = document.sectionRanges
    var parents: [Int?] = []
    var open: [Int] = []
    for (index, section) in document.sections.enumerated() {
      while let last = open.last, document.sections[last].level >= section.level {
        open.removeLast()
      }
      parents.append(open.last)
      open.append(index)
    }
    let items = document.sections.indices.map {
      OutlineItem(
        document.sections[$0].title.value, .string, at: ranges[$0],
        selection: document.sections[$0].title.range)
    }
    return nest(items, parents: parents)
  }

  /// A tree of entries whose parents come before them; linear.
  private static func nest(_ items: [OutlineItem], parents: [Int?]) -> [OutlineItem] {
    var items = items
    var depths = [Int](repeating: 0, count: items.count)
    var effective: [Int?] = []
    for index in items.indices {
      var parent = parents[index].flatMap { $0 < index ? $0 : nil }
      if let above = parent, depths[above] >= depthLimit { parent = effective[above] }
      depths[index] = parent.map { depths[$0] + 1 } ?? 0
      effective.append(parent)
    }
    // From the back, so that an entry is whole before it goes into another.
    var below = [[OutlineItem]](repeating: [], count: items.count)
    var roots: [OutlineItem] = []
    for index in items.indices.reversed() {
      items[index].children += below[index].reversed()
      if let parent = effective[index] {
        below[parent].append(items[index])
      } else {
        roots.append(items[index])
      }
    }
    return roots.reversed()
  }
}

extension Range<Offset> {
  /// The smallest range that holds both.
  func union(_ other: Range<Offset>) -> Range<Offset> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
