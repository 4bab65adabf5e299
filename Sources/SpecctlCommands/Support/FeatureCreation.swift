import Diagnostics
import SpecModel
import SpecRendering
import SpecRules
import SpecWorkspace
import YAMLSyntax

/// Writes the documents of a new feature and registers it.
struct FeatureCreation {
  /// What was done to each path.
  struct Report {
    enum Action: String { case wrote, replaced, changed, kept }

    var actions: [(action: Action, path: String)] = []
    var isDryRun: Bool
  }

  let session: Session
  let isForced: Bool
  let isDryRun: Bool

  private var workspace: Workspace { session.workspace }

  /// The agent of features that name none.
  var defaultAgent: String? { workspace.configuration?.planning.defaultAgent?.value }

  func checkFeature(_ name: String) throws {
    let known =
      workspace.features.map(\.name) + (workspace.registry?.features ?? []).map(\.name.value)
    guard !known.contains(name) else { return }
    throw CommandFailure(
      "there is no feature '\(name)'",
      help: nearMiss(to: name, among: known).map { "did you mean '\($0)'?" }
        ?? "'specctl list' lists the features")
  }

  func checkAgent(_ name: String) throws {
    let known = WorkspaceContext(workspace).agentNames
    guard !known.isEmpty, !known.contains(name) else { return }
    throw CommandFailure(
      "there is no agent '\(name)'",
      help: nearMiss(to: name, among: known.sorted()).map { "did you mean '\($0)'?" }
        ?? "'specctl agents' lists the agents")
  }

  /// Writes everything or, when something stands in the way, nothing.
  func create(_ scaffold: FeatureScaffold) throws -> Report {
    let source = try opened { () throws(FileError) in try DiskSource(root: session.root) }
    let folder = ".claude/specs/\(scaffold.name)"
    let files = scaffold.files(in: folder, ownTemplates: try ownTemplates(source))
    let existing = files.map(\.path).filter { source.exists($0) }
    if let first = existing.first, !isForced {
      throw CommandFailure("'\(first)' exists already", help: "'--force' writes it anew")
    }
    let registration = try registration(of: scaffold, in: folder)
    var report = Report(isDryRun: isDryRun)
    for file in files {
      report.actions.append((existing.contains(file.path) ? .replaced : .wrote, file.path))
    }
    if let registration {
      report.actions.append((registration.old == nil ? .wrote : .changed, registration.path))
    } else if let registry = workspace.registry {
      report.actions.append((.kept, registry.file.path))
    }
    if isDryRun { return report }
    let writer = try opened { () throws(FileError) in try WorkspaceWriter(root: session.root) }
    var changes = WorkspaceChanges()
    for file in files {
      if existing.contains(file.path) {
        let old = try read(file.path, source)
        changes.replace(file.path, read: old, with: Array(file.text.utf8))
      } else {
        changes.create(file.path, Array(file.text.utf8))
      }
    }
    registration?.add(to: &changes)
    do throws(WriteError) {
      try changes.apply(with: writer)
    } catch {
      throw CommandFailure(error)
    }
    return report
  }

  private func opened<Value>(_ open: () throws(FileError) -> Value) throws -> Value {
    do throws(FileError) {
      return try open()
    } catch {
      throw CommandFailure("cannot open '\(session.root)': \(error.phrase)")
    }
  }

  /// The workspace's own templates of documents.
  private func ownTemplates(_ source: DiskSource) throws -> [DocumentKind: Template] {
    var templates: [DocumentKind: Template] = [:]
    for kind in DocumentKind.allCases {
      let path = ".claude/templates/\(kind.templateName)"
      guard source.exists(path) else { continue }
      templates[kind] = Template(String(decoding: try read(path, source), as: UTF8.self))
    }
    return templates
  }

  private func read(_ path: String, _ source: DiskSource) throws -> [UInt8] {
    do throws(FileError) {
      return try source.read(path)
    } catch {
      throw CommandFailure("cannot read '\(path)': \(error.phrase)")
    }
  }

  /// How the registry comes to know the feature; `nil` when it does already.
  private func registration(of scaffold: FeatureScaffold, in folder: String) throws
    -> RegistryAdditions?
  {
    var registry = try RegistryAdditions(workspace)
    if registry.knows(scaffold.name) {
      guard isForced else {
        throw CommandFailure(
          "feature '\(scaffold.name)' is registered already",
          help: "'--force' writes its documents and leaves the entry alone")
      }
      return nil
    }
    try registry.add(scaffold.name, scaffold.registryFields(in: folder))
    return registry
  }
}

extension FeatureScaffold {
  /// The entry of the feature in the registry.
  fileprivate func registryFields(in folder: String) -> [YAMLValue.Pair] {
    var fields: [YAMLValue.Pair] = [
      .init("description", .string(title)), .init("specs_location", .string(folder + "/")),
    ]
    if let primaryAgent { fields.append(.init("primary_agent", .string(primaryAgent))) }
    func add(_ key: String, _ names: [String]) {
      if !names.isEmpty { fields.append(.init(key, .list(names.map { .string($0) }))) }
    }
    add("supporting_agents", supportingAgents)
    add("qa_agents", qaAgents)
    if let layer { fields.append(.init("layer", .string(layer))) }
    add("depends_on", dependsOn)
    return fields
  }
}

extension FeatureCreation.Report {
  /// A line for each path.
  func text(terminal: TerminalTraits) -> String {
    var text = StyledText(showsColor: terminal.showsColor)
    for (action, path) in actions {
      let word =
        switch action {
        case .wrote: isDryRun ? "would write" : "wrote"
        case .replaced: isDryRun ? "would replace" : "replaced"
        case .changed: isDryRun ? "would change" : "changed"
        case .kept: isDryRun ? "would keep" : "kept"
        }
      text.append(word + " ", .success)
      text.append(path)
      text.endLine()
    }
    return text.text
  }
}
