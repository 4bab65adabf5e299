import Diagnostics
import JSONSyntax
import SpecModel
import SpecWorkspace

extension LanguageServer {
  /// Answers a request, or says why it cannot.
  mutating func answer(
    _ id: RPCID, _ method: String, _ parameters: JSONValue
  ) async throws(RPCError) {
    switch (phase, method) {
    case (.starting, "initialize"):
      await initialize(parameters)
      send(RPCWriting.response(id) { writeAbilities(to: &$0) })
      return
    case (.starting, _):
      throw RPCError(.notInitialized, "'initialize' comes first")
    case (.running, "initialize"):
      throw RPCError(.invalidRequest, "'initialize' came before")
    case (.running, "shutdown"):
      phase = .shutDown
      send(RPCWriting.response(id) { $0.null() })
      return
    case (.running, _): break
    case (.shutDown, _), (.ended, _):
      throw RPCError(.invalidRequest, "the server is shut down")
    }
    guard let feature = EditorFeature(rawValue: method) else {
      throw RPCError(.methodNotFound, "there is no method '\(method)'")
    }
    await update()
    let result = try await self.result(of: feature, parameters)
    send(RPCWriting.response(id, result))
  }

  /// Takes in what the editor tells.
  mutating func take(_ method: String, _ parameters: JSONValue) async {
    switch (phase, method) {
    case (.shutDown, "exit"): phase = .ended(status: 0)
    case (_, "exit"): phase = .ended(status: 1)
    case (.running, "initialized"):
      registerWatchers()
      publish()
    case (.running, "textDocument/didOpen"): didOpen(parameters["textDocument"])
    case (.running, "textDocument/didChange"): didChange(parameters)
    case (.running, "textDocument/didClose"): didClose(parameters["textDocument"])
    case (.running, "textDocument/didSave"): didSave(parameters["textDocument"])
    case (.running, "workspace/didChangeWatchedFiles"): didChangeFiles(parameters["changes"])
    case (.running, "workspace/didChangeWorkspaceFolders"):
      await didChangeFolders(parameters["event"])
    // Everything else is of no use here, and what comes before 'initialize' is to be dropped.
    default: break
    }
  }

  private mutating func initialize(_ parameters: JSONValue) async {
    phase = .running
    abilities = ClientAbilities(parameters["capabilities"])
    var paths = parameters["workspaceFolders"].elements.compactMap {
      $0["uri"].string.flatMap(FileURI.path)
    }
    if paths.isEmpty {
      paths = [
        parameters["rootUri"].string.flatMap(FileURI.path) ?? parameters["rootPath"].string
      ].compactMap { $0 }
    }
    if let root { paths = [root] }
    for path in paths { await open(path) }
  }

  private func writeAbilities(to json: inout JSONWriter) {
    json.object { json in
      json.key("capabilities")
      json.object { json in
        json.member("positionEncoding", abilities.encoding.rawValue)
        json.key("textDocumentSync")
        json.object { json in
          json.member("openClose", true)
          // Changes come as spans of text.
          json.member("change", 2)
          json.key("save")
          json.object { $0.member("includeText", false) }
        }
        for provider in [
          "hoverProvider", "definitionProvider", "referencesProvider", "documentSymbolProvider",
          "workspaceSymbolProvider", "foldingRangeProvider", "inlayHintProvider",
        ] {
          json.member(provider, true)
        }
        json.key("completionProvider")
        json.object { $0.member("triggerCharacters", [" ", ",", ":", "_", "-", "["]) }
        json.key("renameProvider")
        json.object { $0.member("prepareProvider", true) }
        json.key("codeActionProvider")
        json.object { $0.member("codeActionKinds", CodeActionKind.allCases.map(\.rawValue)) }
        json.key("workspace")
        json.object { json in
          json.key("workspaceFolders")
          json.object { json in
            json.member("supported", true)
            json.member("changeNotifications", true)
          }
        }
      }
      json.key("serverInfo")
      json.object { json in
        json.member("name", "specctl")
        json.member("version", version)
      }
    }
  }

  /// Asks the editor to tell of changes on disk.
  private mutating func registerWatchers() {
    guard abilities.registersWatchers else { return }
    let patterns = [
      "**/.claude/**", "**/.kiro/specs/**", "**/.spec-workflow/**", "**/.specctl.yaml",
      "**/{requirements,bugfix,design,tasks,spec,plan,proposal}.md", "**/.mcp.json",
      "**/\(ReviewLock.path)",
    ]
    ask("client/registerCapability") { json in
      json.object { json in
        json.key("registrations")
        json.array { json in
          json.object { json in
            json.member("id", "specctl-files")
            json.member("method", "workspace/didChangeWatchedFiles")
            json.key("registerOptions")
            json.object { json in
              json.key("watchers")
              json.array { json in
                for pattern in patterns {
                  json.object { $0.member("globPattern", pattern) }
                }
              }
            }
          }
        }
      }
    }
  }

  // MARK: Folders

  /// Opens a folder, once however often and below whatever folder it is named.
  private mutating func open(_ path: String) async {
    do throws(FileError) {
      let folder = try await ServerFolder(path, folderSource)
      guard !folders.contains(where: { $0.root == folder.root }) else { return }
      folders.append(folder)
      placeDocuments()
    } catch {
      send(
        RPCWriting.notification("window/showMessage") { json in
          json.object { json in
            json.member("type", 1)
            json.member("message", "specctl cannot read '\(path)': \(error.phrase)")
          }
        })
    }
  }

  private mutating func didChangeFolders(_ event: JSONValue) async {
    for removed in event["removed"].elements {
      guard let path = removed["uri"].string.flatMap(FileURI.path),
        let index = folders.firstIndex(where: { $0.path(path) == "" })
      else { continue }
      var writing = writing(index)
      for path in folders[index].published.keys.sorted() {
        send(writing.diagnostics([], of: path))
      }
      folders.remove(at: index)
    }
    for added in event["added"].elements {
      if let path = added["uri"].string.flatMap(FileURI.path) { await open(path) }
    }
    placeDocuments()
    await update()
    publish()
  }

  /// Finds anew which folder each open document belongs to.
  private mutating func placeDocuments() {
    for uri in documents.keys.sorted() {
      documents[uri]?.place = nil
      guard let place = place(of: uri), let bytes = documents[uri]?.bytes else { continue }
      documents[uri]?.place = place
      folders[place.folder].lay(bytes, over: place.path)
    }
  }
}
