import SpecModel

/// Where the settings of single capabilities may stand.
enum CapabilityPlaces {
  private static let orchestrator = ".claude/orchestrator"
  /// The file of a project's MCP servers, which Claude Code reads.
  private static let serverFile = ".mcp.json"

  /// Every path at which such a file is looked for.
  static let paths: [String] =
    [serverFile]
    + CapabilityKind.allCases.flatMap { kind in
      kind.fileNames.flatMap { name in
        [".claude/\(name)", "\(orchestrator)/\(name)"]
          + [kind.folder].compactMap { $0 }.map { "\(orchestrator)/\($0)/\(name)" }
      }
    }

  /// The files that are there, in the byte order of their paths.
  ///
  /// Lists the two folders, and those in the second that bear the name of a capability.
  static func find(in source: some ByteSource) -> [(path: String, kind: CapabilityKind)] {
    var found: [(path: String, kind: CapabilityKind)] = []
    if source.exists(serverFile) { found.append((serverFile, .mcp)) }
    var holdsOrchestrator = false
    for entry in (try? source.list(".claude")) ?? [] {
      if entry.name == "orchestrator" { holdsOrchestrator = true }
      if let kind = CapabilityKind(fileName: entry.name), entry.kind != .directory {
        found.append((RelativePath.join(".claude", entry.name), kind))
      }
    }
    if holdsOrchestrator { findBesideOrchestrator(in: source, &found) }
    return found.sorted { ByteOrder.precedes($0.path, $1.path) }
  }

  private static func findBesideOrchestrator(
    in source: some ByteSource, _ found: inout [(path: String, kind: CapabilityKind)]
  ) {
    for entry in (try? source.list(orchestrator)) ?? [] {
      let path = RelativePath.join(orchestrator, entry.name)
      if entry.kind != .directory {
        if let kind = CapabilityKind(fileName: entry.name) { found.append((path, kind)) }
        continue
      }
      guard let kind = CapabilityKind.allCases.first(where: { $0.folder == entry.name }) else {
        continue
      }
      for name in kind.fileNames {
        let file = RelativePath.join(path, name)
        if source.exists(file) { found.append((file, kind)) }
      }
    }
  }
}
