import Diagnostics

extension Fix {
  /// Writes the one known name that a name differs from by a single slip; `nil` where there are
  /// none or several, or where the name is not written as it reads.
  static func renaming(
    _ name: Located<String>, among known: some Sequence<String>, in file: SourceFile
  ) -> Fix? {
    guard let meant = singleSlip(from: name.value, among: known),
      let place = plainPlace(of: name, in: file)
    else { return nil }
    return Fix(
      "write '\(meant)'", safety: .unsafe, edits: [TextEdit(replacing: place, with: meant)])
  }

  /// Writes a number over one that is wrong; `nil` where it is not written as it reads.
  ///
  /// Unsafe, since the number may be right and what it counts be missing.
  static func writing(_ value: String, over old: Located<String>, in file: SourceFile) -> Fix? {
    plainPlace(of: old, in: file).map {
      Fix("write '\(value)'", safety: .unsafe, edits: [TextEdit(replacing: $0, with: value)])
    }
  }

  /// The place of a value without its quotes, if it stands there as it reads.
  static func plainPlace(of name: Located<String>, in file: SourceFile) -> Range<Offset>? {
    let text = Array(name.value.utf8)
    let range = name.range.indices
    guard range.upperBound <= file.bytes.count else { return nil }
    if file.bytes[range].elementsEqual(text) { return name.range }
    guard range.count == text.count + 2,
      file.bytes[(range.lowerBound + 1)..<(range.upperBound - 1)].elementsEqual(text)
    else { return nil }
    return Range(range.lowerBound + 1, range.upperBound - 1)
  }

  /// The only name that becomes another by one letter more, less, changed or swapped with its
  /// neighbour, or by the case of its letters; linear in the names.
  private static func singleSlip(
    from name: String, among known: some Sequence<String>
  ) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    var found: String?
    for candidate in known where candidate != name && isPlain(candidate) {
      guard isSlip(wanted, Array(candidate.lowercased().unicodeScalars)) else { continue }
      if found != nil { return nil }
      found = candidate
    }
    return found
  }

  private static func isPlain(_ name: String) -> Bool {
    name.utf8.first?.isLetter ?? false
      && name.utf8.allSatisfy {
        $0.isLetter || (0x30...0x39).contains($0) || "-_".utf8.contains($0)
      }
  }

  private static func isSlip(_ word: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    guard word.count > 2, abs(word.count - other.count) <= 1 else { return word == other }
    if word == other { return true }
    let longest = max(word.count, other.count)
    let front = zip(word, other).prefix { $0 == $1 }.count
    let back = zip(word.reversed(), other.reversed()).prefix { $0 == $1 }.count
    if front + back >= longest - 1 { return true }
    return word.count == other.count && front + back == longest - 2
      && word[front] == other[front + 1] && word[front + 1] == other[front]
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
