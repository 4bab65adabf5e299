import SpecModel

/// What there is to read in a workspace, found without reading any of it.
struct Discovery: Sendable {
  var folders: [FeatureFolder] = []
  /// Paths of agents, in order.
  var agents: [String] = []
  var directories: Set<String> = []
  var unreadable: [UnreadableFile] = []
  /// Directories walked through, by where they really are: links must not lead in circles, nor one
  /// directory be read under two names.
  private var walked: Set<String> = []

  init(of source: some ByteSource) {
    for place in Feature.Layout.places {
      let isOurs = place.layout.hasDrawers
      let found = subdirectories(of: place.directory, in: source, notesAll: isOurs) ?? []
      for folder in found where place.layout.mayName(RelativePath.split(folder).name) {
        // Of somebody else's directory only what is a feature is noted.
        if !isOurs {
          let names = place.layout.documentNames
          let marks = place.layout == .specKit ? names.requirements : ["proposal.md", names.tasks]
          guard marks.contains(where: { source.exists(RelativePath.join(folder, $0)) }) else {
            continue
          }
          directories.formUnion([place.directory, folder])
        }
        folders.append(
          FeatureFolder(directory: folder, layout: place.layout, mayHoldFeatures: isOurs))
      }
    }
    findAgents(in: source)
  }

  /// The directories in a directory, in order, hidden ones left out; `nil` where there is none.
  ///
  /// All are noted as there, and what cannot be used as unreadable, unless only some are of interest.
  private mutating func subdirectories(
    of directory: String, in source: some ByteSource, notesAll: Bool
  ) -> [String]? {
    guard let entries = entries(of: directory, in: source, notesFault: notesAll) else {
      return nil
    }
    if notesAll { directories.insert(directory) }
    walked.insert(directory)
    var result: [String] = []
    for entry in entries where entry.name.utf8.first != UInt8(ascii: ".") {
      let path = RelativePath.join(directory, entry.name)
      switch entry.kind {
      case .file: break
      case .directory:
        guard walked.insert(entry.linkTarget ?? path).inserted else { continue }
        if notesAll { directories.insert(path) }
        result.append(path)
      case .unusable(let reason):
        if notesAll { unreadable.append(UnreadableFile(path: path, reason: reason.phrase)) }
      }
    }
    result.sort(by: ByteOrder.precedes)
    return result
  }

  private mutating func entries(
    of directory: String, in source: some ByteSource, notesFault: Bool = true
  ) -> [DirectoryEntry]? {
    do throws(FileError) {
      let entries = try source.list(directory)
      // What a directory is really called comes before the links to it, and these in order, so that
      // the same ones are followed each time.
      let links = entries.filter { $0.linkTarget != nil }
      if links.isEmpty { return entries }
      return entries.filter { $0.linkTarget == nil }
        + links.sorted { ByteOrder.precedes($0.name, $1.name) }
    } catch {
      if error != .missing, notesFault {
        unreadable.append(UnreadableFile(path: directory, reason: error.phrase))
      }
      return nil
    }
  }

  private mutating func findAgents(in source: some ByteSource) {
    var waiting = [(directory: ".claude/agents", depth: 1)]
    walked.insert(".claude/agents")
    while let (directory, depth) = waiting.popLast() {
      for entry in entries(of: directory, in: source) ?? [] {
        let path = RelativePath.join(directory, entry.name)
        let isMarkdown = entry.name.hasSuffix(".md")
        switch entry.kind {
        case .file:
          if isMarkdown { agents.append(path) }
        case .directory:
          guard entry.name.utf8.first != UInt8(ascii: "."),
            walked.insert(entry.linkTarget ?? path).inserted
          else { continue }
          if depth < SourceLimits.agentDepth {
            waiting.append((path, depth + 1))
          } else {
            unreadable.append(UnreadableFile(path: path, reason: FileError.tooDeep.phrase))
          }
        case .unusable(let reason):
          if isMarkdown || reason != .missing {
            unreadable.append(UnreadableFile(path: path, reason: reason.phrase))
          }
        }
      }
    }
    agents.sort(by: ByteOrder.precedes)
  }
}
