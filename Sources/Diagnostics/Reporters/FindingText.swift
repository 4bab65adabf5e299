extension Finding {
  /// The whole finding in words, for formats that have one text for it.
  ///
  /// The message, then on lines of their own what helps, where the severity comes from, and the
  /// second places.
  func words(in outcome: Outcome, tables: inout LineTables) -> String {
    var text = message
    for words in remedies { text += "\nhelp: \(words)" }
    if let severityOrigin { text += "\nnote: severity set in \(severityOrigin)" }
    for note in notes {
      text +=
        "\nnote: \(outcome.place(note.range, in: note.path, tables: &tables)): \(note.message)"
    }
    return text
  }

  /// What may be done about it, in words.
  var remedies: [String] {
    [help, fix?.description].compactMap { $0 }
  }
}

extension Outcome {
  /// A place as the reader of the report sees it: `path:line:column`, or the path alone.
  func place(_ range: Range<Offset>?, in path: String, tables: inout LineTables) -> String {
    let shown = self.path(path)
    guard let start = tables.region(range, in: path)?.start else { return shown }
    return "\(shown):\(start.line):\(start.column)"
  }

  /// How many findings there are of each severity: `2 errors, 1 warning`, or `no problems`.
  package func counts(showsNotes: Bool) -> String {
    let parts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = showsNotes || severity > .note ? self.count(of: severity) : 0
      return count > 0 ? counted(count, severity.rawValue) : nil
    }
    return parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
  }
}

extension String {
  /// The text, cut to some bytes of UTF-8 with `…` at the end where it is longer.
  ///
  /// The limit must leave room for the three bytes of the mark. Constant in what is cut off.
  func limited(to bytes: Int) -> String {
    guard utf8.count > bytes else { return self }
    var end = utf8.index(utf8.startIndex, offsetBy: bytes - 3)
    while end > utf8.startIndex, UTF8.isContinuation(utf8[end]) { end = utf8.index(before: end) }
    return String(self[..<end]) + "…"
  }
}
