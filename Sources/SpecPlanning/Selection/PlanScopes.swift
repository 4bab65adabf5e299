import Diagnostics
package import SpecModel

/// The parts of a workspace that a plan can be made for: the system, its layers, its modules.
package struct PlanScopes: Sendable {
  /// Why there is no scope of a name.
  package struct Fault: Error, Sendable, Hashable {
    package var message: String
    /// Which scopes can be named instead.
    package var help: String
  }

  /// The name of every scope: the system, the layers in their order, the modules layer by layer.
  package let names: [String]
  private let workspace: Workspace

  /// Layers that only the registry names come behind the others.
  package init(_ workspace: Workspace) {
    self.workspace = workspace
    let layered = workspace.layered
    let order = layered?.layerOrder ?? []
    var layers = order.compactMap { layered?.layers[$0].name }
    var known = Set(layers.map { ModuleName.normal($0) })
    for feature in workspace.registry?.features ?? [] {
      if let layer = feature.layer?.value, known.insert(ModuleName.normal(layer)).inserted {
        layers.append(layer)
      }
    }
    names =
      ["system"] + layers.map { "layer/\($0)" }
      + workspace.moduleFeatures(inLayers: order).map { "module/\($0.name)" }
  }

  /// The folders of the features, modules and layers in a scope; `nil` for the system, which is all.
  ///
  /// Names are compared as those of modules are: `layer/entry-points` is `layer/entry_points`.
  package func folders(of scope: String) throws(Fault) -> Set<String>? {
    let parts = scope.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if scope == "system" { return nil }
    if parts.count == 2, parts[0] == "layer", let found = layer(parts[1]) { return found }
    if parts.count == 2, parts[0] == "module" {
      let found = modules(String(parts[1]))
      if found.count == 1 { return [found[0].directory] }
      if found.count > 1 {
        throw Fault(
          message: "\(found.count) layers have a module '\(parts[1])'",
          help: "name one of them: "
            + found.prefix(4).map { "module/\($0.name)" }.joined(separator: ", "))
      }
    }
    throw unknown(scope)
  }

  private func layer(_ name: Substring) -> Set<String>? {
    let wanted = ModuleName.normal(name)
    guard !wanted.isEmpty else { return nil }
    var folders: Set<String> = []
    for (number, layer) in (workspace.layered?.layers ?? []).enumerated()
    where ModuleName.normal(layer.name) == wanted {
      folders.insert(layer.directory)
      folders.formUnion(workspace.moduleFeatures(inLayers: [number]).map(\.directory))
    }
    let entries = workspace.registry?.features ?? []
    let members = entries.filter { $0.layer.map { ModuleName.normal($0.value) } == wanted }
    for entry in members {
      var location = entry.specsLocation?.value[...] ?? ""
      while location.last == "/" { location.removeLast() }
      for feature in workspace.features
      where feature.name == entry.name.value || feature.directory == location {
        folders.insert(feature.directory)
      }
    }
    return folders.isEmpty && members.isEmpty ? nil : folders
  }

  private func modules(_ name: String) -> [Feature] {
    let features = workspace.moduleFeatures
    if let exact = features.first(where: { $0.name == name }) { return [exact] }
    guard let layered = workspace.layered else { return [] }
    let firsts = layered.firstModules
    return ModuleIndex(layered).modules(named: name).map { features[firsts[$0.layer] + $0.module] }
  }

  private func unknown(_ scope: String) -> Fault {
    let shown = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    let near = nearMiss(to: scope, among: names).map { "did you mean '\($0)'? " } ?? ""
    return Fault(
      message: "there is no scope '\(scope)'",
      help: names.count == 1
        ? "the workspace has no layers and no modules, only 'system'"
        : "\(near)the scopes are \(shown)")
  }
}
