import Diagnostics
import JSONSyntax
import SpecModel
import SpecRules

extension LanguageServer {
  func definition(_ parameters: JSONValue) throws(RPCError) -> ResultWriting {
    guard let (place, occurrence) = try askedOccurrence(parameters) else { return { $0.null() } }
    let folder = folders[place.folder]
    var found = folder.index.occurrences(of: occurrence.symbol)
      .filter { $0.role == .definition }.map { ($0.path, $0.range) }
    if case .feature(let name) = occurrence.symbol,
      let document = folder.workspace.feature(named: name)?.texts.first
    {
      // From the registry the way leads to the documents, from there to the registry.
      let documents = [(document.path, Range(0, 0) as Range<Offset>)]
      found = place.path == folder.workspace.registry?.file.path ? documents : documents + found
    }
    return locations(found, in: place.folder)
  }

  func references(_ parameters: JSONValue) throws(RPCError) -> ResultWriting {
    guard let (place, occurrence) = try askedOccurrence(parameters) else { return { $0.null() } }
    let includesDefinition = parameters["context"]["includeDeclaration"].bool ?? true
    let found = folders[place.folder].index.occurrences(of: occurrence.symbol)
      .filter { includesDefinition || $0.role != .definition }
    return locations(found.map { ($0.path, $0.range) }, in: place.folder)
  }

  private func locations(_ places: [(String, Range<Offset>)], in folder: Int) -> ResultWriting {
    var writing = writing(folder)
    return { json in
      json.array { json in
        for (path, range) in places { writing.location(path, range, to: &json) }
      }
    }
  }
}
