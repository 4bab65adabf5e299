import Diagnostics
import SpecModel
import SpecRendering
import SpecWorkspace
import YAMLSyntax

/// Writes the documents of imported features and registers them: everything or nothing.
struct ImportWriting {
  let items: [ImportItem]
  let planning: ImportPlanning
  private let registry: RegistryAdditions
  /// The names of features that were registered before, with another folder than that of the import.
  private let elsewhere: [(name: String, folder: String)]
  /// How many features the registry learns of.
  private let additions: Int

  init(_ items: [ImportItem], _ planning: ImportPlanning, agent: String?) throws {
    self.items = items
    self.planning = planning
    var registry = try RegistryAdditions(planning.target.workspace)
    let agent = agent ?? planning.target.workspace.configuration?.planning.defaultAgent?.value
    var elsewhere: [(String, String)] = []
    var additions: [(name: String, fields: [YAMLValue.Pair])] = []
    var names: Set<String> = []
    for item in items where item.isThere {
      if registry.knows(item.name) {
        if let other = planning.otherFolder(of: item) { elsewhere.append((item.name, other)) }
      } else if names.insert(item.name).inserted {
        additions.append((item.name, item.registryFields(agent: agent)))
      }
    }
    try registry.add(additions)
    self.registry = registry
    self.elsewhere = elsewhere
    self.additions = additions.count
  }

  private var written: [ImportItem] { items.filter { $0.state == .new } }

  /// Whether every feature could be imported or was there.
  var isComplete: Bool {
    !items.contains { if case .impossible = $0.state { true } else { false } }
  }

  func write() throws {
    var changes = WorkspaceChanges()
    for item in written {
      for document in item.result.documents {
        changes.create(RelativePath.join(item.folder, document.name), document.bytes)
      }
    }
    registry.add(to: &changes)
    guard !changes.isEmpty else { return }
    let writer: WorkspaceWriter
    do throws(FileError) {
      writer = try WorkspaceWriter(root: planning.target.root)
    } catch {
      throw CommandFailure("cannot write in '\(planning.target.root)': \(error.phrase)")
    }
    do throws(WriteError) {
      try changes.apply(with: writer)
    } catch {
      throw CommandFailure(error)
    }
  }

  func report(isDryRun: Bool, _ terminal: TerminalTraits) -> ImportReport {
    var word: String?
    if registry.isChanged {
      word =
        switch (registry.old == nil, isDryRun) {
        case (true, true): "would write"
        case (true, false): "wrote"
        case (false, true): "would change"
        case (false, false): "changed"
        }
    }
    return ImportReport(
      items: items, registryPath: registry.path, registryWord: word,
      projectPaths: planning.projectPaths(of: Set(written.map(\.candidate.source))),
      isDryRun: isDryRun, terminal: terminal)
  }

  /// How each document would differ from the one it is made from, and the change of the registry.
  func difference(showsColor: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for item in written {
      for document in item.result.documents {
        let path = RelativePath.join(item.folder, document.name)
        bytes += UnifiedDiff(path, from: document.original, to: document.bytes)
          .bytes(showsColor: showsColor)
      }
    }
    if let new = registry.new {
      bytes += UnifiedDiff(registry.path, from: registry.old ?? [], to: new)
        .bytes(showsColor: showsColor)
    }
    return bytes
  }

  /// Says what came of it and what comes next.
  func talk(isDryRun: Bool, _ console: Console) {
    for item in items {
      guard case .impossible(let reason, let help) = item.state else { continue }
      console.warn("'\(item.candidate.directory)' is not imported: \(reason)")
      if let help { console.advise(help) }
    }
    for (name, folder) in elsewhere {
      console.warn("feature '\(name)' is registered with the folder '\(folder)' and stays so")
      console.advise("change 'specs_location' in '\(registry.path)' to '.claude/specs/\(name)/'")
    }
    if written.isEmpty {
      let registered = additions == 1 ? "1 feature" : "\(additions) features"
      console.say(
        additions == 0
          ? "nothing to import" : "\(isDryRun ? "would register" : "registered") \(registered)")
    } else {
      console.say("\(isDryRun ? "would import" : "imported") \(ImportReport.counts(of: written))")
      let originals = planning.isWithinOneWorkspace ? written.count(where: \.isReadTwice) : 0
      if originals > 0 {
        let (subject, they) =
          originals == 1 ? ("original is", "it is") : ("originals are", "they are")
        console.advise("the \(subject) read too, and planned, as long as \(they) there")
      }
    }
    guard !isDryRun, additions > 0 || !written.isEmpty,
      let first = items.first(where: \.isThere)
    else { return }
    let count = items.count(where: \.isThere)
    console.say("next: specctl validate" + (count == 1 ? " \(first.name)" : ""))
  }
}

extension ImportItem {
  /// Whether specctl reads the source as a feature, beside what was made of it.
  fileprivate var isReadTwice: Bool {
    if case .capability = candidate.content { false } else { true }
  }

  /// The entry of the feature in the registry.
  fileprivate func registryFields(agent: String?) -> [YAMLValue.Pair] {
    var fields: [YAMLValue.Pair] = []
    if state != .inPlace {
      fields.append(.init("description", .string(FeatureScaffold.title(for: name))))
    }
    fields.append(.init("specs_location", .string(folder + "/")))
    if let agent { fields.append(.init("primary_agent", .string(agent))) }
    return fields
  }
}

extension ImportPlanning {
  /// The folder that the registry has for the feature's name, where it is another one.
  fileprivate func otherFolder(of item: ImportItem) -> String? {
    let entry = target.workspace.registry?.features.first { $0.name.value == item.name }
    guard let location = entry?.specsLocation?.value,
      RelativePath.normalized(location) != item.folder
    else { return nil }
    return location
  }
}
