package import SpecModel

/// A feature that could be imported.
package struct ImportCandidate: Sendable {
  /// What it is made from.
  package enum Content: Sendable {
    /// Documents in the grammar of `.claude/specs`.
    case documents(Feature)
    case specKit(Feature)
    /// A change of OpenSpec; the change is `nil` where there are only tasks, the feature where there
    /// are neither tasks nor a design.
    case change(OpenSpecProject.Change?, Feature?)
    /// What a capability of OpenSpec does now.
    case capability(OpenSpecProject.Capability)
  }

  package var source: ImportSource
  /// The folder's name.
  package var name: String
  /// The folder relative to the root of the source.
  package var directory: String
  package var content: Content

  /// Whether the feature is done with: in an archive.
  package var isArchived: Bool { directory.hasPrefix(".spec-workflow/archive/") }

  private init(
    _ source: ImportSource, _ name: String, _ directory: String, _ content: Content
  ) {
    self.source = source
    self.name = name
    self.directory = directory
    self.content = content
  }

  /// All that could be imported, by source and then in the order of the folders.
  ///
  /// Capabilities of OpenSpec are no features that anybody works on: they have to be asked for.
  package static func all(
    in workspace: Workspace, withCapabilities: Bool = false
  ) -> [ImportCandidate] {
    var candidates = workspace.features.filter { $0.layout != .openSpec }.map { feature in
      ImportCandidate(
        ImportSource(of: feature), feature.name, feature.directory,
        feature.layout == .specKit ? .specKit(feature) : .documents(feature))
    }
    candidates += changes(of: workspace)
    if withCapabilities {
      candidates += (workspace.openSpec?.capabilities ?? []).map {
        ImportCandidate(.openSpec, $0.name, "openspec/specs/\($0.name)", .capability($0))
      }
    }
    return ImportSource.allCases.flatMap { source in candidates.filter { $0.source == source } }
  }

  private static func changes(of workspace: Workspace) -> [ImportCandidate] {
    var features: [String: Feature] = [:]
    for feature in workspace.features where feature.layout == .openSpec {
      features[feature.directory] = feature
    }
    var found = (workspace.openSpec?.changes ?? []).map { change in
      ImportCandidate(
        .openSpec, change.name, change.directory,
        .change(change, features.removeValue(forKey: change.directory)))
    }
    found += features.values.map { feature in
      ImportCandidate(.openSpec, feature.name, feature.directory, .change(nil, feature))
    }
    return found.sorted { $0.directory.utf8.lexicographicallyPrecedes($1.directory.utf8) }
  }
}
