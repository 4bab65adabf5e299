import Diagnostics
package import SpecModel

/// What the rules found in each feature, for looking only at what changed the next time.
package struct FindingMemory: Sendable {
  private struct Entry: Sendable {
    var feature: Feature
    var findings: [Finding]
  }

  let surroundings: WorkspaceSurroundings?
  private var entries: [String: Entry] = [:]

  /// A memory of nothing.
  package init() {
    surroundings = nil
  }

  init(_ surroundings: WorkspaceSurroundings) {
    self.surroundings = surroundings
  }

  mutating func remember(_ findings: [Finding], in feature: Feature) {
    entries[feature.directory] = Entry(feature: feature, findings: findings)
  }

  /// What was found in a feature with these very documents, amid the same surroundings.
  func findings(in feature: Feature, amid surroundings: WorkspaceSurroundings?) -> [Finding]? {
    guard let entry = entries[feature.directory], self.surroundings == surroundings,
      entry.feature.hasSameDocuments(as: feature)
    else { return nil }
    return entry.findings
  }
}

/// What rules about a feature may see besides its own documents: the agents, the registry, the
/// configuration, and which features and folders there are.
///
/// Comparing takes constant time for each file that was not read again.
package struct WorkspaceSurroundings: Sendable, Equatable {
  private struct File: Sendable, Equatable {
    var path: String
    var bytes: [UInt8]

    init(_ file: SourceFile) {
      path = file.path
      bytes = file.bytes
    }
  }

  private var settings: [File]
  private var agents: [File]
  private var features: [String]
  private var directories: Set<String>
  private var unreadable: [UnreadableFile]

  package init(_ workspace: Workspace) {
    settings = [
      workspace.registry?.file, workspace.configuration?.file, workspace.reviewLock?.file,
    ].compactMap { $0 }.map(
      File.init)
    agents = workspace.agents.map { File($0.file) }
    features = workspace.features.map(\.directory)
    directories = workspace.directories
    unreadable = workspace.unreadable
  }
}

extension Feature {
  /// Whether another feature has the same bytes in the same documents; constant in time where both
  /// come from one reading.
  package func hasSameDocuments(as other: Feature) -> Bool {
    func isSame(_ left: SpecText?, _ right: SpecText?) -> Bool {
      left?.path == right?.path && left?.bytes == right?.bytes
    }
    return profile == other.profile && layout == other.layout
      && isSame(requirements?.text, other.requirements?.text)
      && isSame(design?.text, other.design?.text) && isSame(tasks?.text, other.tasks?.text)
  }
}
