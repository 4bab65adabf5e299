import Diagnostics
import SpecModel
import SpecWorkspace

/// The part of a workspace that a change touches: the features whose documents, registry entry or
/// agents were changed, the features that wait for those, and the changed files themselves.
struct ChangedPart {
  /// Paths of files and of folders of features, relative to the root.
  private(set) var paths: Set<String>

  /// - Parameters:
  ///   - changed: The paths that were changed.
  ///   - workspace: The workspace after the change.
  ///   - base: The workspace before it; `nil` where there was none.
  init(_ changed: Set<String>, in workspace: Workspace, since base: GitSource?) async {
    paths = changed
    let registry = workspace.registry
    var touched: Set<String> = []
    for feature in workspace.features
    where changed.contains(where: { RelativePath.contains(feature.directory, $0) }) {
      touched.insert(feature.name)
    }
    if let path = registry?.file.path, changed.contains(path) {
      touched.formUnion(Self.changedEntries(registry, since: base, path))
    }
    let agents = Set(
      workspace.agents.filter { changed.contains($0.file.path) }.map(\.identity))
    if !agents.isEmpty {
      touched.formUnion(Self.features(with: agents, in: workspace))
    }
    // Settings hold for every feature.
    if let path = workspace.configuration?.file.path, changed.contains(path) {
      touched.formUnion(workspace.features.map(\.name))
    }
    touched.formUnion(Self.followers(of: touched, in: registry))
    paths.formUnion(workspace.features.filter { touched.contains($0.name) }.map(\.directory))
  }

  /// The features whose entry reads differently than before.
  private static func changedEntries(
    _ registry: Registry?, since base: GitSource?, _ path: String
  ) -> Set<String> {
    guard let registry else { return [] }
    var old: [String: String] = [:]
    if let base, let bytes = try? base.read(path) {
      let before = Registry(reading: SourceFile(path: path, bytes: bytes))
      for feature in before.features {
        old[feature.name.value] = before.file.text(feature.range)
      }
    }
    return Set(
      registry.features.filter { old[$0.name.value] != registry.file.text($0.range) }
        .map(\.name.value))
  }

  private static func features(with agents: Set<String>, in workspace: Workspace) -> Set<String> {
    var found: Set<String> = []
    for feature in workspace.registry?.features ?? [] {
      let named = [feature.primaryAgent].compactMap { $0 } + feature.supportingAgents
      if (named + feature.qaAgents).contains(where: { agents.contains($0.value) }) {
        found.insert(feature.name.value)
      }
    }
    for feature in workspace.features {
      if feature.tasks?.tasks.contains(where: {
        $0.agent.map { agents.contains($0.value) } ?? false
      })
        ?? false
      {
        found.insert(feature.name)
      }
    }
    return found
  }

  /// The features that wait for others, however far.
  private static func followers(of names: Set<String>, in registry: Registry?) -> Set<String> {
    var followers: [String: [String]] = [:]
    for feature in registry?.features ?? [] {
      for other in feature.dependsOn {
        followers[other.value, default: []].append(feature.name.value)
      }
    }
    var found = names
    var waiting = Array(names)
    while let next = waiting.popLast() {
      for follower in followers[next] ?? [] where found.insert(follower).inserted {
        waiting.append(follower)
      }
    }
    return found
  }
}
