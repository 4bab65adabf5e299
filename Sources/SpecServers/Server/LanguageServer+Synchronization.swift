import JSONSyntax

/// Keeping the texts of the editor and the files on disk.
extension LanguageServer {
  mutating func didOpen(_ item: JSONValue) {
    guard let uri = item["uri"].string, let text = item["text"].string else { return }
    let document = OpenDocument(
      uri: uri, version: item["version"].integer, bytes: Array(text.utf8), place: place(of: uri))
    documents[uri] = document
    if let place = document.place { folders[place.folder].lay(document.bytes, over: place.path) }
  }

  /// Applies changes in their order; a change that cannot be read ends them, since those behind it
  /// are counted in a text that is not there.
  mutating func didChange(_ parameters: JSONValue) {
    let item = parameters["textDocument"]
    guard let uri = item["uri"].string, var document = documents[uri] else { return }
    documents[uri] = nil
    for change in parameters["contentChanges"].elements {
      guard (try? document.apply(change, abilities.encoding)) != nil else { break }
    }
    document.version = item["version"].integer ?? document.version
    documents[uri] = document
    if let place = document.place { folders[place.folder].lay(document.bytes, over: place.path) }
  }

  mutating func didClose(_ item: JSONValue) {
    guard let uri = item["uri"].string, let document = documents.removeValue(forKey: uri),
      let place = document.place
    else { return }
    folders[place.folder].lay(nil, over: place.path)
    folders[place.folder].noteChange(of: [place.path])
  }

  /// The bytes are known, but others that look at the disk may not say that it changed.
  mutating func didSave(_ item: JSONValue) {
    guard let uri = item["uri"].string, let place = place(of: uri) else { return }
    folders[place.folder].noteChange(of: [place.path])
  }

  mutating func didChangeFiles(_ changes: JSONValue) {
    for change in changes.elements {
      guard let uri = change["uri"].string, let absolute = FileURI.path(of: uri) else { continue }
      for index in folders.indices {
        if let path = folders[index].path(absolute) { folders[index].noteChange(of: [path]) }
      }
    }
  }
}
