import Diagnostics
import SpecModel
import SpecRendering

/// What an import did, or would do, for people.
struct ImportReport {
  let items: [ImportItem]
  let registryPath: String
  /// What happens to the registry; `nil` where nothing does.
  let registryWord: String?
  let projectPaths: [String]
  let isDryRun: Bool
  let terminal: TerminalTraits

  var text: String {
    var text = StyledText(showsColor: terminal.showsColor)
    for item in items { write(item, to: &text) }
    if let registryWord { line(registryWord, .success, registryPath, to: &text) }
    let written = items.filter { $0.state == .new }
    for remark in written.flatMap(\.result.remarks) {
      line("note", .note, "\(remark.place): \(remark.words)", to: &text)
    }
    for item in written { writeLeft(item.left, to: &text) }
    writeLeft(projectPaths, to: &text)
    return text.text
  }

  private func write(_ item: ImportItem, to text: inout StyledText) {
    switch item.state {
    case .new:
      for document in item.result.documents {
        line(
          isDryRun ? "would write" : "wrote", .success, "\(item.folder)/\(document.name)",
          to: &text)
      }
    case .present(let isSame):
      let why = isSame ? "holds the same already" : "has documents already"
      line(isDryRun ? "would keep" : "kept", .faint, "\(item.folder), which \(why)", to: &text)
    case .inPlace, .impossible: break
    }
  }

  /// The most paths that are told of one by one.
  private static let mostLeft = 12

  private func writeLeft(_ paths: [String], to text: inout StyledText) {
    let shown = paths.count > Self.mostLeft ? Self.mostLeft - 1 : paths.count
    for path in paths.prefix(shown) { line("left", .faint, path, to: &text) }
    if shown < paths.count {
      line("left", .faint, "\(paths.count - shown) more beside them", to: &text)
    }
  }

  private func line(
    _ word: String, _ style: TerminalStyle, _ rest: String, to text: inout StyledText
  ) {
    text.append(word + " ", style)
    text.append(rest)
    text.endLine()
  }
}

extension ImportReport {
  /// How much was imported: `2 features, 3 requirements, 12 criteria, 8 tasks`.
  static func counts(of items: [ImportItem]) -> String {
    var (requirements, criteria, tasks) = (0, 0, 0)
    for document in items.flatMap(\.result.documents) {
      let file = SourceFile(path: document.name, bytes: document.bytes)
      switch document.name {
      case "requirements.md", "bugfix.md":
        let found = RequirementsDocument(reading: file).requirements
        requirements += found.count
        criteria += found.reduce(0) { $0 + $1.criteria.count }
      case "tasks.md": tasks += TasksDocument(reading: file).tasks.count(where: \.isLeaf)
      default: break
      }
    }
    return [
      counted(items.count, "feature", "features"),
      counted(requirements, "requirement", "requirements"),
      counted(criteria, "criterion", "criteria"), counted(tasks, "task", "tasks"),
    ].joined(separator: ", ")
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// A line for each feature that could be imported, with what it would become.
  static func overview(
    of items: [ImportItem], isRegistered: (ImportItem) -> Bool, terminal: TerminalTraits
  ) -> String {
    var table = TextTable([
      .init("source", isCut: false), .init("from", isCut: false),
      .init("becomes"),
    ])
    for item in items {
      let becomes: TextTable.Cell =
        switch item.state {
        case .new where item.candidate.isArchived:
          .init("\(item.name) (archived)", style: .faint)
        case .new: .init(item.name, style: .heading)
        case .inPlace: .init(isRegistered(item) ? "registered already" : "registered")
        case .present: .init("\(item.name) (there already)", style: .faint)
        case .impossible: .init("nothing; 'import' says why", style: .faint)
        }
      table.append([
        .init(item.candidate.source.rawValue), .init(item.candidate.directory), becomes,
      ])
    }
    return table.text(width: terminal.width, showsColor: terminal.showsColor)
  }
}
