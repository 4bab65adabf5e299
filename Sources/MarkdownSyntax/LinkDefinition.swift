/// The name by which a link refers to a definition; case and the amount of white space do not count.
struct LinkLabel {
  private var bytes: [UInt8] = []
  private var endsWithBlank = false

  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ byte: UInt8) {
    if byte.isBlankOrLineBreak {
      endsWithBlank = true
    } else {
      if endsWithBlank, !bytes.isEmpty { bytes.append(.space) }
      endsWithBlank = false
      bytes.append(byte)
    }
  }

  /// What is equal for labels that mean the same.
  var key: String {
    String(decoding: bytes, as: UTF8.self).uppercased().lowercased()
  }
}

/// A line or more such as `[label]: destination "title"`.
struct LinkDefinition {
  var label: LinkLabel
  var destination: Range<Int>
  /// The index of the line after it.
  var endLine: Int
}

extension SourceBytes {
  /// The link definition that begins with one of a paragraph's lines.
  func linkDefinition(in lines: [Range<Int>], from first: Int) -> LinkDefinition? {
    guard self[lines[first].lowerBound] == UInt8(ascii: "[") else { return nil }
    var reader = LineReader(source: self, lines: lines, line: first)
    guard let label = reader.passLabel(), reader.pass(UInt8(ascii: ":")) else { return nil }
    reader.passBlanksAndOneBreak()
    guard let destination = reader.passDestination() else { return nil }
    let beforeTitle = reader
    if !(reader.passBlanksAndOneBreak() && reader.passTitle() && reader.isAtLineEnd) {
      reader = beforeTitle
    }
    guard reader.isAtLineEnd else { return nil }
    return LinkDefinition(label: label, destination: destination, endLine: reader.line + 1)
  }
}
