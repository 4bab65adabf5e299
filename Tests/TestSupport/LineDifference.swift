/// The difference of two texts by lines, as `diff -u` shows it; empty when they are the same.
///
/// Lines of the first that are missing start with `-`, new ones of the second with `+`. Control
/// characters other than line feeds are shown as escapes, so that a `\r` can be seen. Each run of
/// changes has three lines around it.
package func lineDifference(from expected: String, to actual: String) -> String {
  guard !expected.utf8.elementsEqual(actual.utf8) else { return "" }
  let old = lines(of: expected)
  let new = lines(of: actual)
  let difference = new.difference(from: old)
  var removed = Set<Int>()
  var inserted = Set<Int>()
  for change in difference {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }

  var rows: [(mark: Character, text: String)] = []
  var i = 0
  var j = 0
  while i < old.count || j < new.count {
    if removed.contains(i) {
      rows.append(("-", old[i]))
      i += 1
    } else if inserted.contains(j) {
      rows.append(("+", new[j]))
      j += 1
    } else {
      rows.append((" ", old[i]))
      i += 1
      j += 1
    }
  }
  let shown = rows.indices.map { row in
    rows[max(row - 3, 0)...min(row + 3, rows.count - 1)].contains { $0.mark != " " }
  }
  var text = ""
  for (index, row) in rows.enumerated() {
    if shown[index] {
      text += "\(row.mark)\(row.text)\n"
    } else if index > 0, shown[index - 1] {
      text += "…\n"
    }
  }
  return text
}

/// The lines as shown; one that lacks its line feed at the end of the text says so.
private func lines(of text: String) -> [String] {
  var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    .map { line in
      line.map { $0.value < 0x20 ? $0.escaped(asASCII: false) : String($0) }.joined()
    }
  if lines.last == "" {
    lines.removeLast()
  } else {
    lines[lines.count - 1] += "  (no line feed)"
  }
  return lines
}
