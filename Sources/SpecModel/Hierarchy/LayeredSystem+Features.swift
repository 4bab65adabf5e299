extension Workspace {
  /// The modules of all layers as features that can be planned, layer by layer.
  ///
  /// The name is that of the module; where a feature or another module has the same, that of the layer
  /// stands before it.
  package var moduleFeatures: [Feature] {
    guard let layered else { return [] }
    var counts: [String: Int] = [:]
    for feature in features { counts[feature.name, default: 0] += 1 }
    for layer in layered.layers {
      for module in layer.modules { counts[module.name, default: 0] += 1 }
    }
    var taken: Set<String> = []
    return layered.layers.flatMap { layer in
      layer.modules.map { module in
        let directory = String(module.path.dropLast(3))
        var name = counts[module.name] == 1 ? module.name : "\(layer.name)/\(module.name)"
        if !taken.insert(name).inserted { name = directory }
        return Feature(name: name, directory: directory, layout: .claude, tasks: module.tasks)
      }
    }
  }

  /// The modules of layers in a given order, by the numbers of the layers.
  package func moduleFeatures(inLayers order: [Int]) -> [Feature] {
    guard let layered else { return [] }
    let firsts = layered.firstModules
    let features = moduleFeatures
    return order.flatMap { features[firsts[$0]..<firsts[$0] + layered.layers[$0].modules.count] }
  }
}

extension Feature {
  /// The layer that the feature is a module of; `nil` for other features.
  package var moduleLayer: String? {
    let parts = directory.utf8.split(separator: UInt8(ascii: "/"))
    guard parts.count > 3, directory.hasPrefix(LayeredSystem.layersFolder + "/"),
      directory.hasSuffix("_AGENT")
    else { return nil }
    return String(Substring(parts[2]))
  }

  /// The agent of the module that the feature is; `nil` for other features.
  package var moduleAgent: String? {
    moduleLayer == nil ? nil : AgentFile.baseName(of: directory)
  }
}

extension LayeredSystem {
  /// For each layer the number of its first module, counted layer by layer.
  package var firstModules: [Int] {
    var count = 0
    return layers.map { layer in
      defer { count += layer.modules.count }
      return count
    }
  }
}
