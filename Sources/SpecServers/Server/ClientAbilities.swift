import JSONSyntax

/// What an editor says that it can do.
struct ClientAbilities: Sendable {
  var encoding = PositionEncoding.utf16
  var takesDocumentChanges = false
  var takesFolders = false
  var registersWatchers = false
  var takesSymbolTrees = false
  var takesMarkdown = true
  var refreshesHints = false

  init() {}

  init(_ capabilities: JSONValue) {
    // Bytes are what everything here counts in; an editor that offers them counts in them itself.
    let offered = capabilities["general"]["positionEncodings"].strings
    encoding = offered.contains(PositionEncoding.utf8.rawValue) ? .utf8 : .utf16
    let workspace = capabilities["workspace"]
    takesDocumentChanges = workspace["workspaceEdit"]["documentChanges"].bool ?? false
    takesFolders = workspace["workspaceFolders"].bool ?? false
    registersWatchers = workspace["didChangeWatchedFiles"]["dynamicRegistration"].bool ?? false
    refreshesHints = workspace["inlayHint"]["refreshSupport"].bool ?? false
    let document = capabilities["textDocument"]
    takesSymbolTrees =
      document["documentSymbol"]["hierarchicalDocumentSymbolSupport"].bool ?? false
    let formats = document["hover"]["contentFormat"].strings
    takesMarkdown = formats.isEmpty || formats.contains("markdown")
  }
}
