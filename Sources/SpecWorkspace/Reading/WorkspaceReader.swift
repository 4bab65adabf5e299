import Diagnostics
package import SpecModel

/// Finds and reads everything of a workspace.
///
/// The work is spread over tasks, one feature at a time; the result is in the order of the paths
/// and the same for any number of tasks.
package struct WorkspaceReader: Sendable {
  /// Where a configuration may stand, the strongest first.
  package static let configurationPaths = [
    ".claude/config.yaml", ".claude/orchestrator/config.yaml", ".specctl.yaml",
  ]
  /// Where a registry may stand, the strongest first.
  package static let registryPaths = [
    ".claude/feature_registry.yaml", ".claude/orchestrator/feature_registry.yaml",
  ]

  private let source: any ByteSource
  private let selection: Selection
  private let workers: Int

  /// A reader of the selected features, with at most the given number of tasks at once; the number
  /// of processors when none is given.
  package init(
    _ source: any ByteSource, selection: Selection = .everything, workers: Int? = nil
  ) {
    self.source = source
    self.selection = selection
    self.workers = workers ?? BoundedTasks.processors
  }

  /// Reads the workspace; what cannot be read is in ``Workspace/unreadable``.
  package func read() async -> Workspace {
    var memory: ReadingMemory?
    return await read(from: source, &memory)
  }

  /// Reads the workspace but for the parts that `memory` still holds, and fills it for the next time.
  ///
  /// The result is that of ``read()`` if the memory has forgotten every path that changed meanwhile.
  package func read(reusing memory: inout ReadingMemory) async -> Workspace {
    var filled: ReadingMemory? = memory
    let workspace = await read(from: source, &filled)
    memory = filled ?? ReadingMemory()
    return workspace
  }

  private func read(
    from source: some ByteSource, _ memory: inout ReadingMemory?
  ) async -> Workspace {
    let discovery = Discovery(of: source)
    var read = memory == nil ? nil : ReadingMemory()
    let readings = await readings(of: jobs(for: discovery), from: source, memory, &read)
    var workspace = Workspace(
      unreadable: discovery.unreadable, directories: discovery.directories)
    for reading in readings { reading.add(to: &workspace) }
    await readElsewhere(from: source, memory, &read, into: &workspace)
    memory = read
    noteNamedPaths(from: source, into: &workspace)
    workspace.sort()
    return workspace
  }

  private func readings(
    of jobs: [ReadingJob], from source: some ByteSource, _ memory: ReadingMemory?,
    _ read: inout ReadingMemory?
  ) async -> [Reading] {
    guard let memory else {
      return await BoundedTasks.map(jobs, workers: workers) { $0.reading(from: source) }
    }
    let missing = jobs.filter { memory[$0] == nil }
    let found = await BoundedTasks.map(missing, workers: workers) { $0.reading(from: source) }
    var next = found.makeIterator()
    return jobs.map { job in
      let reading = memory[job] ?? next.next() ?? Reading()
      read?[job] = reading
      return reading
    }
  }

  private func jobs(for discovery: Discovery) -> [ReadingJob] {
    let namesBelow = selection.names(notAmong: discovery.folders)
    var jobs: [ReadingJob] = [
      .registries(Self.registryPaths), .configurations(Self.configurationPaths),
      .reviewLock(ReviewLock.path), .capabilities, .openSpec, .layers,
    ]
    for folder in discovery.folders {
      if selection.includes(folder.directory) {
        jobs.append(.folder(folder, selection))
      } else if !namesBelow.isEmpty {
        jobs.append(.drawer(folder, Selection(names: namesBelow)))
      }
    }
    return jobs + discovery.agents.map { .agent($0) }
  }

  /// Reads the features that the registry says are where no layout would have them.
  private func readElsewhere(
    from source: some ByteSource, _ memory: ReadingMemory?, _ read: inout ReadingMemory?,
    into workspace: inout Workspace
  ) async {
    var jobs: [ReadingJob] = []
    for feature in workspace.registry?.features ?? [] {
      guard let location = feature.specsLocation,
        let directory = RelativePath.normalized(location.value), !directory.isEmpty,
        !workspace.directories.contains(directory), source.exists(directory)
      else { continue }
      workspace.directories.insert(directory)
      if selection.includes(directory) || selection.names.contains(feature.name.value) {
        let folder = FeatureFolder(directory: directory, layout: .claude, mayHoldFeatures: false)
        jobs.append(.folder(folder, .everything))
      }
    }
    for reading in await readings(of: jobs, from: source, memory, &read) {
      reading.add(to: &workspace)
    }
  }

  /// Looks which of the paths that the registry and the configuration name exist.
  private func noteNamedPaths(from source: some ByteSource, into workspace: inout Workspace) {
    var named = workspace.registry?.features.compactMap(\.specsLocation) ?? []
    named += workspace.configuration?.pages.flatMap(\.documents) ?? []
    for path in named {
      guard let path = RelativePath.normalized(path.value), !path.isEmpty,
        !workspace.directories.contains(path), source.exists(path)
      else { continue }
      workspace.directories.insert(path)
    }
  }
}

extension Workspace {
  /// Puts everything in the byte order of its path.
  fileprivate mutating func sort() {
    // They are found in this order, but for those that the registry says are elsewhere.
    let isInOrder = features.indices.dropFirst().allSatisfy {
      !ByteOrder.precedes(features[$0].directory, features[$0 - 1].directory)
    }
    if !isInOrder { features.sort { ByteOrder.precedes($0.directory, $1.directory) } }
    unreadable.sort { ByteOrder.precedes($0.path, $1.path) }
  }
}
