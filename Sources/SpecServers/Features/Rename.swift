import Diagnostics
import JSONSyntax
import SpecLive
import SpecModel

extension LanguageServer {
  func prepareRename(_ parameters: JSONValue) throws(RPCError) -> ResultWriting {
    guard let (place, occurrence) = try askedOccurrence(parameters) else { return { $0.null() } }
    let name = try name(toRename: occurrence, in: place.folder)
    var writing = writing(place.folder)
    return { json in
      json.object { json in
        json.key("range")
        writing.write(occurrence.range, in: occurrence.path, to: &json)
        json.member("placeholder", name)
      }
    }
  }

  func rename(_ parameters: JSONValue) async throws(RPCError) -> ResultWriting {
    guard let newName = parameters["newName"].string else {
      throw RPCError(.invalidParameters, "a renaming has a 'newName'")
    }
    guard let (place, occurrence) = try askedOccurrence(parameters) else {
      throw RPCError(.requestFailed, "nothing that can be renamed stands here")
    }
    let name = try name(toRename: occurrence, in: place.folder)
    guard newName != name else { return { $0.null() } }
    let symbol = occurrence.symbol
    try check(newName, for: symbol, in: folders[place.folder])
    var edits: [String: [TextEdit]] = [:]
    for occurrence in folders[place.folder].index.occurrences(of: symbol) where occurrence.isExact {
      edits[occurrence.path, default: []].append(
        TextEdit(replacing: occurrence.range, with: newName))
    }
    let documents = edits.keys.sorted().map { DocumentEdits(path: $0, edits: edits[$0] ?? []) }
    try await checkReading(documents, symbol, newName, in: folders[place.folder])
    var writing = writing(place.folder)
    let abilities = abilities
    return { writing.edit(documents, abilities, to: &$0) }
  }

  /// The name as its definition has it, or why it cannot be changed.
  private func name(toRename occurrence: Occurrence, in folder: Int) throws(RPCError) -> String {
    let workspace = folders[folder].workspace
    func refuse(_ reason: String) -> RPCError { RPCError(.requestFailed, reason) }
    guard occurrence.isExact else { throw refuse("the name does not stand here as it is") }
    switch occurrence.symbol {
    case .rule: throw refuse("the rules have their names from specctl")
    case .agent(let name):
      guard
        folders[folder].index.occurrences(of: occurrence.symbol).contains(where: {
          $0.role == .definition
        })
      else { throw refuse("there is no agent '\(name)'") }
      return name
    case .feature(let name): return name
    case .task(let directory, let index):
      guard let task = workspace.feature(in: directory)?.tasks?.tasks[index], task.hasWrittenID
      else { throw refuse("the task has no written number") }
      return task.id
    case .requirement(let directory, let index):
      guard let document = workspace.feature(in: directory)?.requirements else {
        throw refuse("the requirement is gone")
      }
      return document.requirements[index].id
    case .criterion(let directory, let requirement, let index):
      guard
        let criterion = workspace.feature(in: directory)?.requirements?.requirements[requirement]
          .criteria[index]
      else { throw refuse("the criterion is gone") }
      let isWritten = folders[folder].index.occurrences(of: occurrence.symbol).contains {
        $0.role == .definition && $0.isExact
      }
      guard isWritten else {
        throw refuse("criterion '\(criterion.id)' has its number from its place in the list")
      }
      return criterion.id
    }
  }

  /// Refuses a name that cannot be one, or that something of the kind already has.
  private func check(
    _ name: String, for symbol: Symbol, in folder: ServerFolder
  ) throws(RPCError) {
    let isPlain = name.utf8.allSatisfy {
      ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "-_.".utf8.contains($0)
    }
    guard isPlain, (1...64).contains(name.utf8.count), name.utf8.first != UInt8(ascii: "-") else {
      throw RPCError(
        .requestFailed, "'\(name)' is no name: letters, digits, '-', '_' and '.' are")
    }
    let workspace = folder.workspace
    let taken: Bool
    switch symbol {
    case .rule: taken = false
    case .agent:
      taken =
        workspace.agents.contains { $0.identity == name }
        || workspace.configuration?.agents.contains { $0.name.value == name } ?? false
    case .feature:
      taken =
        workspace.registry?.features.contains { $0.name.value == name } ?? false
    case .task(let directory, _):
      taken = workspace.feature(in: directory)?.tasks?.firstByID[name] != nil
    case .requirement(let directory, _), .criterion(let directory, _, _):
      let requirements = workspace.feature(in: directory)?.requirements?.requirements ?? []
      taken = requirements.contains { requirement in
        requirement.id == name || requirement.criteria.contains { $0.id == name }
      }
    }
    if taken { throw RPCError(.requestFailed, "there is already a '\(name)'") }
  }

  /// Refuses a name under which the documents would no longer say the same: not as many places would
  /// name the same things.
  private func checkReading(
    _ documents: [DocumentEdits], _ symbol: Symbol, _ newName: String, in folder: ServerFolder
  ) async throws(RPCError) {
    var changed: [(path: String, bytes: [UInt8])] = []
    for document in documents {
      guard
        let bytes = folder.files[document.path].flatMap({ document.edits.applied(to: $0.bytes) })
      else { throw RPCError(.requestFailed, "two places of the name lie over each other") }
      changed.append((document.path, bytes))
    }
    let trial = await folder.findings(laying: changed)
    var index = OccurrenceIndex()
    index.update(trial.workspace)
    let renamed: Symbol =
      switch symbol {
      case .agent: .agent(newName)
      case .feature: .feature(newName)
      default: symbol
      }
    guard
      index.occurrences(of: renamed).count == folder.index.occurrences(of: symbol).count
    else {
      throw RPCError(
        .requestFailed, "under the name '\(newName)' the documents would not mean the same")
    }
  }
}
