import Diagnostics
import SpecRendering
import SpecWorkspace

/// The features that somebody wants to import.
struct ImportSelection {
  let source: ImportSource
  let names: [String]
  /// The name that the one feature is to get.
  let newName: String?

  init(_ source: ImportSource, _ names: [String], as newName: String?) {
    self.source = source
    self.names = names
    self.newName = newName
  }

  /// What becomes of the features; those that are done with only where they are named.
  func items(of planning: ImportPlanning) throws -> [ImportItem] {
    let all = try planning.items().filter { $0.candidate.source == source }
    if all.isEmpty {
      throw CommandFailure(
        "there is no feature of \(source.title) in '\(planning.origin.root)'",
        help: "'specctl import' lists what can be imported")
    }
    if names.isEmpty { return all.filter { !$0.candidate.isArchived } }
    var chosen: [ImportItem] = []
    for name in names {
      let found = all.filter { $0.candidate.name == name || $0.candidate.directory == name }
      guard let first = found.first else {
        throw CommandFailure(
          "there is no feature '\(name)' of \(source.title)",
          help: nearMiss(to: name, among: all.map(\.candidate.name)).map { "did you mean '\($0)'?" }
            ?? "'specctl import' lists what can be imported")
      }
      guard found.count == 1 else {
        throw CommandFailure(
          "there are \(found.count) features '\(name)' of \(source.title)",
          help: "name its folder, such as '\(first.candidate.directory)'")
      }
      chosen.append(try checked(first, planning))
    }
    return chosen
  }

  /// The feature under its new name; one that is named must be one that can be imported.
  private func checked(_ item: ImportItem, _ planning: ImportPlanning) throws -> ImportItem {
    var item = item
    if let newName {
      item = try planning.item(item.candidate, named: ImportNames.name(newName))
    }
    switch item.state {
    case .new, .inPlace, .present(isSame: true): return item
    case .present(isSame: false):
      throw CommandFailure(
        "'\(item.folder)' has documents already", help: "'--as NAME' imports it under another name")
    case .impossible(let reason, let help):
      throw CommandFailure("'\(item.candidate.directory)': \(reason)", help: help)
    }
  }
}
