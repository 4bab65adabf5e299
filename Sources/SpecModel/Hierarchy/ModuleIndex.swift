/// Finds the modules that words and paths in the documents of a system mean.
package struct ModuleIndex: Sendable {
  /// A module by the number of its layer and its own number there.
  package struct Place: Sendable, Hashable {
    /// The index in ``LayeredSystem/layers``.
    package var layer: Int
    /// The index in ``LayeredSystem/Layer/modules``.
    package var module: Int

    package init(layer: Int, module: Int) {
      self.layer = layer
      self.module = module
    }
  }

  /// What a reference leads to.
  package enum Target: Sendable, Hashable {
    case module(Place)
    /// Nothing here: a library, or a word that means something else.
    case elsewhere
    /// The name is plainly one of a module, and there is none.
    case unknown
  }

  private let system: LayeredSystem
  /// By names in normal form; several modules may have one.
  private var byName: [String: [Place]] = [:]
  /// By the ends of the paths of primary files, of two parts and more; `nil` where several end so.
  private var byPath: [String: Place?] = [:]

  /// Linear in the modules.
  package init(_ system: LayeredSystem) {
    self.system = system
    for (layer, content) in system.layers.enumerated() {
      for (number, module) in content.modules.enumerated() {
        let place = Place(layer: layer, module: number)
        let names = [module.name, module.displayName, Self.fileStem(module)]
        for name in Set(names.map { ModuleName.normal($0) }) where !name.isEmpty {
          byName[name, default: []].append(place)
        }
        for key in Self.ends(Self.parts(module.primaryFile?.path ?? "")) {
          byPath.updateValue(byPath[key] == nil ? place : nil, forKey: key)
        }
      }
    }
  }

  /// What a reference in the document of a module means.
  package func target(of reference: ModuleReference, from place: Place) -> Target {
    switch reference.form {
    case .agent:
      let stem = ModuleName.stem(of: reference.name) ?? reference.name
      return module(named: stem, from: place).map { .module($0) } ?? .unknown
    case .module:
      return module(named: reference.name, from: place).map { .module($0) } ?? .unknown
    case .word:
      return module(named: reference.name, from: place).map { .module($0) } ?? .elsewhere
    case .path(let members, let isRelative):
      return path(reference.name, members, isRelative, from: place)
        .map { .module($0) } ?? .elsewhere
    }
  }

  /// The modules of a name in any form: `portfolio`, `EventLoop`, `PORTFOLIO_AGENT` or `core/portfolio`.
  package func modules(named name: String) -> [Place] {
    let parts = name.split(separator: "/")
    guard let last = parts.last else { return [] }
    let stem = ModuleName.stem(of: last) ?? String(last)
    let found = byName[ModuleName.normal(stem)] ?? []
    guard parts.count == 2 else { return parts.count == 1 ? found : [] }
    let layer = ModuleName.normal(parts[0])
    return found.filter { ModuleName.normal(system.layers[$0.layer].name) == layer }
  }

  /// The module of a name: of several the one in the same layer counts.
  private func module(named name: String, from place: Place) -> Place? {
    let found = byName[ModuleName.normal(name)] ?? []
    return found.first { $0.layer == place.layer } ?? (found.count == 1 ? found[0] : nil)
  }

  // MARK: Paths

  private func path(
    _ path: String, _ members: [String], _ isRelative: Bool, from place: Place
  ) -> Place? {
    let parts = Self.parts(path)
    guard let last = parts.last else { return nil }
    // What is imported may be a name in the file, or the file by its name.
    let attempts =
      members.map { parts + [ModuleName.normal($0)] } + [parts]
      + (parts.count > 2 ? [Array(parts.dropLast())] : [])
    for attempt in attempts {
      if let found = byPath[attempt.joined(separator: "/")] ?? nil { return found }
      if let found = inLayer(attempt) { return found }
    }
    guard parts.count == 1, isRelative || !Self.commonNames.contains(last) else { return nil }
    return byName[last]?.first { $0.layer == place.layer }
  }

  /// `…/core/events`, where a layer `core` has a module `events`.
  private func inLayer(_ parts: [String]) -> Place? {
    guard parts.count > 1 else { return nil }
    let layer = parts[parts.count - 2]
    return byName[parts[parts.count - 1]]?.first {
      ModuleName.normal(system.layers[$0.layer].name) == layer
    }
  }

  /// Modules of standard libraries, whose names say nothing when they stand alone.
  private static let commonNames: Set<String> = [
    "calendar", "collections", "json", "logging", "math", "queue", "random", "signal",
    "statistics", "time", "types",
  ]

  private static func fileStem(_ module: ModuleDocument) -> String {
    parts(module.primaryFile?.path ?? "").last ?? module.name
  }

  /// The parts of a path in normal form, without the extension.
  private static func parts(_ path: String) -> [String] {
    var path = path[...]
    if let dot = path.lastIndex(of: "."), dot > (path.lastIndex(of: "/") ?? path.startIndex) {
      path = path[..<dot]
    }
    return path.split(separator: "/").prefix(32).map { ModuleName.normal($0) }
  }

  private static func ends(_ parts: [String]) -> [String] {
    guard parts.count > 1 else { return [] }
    return (0..<parts.count - 1).map { parts[$0...].joined(separator: "/") }
  }
}
