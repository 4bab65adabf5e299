package import Diagnostics
package import YAMLSyntax

extension Registry {
  /// The edits that add a feature that is there with the folder that it has, as
  /// ``registering(_:_:)`` makes them.
  package func registering(_ feature: Feature) -> [TextEdit]? {
    registering(
      feature.name, [YAMLValue.Pair("specs_location", .string(feature.directory + "/"))])
  }

  /// The edits that add a feature at the end of the features and leave every other byte alone.
  ///
  /// `nil` when the file is no registry or has a form that cannot be added to in place.
  package func registering(_ name: String, _ fields: [YAMLValue.Pair]) -> [TextEdit]? {
    guard let editor = try? YAMLEditor(parsing: file.bytes) else { return nil }
    return registering(name, fields, with: editor)
  }

  /// The same for several features at once, in their order.
  ///
  /// Where the file has no feature yet, edits may stand in each other's way: whoever applies them has to
  /// look whether all features are there.
  package func registering(
    _ features: [(name: String, fields: [YAMLValue.Pair])]
  ) -> [TextEdit]? {
    guard let editor = try? YAMLEditor(parsing: file.bytes) else { return nil }
    var edits: [TextEdit] = []
    for feature in features {
      guard let own = registering(feature.name, feature.fields, with: editor) else { return nil }
      edits += own
    }
    return edits
  }

  private func registering(
    _ name: String, _ fields: [YAMLValue.Pair], with editor: YAMLEditor
  ) -> [TextEdit]? {
    switch shape {
    case .map:
      guard let features = root?["features"] else {
        return editor.appending(
          .mapping([YAMLValue.Pair(name, .mapping(fields))]), forTopLevelKey: "features")
      }
      return editor.inserting(.mapping(fields), for: name, into: features, after: nil)
    case .list(let key):
      guard let features = root?["features"] else { return nil }
      return editor.appending(
        .mapping([YAMLValue.Pair(key, .string(name))] + fields), to: features)
    case .topLevelList(let key):
      guard let root else { return nil }
      return editor.appending(.mapping([YAMLValue.Pair(key, .string(name))] + fields), to: root)
    case .foreign, .unreadable:
      return nil
    }
  }
}
