/// Why a diagram is not drawn.
struct DiagramFault: Error, Hashable {
  /// A phrase.
  var reason: String

  static func unreadable(line: Int) -> DiagramFault {
    DiagramFault(reason: "line \(line) of the diagram cannot be read")
  }

  /// For what begins and does not end.
  static func unclosed(_ what: String, line: Int, by word: String) -> DiagramFault {
    DiagramFault(reason: "the \(what) in line \(line) of the diagram has no '\(word)'")
  }

  static func tooMany(_ things: String, limit: Int) -> DiagramFault {
    DiagramFault(reason: "the diagram has more than \(limit) \(things)")
  }
}
