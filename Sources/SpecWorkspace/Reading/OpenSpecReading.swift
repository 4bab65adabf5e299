import SpecModel

extension Reading {
  /// The folder of OpenSpec.
  static let openSpecFolder = "openspec"

  /// Reads what the system does and what is to be changed; changes that are archived are set apart.
  mutating func readOpenSpec(from source: some ByteSource) {
    var project = OpenSpecProject()
    project.capabilities = capabilities(in: "\(Self.openSpecFolder)/specs", from: source)
    for name in folders(in: "\(Self.openSpecFolder)/changes", from: source) where name != "archive"
    {
      let directory = "\(Self.openSpecFolder)/changes/\(name)"
      let change = OpenSpecProject.Change(
        name: name, directory: directory,
        proposal: file("\(directory)/proposal.md", from: source).map { SpecText($0) },
        deltas: capabilities(in: "\(directory)/specs", from: source))
      // A folder without either is not a change yet.
      if change.proposal != nil || !change.deltas.isEmpty { project.changes.append(change) }
    }
    if !project.isEmpty { openSpec = project }
  }

  private mutating func capabilities(
    in directory: String, from source: some ByteSource
  ) -> [OpenSpecProject.Capability] {
    folders(in: directory, from: source).compactMap { name in
      file("\(directory)/\(name)/spec.md", from: source).map {
        OpenSpecProject.Capability(name: name, document: OpenSpecDocument(reading: $0))
      }
    }
  }

  /// The names of the folders in a directory, in byte order; none where there is no directory.
  private func folders(in directory: String, from source: some ByteSource) -> [String] {
    let entries = (try? source.list(directory)) ?? []
    return entries.filter { $0.kind == .directory && $0.name.utf8.first != UInt8(ascii: ".") }
      .map(\.name).sorted(by: ByteOrder.precedes)
  }
}
