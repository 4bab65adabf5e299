extension StringProtocol {
  /// The columns that the text takes on a terminal, in its visible form.
  package var displayWidth: Int {
    if isPrintableASCII { return utf8.count }
    var counter = ColumnCounter()
    return unicodeScalars.reduce(0) { $0 + counter.columns(adding: $1) }
  }

  /// The visible form of the text, cut at the end with `…` if it is wider than some columns.
  package func truncated(toWidth width: Int) -> String {
    truncated(toWidth: width, isIncomplete: false)
  }

  /// The visible form of the text, filled up with spaces to some columns; wider text stays.
  package func padded(toWidth width: Int, alignment: TextAlignment = .left) -> String {
    let spaces = String(repeating: " ", count: Swift.max(width - displayWidth, 0))
    return alignment == .left ? visible + spaces : spaces + visible
  }

  /// The same for a text of which there is more: `…` is shown even if all that is here fits.
  func truncated(toWidth width: Int, isIncomplete: Bool) -> String {
    guard width > 0 else { return "" }
    var counter = ColumnCounter()
    var columns = 0
    var cut: String.Index?
    var index = startIndex
    while index < endIndex, columns <= width {
      let added = counter.columns(adding: unicodeScalars[index])
      if cut == nil, columns + added > width - 1 { cut = index }
      columns += added
      unicodeScalars.formIndex(after: &index)
    }
    if columns <= width, !isIncomplete { return visible }
    return self[..<(cut ?? endIndex)].visible + "…"
  }

  /// The same for cutting at the start.
  func truncatedAtStart(toWidth width: Int, isIncomplete: Bool) -> String {
    guard width > 0 else { return "" }
    var excess = displayWidth - width
    if excess <= 0, !isIncomplete { return visible }
    excess += 1
    var counter = ColumnCounter()
    var start = unicodeScalars.startIndex
    while start < unicodeScalars.endIndex {
      let added = counter.columns(adding: unicodeScalars[start])
      // What is drawn on a dropped character is dropped with it.
      if excess <= 0, added > 0 { break }
      excess -= added
      start = unicodeScalars.index(after: start)
    }
    return "…" + self[start...].visible
  }
}

/// The side at which text in a column stands.
package enum TextAlignment: Hashable, Sendable {
  case left, right
}
