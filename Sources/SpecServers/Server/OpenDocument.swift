import Diagnostics
import JSONSyntax

/// A document that is open in an editor.
struct OpenDocument: Sendable {
  var uri: String
  var version: Int?
  var bytes: [UInt8]
  /// The folder it belongs to and its path there; `nil` for a document of no workspace.
  var place: (folder: Int, path: String)?

  /// Applies one change of the editor: a span of text, or the whole text where no span is named.
  mutating func apply(_ change: JSONValue, _ encoding: PositionEncoding) throws(RPCError) {
    guard let text = change["text"].string else {
      throw RPCError(.invalidParameters, "a change has a 'text'")
    }
    guard !change["range"].isNull else {
      bytes = Array(text.utf8)
      return
    }
    let map = PositionMap(bytes, encoding)
    let range = try map.range(change["range"])
    bytes.replaceSubrange(range.indices, with: text.utf8)
  }
}

extension PositionMap {
  /// The span that an editor names; one whose ends are the wrong way round is turned.
  func range(_ value: JSONValue) throws(RPCError) -> Range<Offset> {
    let (first, second) = (try offset(value["start"]), try offset(value["end"]))
    return min(first, second)..<max(first, second)
  }

  /// The offset that an editor names.
  func offset(_ value: JSONValue) throws(RPCError) -> Offset {
    guard let line = value["line"].integer, let character = value["character"].integer else {
      throw RPCError(.invalidParameters, "a position has a 'line' and a 'character'")
    }
    return offset(of: EditorPosition(line: line, character: character))
  }
}
