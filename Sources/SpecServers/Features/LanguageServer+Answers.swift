import Diagnostics
import JSONSyntax
import SpecModel

/// What a request has as its result.
typealias ResultWriting = (inout JSONWriter) -> Void

/// A place that an editor asks about.
struct AskedPlace {
  /// The index of the folder.
  var folder: Int
  var path: String
  var map: PositionMap
  var offset: Offset
}

extension LanguageServer {
  /// The result of a request, with everything taken in that changed before.
  mutating func result(
    of feature: EditorFeature, _ parameters: JSONValue
  ) async throws(RPCError) -> ResultWriting {
    switch feature {
    case .codeAction: try await codeActions(parameters)
    case .completion: try completion(parameters)
    case .definition: try definition(parameters)
    case .documentSymbol: try documentSymbols(parameters)
    case .foldingRange: try foldingRanges(parameters)
    case .hover: try hover(parameters)
    case .inlayHint: try inlayHints(parameters)
    case .prepareRename: try prepareRename(parameters)
    case .references: try references(parameters)
    case .rename: try await rename(parameters)
    case .workspaceSymbol: try workspaceSymbols(parameters)
    }
  }

  /// The document that a request is about; `nil` for one of no workspace.
  func askedDocument(
    _ parameters: JSONValue
  ) throws(RPCError) -> (folder: Int, path: String, map: PositionMap)? {
    guard let uri = parameters["textDocument"]["uri"].string else {
      throw RPCError(.invalidParameters, "a request about a document names its 'uri'")
    }
    guard let place = place(of: uri) else { return nil }
    guard
      let bytes = folders[place.folder].files[place.path]?.bytes ?? documents[uri]?.bytes
    else { return nil }
    return (place.folder, place.path, PositionMap(bytes, abilities.encoding))
  }

  func askedPlace(_ parameters: JSONValue) throws(RPCError) -> AskedPlace? {
    guard let (folder, path, map) = try askedDocument(parameters) else { return nil }
    return AskedPlace(
      folder: folder, path: path, map: map, offset: try map.offset(parameters["position"]))
  }

  /// What is named at the place that a request is about.
  func askedOccurrence(
    _ parameters: JSONValue
  ) throws(RPCError) -> (place: AskedPlace, occurrence: Occurrence)? {
    guard let place = try askedPlace(parameters),
      let found = folders[place.folder].index.occurrence(at: place.offset, in: place.path)
    else { return nil }
    return (place, found)
  }
}
