import Diagnostics
import JSONSyntax
import SpecModel
import SpecRules

extension LanguageServer {
  func documentSymbols(_ parameters: JSONValue) throws(RPCError) -> ResultWriting {
    guard let (folder, path, _) = try askedDocument(parameters) else {
      return { $0.array { _ in } }
    }
    let outline = OutlineItem.outline(of: path, in: folders[folder])
    var writing = writing(folder)
    let isTree = abilities.takesSymbolTrees
    return { json in
      json.array { json in
        if isTree {
          for item in outline { writing.tree(item, in: path, to: &json) }
        } else {
          for item in outline.flatMap(\.flattened) { writing.flat(item, in: path, to: &json) }
        }
      }
    }
  }

  /// The most symbols that are told at once.
  private static let symbolLimit = 500

  /// Requirements, tasks, agents and features whose name holds the letters of the query in order.
  func workspaceSymbols(_ parameters: JSONValue) throws(RPCError) -> ResultWriting {
    let query = Array((parameters["query"].string ?? "").lowercased().unicodeScalars)
    var found: [(folder: Int, path: String, item: OutlineItem)] = []
    search: for index in folders.indices {
      let workspace = folders[index].workspace
      let paths =
        workspace.features.flatMap { [$0.requirements?.path, $0.tasks?.path] }
        + workspace.agents.map(\.file.path) + [workspace.registry?.file.path]
      for path in paths.compactMap({ $0 }) {
        let items = OutlineItem.outline(of: path, in: folders[index]).flatMap(\.flattened)
        for item in items where item.matches(query) {
          found.append((index, path, item))
          if found.count == Self.symbolLimit { break search }
        }
      }
    }
    var writings = folders.indices.map { writing($0) }
    return { json in
      json.array { json in
        for (folder, path, item) in found {
          writings[folder].flat(item, in: path, to: &json)
        }
      }
    }
  }
}

extension OutlineItem {
  /// Whether the letters of a query stand in the name in their order; linear in the name.
  fileprivate func matches(_ query: [Unicode.Scalar]) -> Bool {
    var rest = query[...]
    for scalar in name.lowercased().unicodeScalars where scalar == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}

extension EditorWriting {
  fileprivate mutating func tree(
    _ item: OutlineItem, in path: String, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("name", item.name)
      if !item.detail.isEmpty { json.member("detail", item.detail) }
      json.member("kind", item.kind.rawValue)
      json.key("range")
      write(item.range, in: path, to: &json)
      json.key("selectionRange")
      write(item.selection.clamped(to: item.range), in: path, to: &json)
      if !item.children.isEmpty {
        json.key("children")
        json.array { json in
          for child in item.children { tree(child, in: path, to: &json) }
        }
      }
    }
  }

  fileprivate mutating func flat(
    _ item: OutlineItem, in path: String, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("name", item.name)
      json.member("kind", item.kind.rawValue)
      json.key("location")
      location(path, item.selection, to: &json)
      if let container = folder.feature(of: path)?.name { json.member("containerName", container) }
    }
  }
}
