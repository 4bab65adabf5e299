import Diagnostics

/// Writes places of one workspace as its editor has them.
struct EditorWriting {
  let folder: ServerFolder
  let encoding: PositionEncoding
  /// The addresses that the editor itself uses, with the versions of the open documents, by path.
  let open: [String: (uri: String, version: Int?)]
  private var maps: [String: PositionMap] = [:]

  init(
    _ folder: ServerFolder, _ encoding: PositionEncoding,
    open: [String: (uri: String, version: Int?)]
  ) {
    self.folder = folder
    self.encoding = encoding
    self.open = open
  }

  func uri(_ path: String) -> String {
    open[path]?.uri ?? folder.uri(path)
  }

  mutating func map(_ path: String) -> PositionMap {
    if let map = maps[path] { return map }
    let map = PositionMap(folder.files[path]?.bytes ?? [], encoding)
    maps[path] = map
    return map
  }

  // MARK: Writing

  mutating func write(_ range: Range<Offset>?, in path: String, to json: inout JSONWriter) {
    let map = map(path)
    let range = range ?? Range(0, 0)
    json.object { json in
      json.key("start")
      json.value(map.position(of: range.lowerBound))
      json.key("end")
      json.value(map.position(of: range.upperBound))
    }
  }

  mutating func location(_ path: String, _ range: Range<Offset>?, to json: inout JSONWriter) {
    json.object { json in
      json.member("uri", uri(path))
      json.key("range")
      write(range, in: path, to: &json)
    }
  }

  /// Writes edits of several documents as a `WorkspaceEdit`.
  mutating func edit(
    _ documents: [DocumentEdits], _ abilities: ClientAbilities, to json: inout JSONWriter
  ) {
    json.object { json in
      if abilities.takesDocumentChanges {
        json.key("documentChanges")
        json.array { json in
          for document in documents {
            json.object { json in
              json.key("textDocument")
              json.object { json in
                json.member("uri", uri(document.path))
                json.member("version", open[document.path]?.version)
              }
              json.key("edits")
              edits(document, to: &json)
            }
          }
        }
      } else {
        json.key("changes")
        json.object { json in
          for document in documents {
            json.key(uri(document.path))
            edits(document, to: &json)
          }
        }
      }
    }
  }

  private mutating func edits(_ document: DocumentEdits, to json: inout JSONWriter) {
    json.array { json in
      for edit in document.edits {
        json.object { json in
          json.key("range")
          write(edit.range, in: document.path, to: &json)
          json.member("newText", edit.replacement)
        }
      }
    }
  }
}

extension JSONWriter {
  mutating func value(_ position: EditorPosition) {
    object { json in
      json.member("line", position.line)
      json.member("character", position.character)
    }
  }
}
