/// The source of a diagram without its front matter, its directives and its comments.
struct DiagramSource {
  /// What is left; every line stands in the line that it stood in.
  private(set) var bytes: [UInt8] = []
  /// The title of the front matter.
  private(set) var title: String?

  init(_ source: String) throws(DiagramFault) {
    let given = source.utf8
    guard given.count <= DiagramLimits.bytes else {
      throw DiagramFault(reason: "the diagram has more than \(DiagramLimits.bytes / 1000) KB")
    }
    bytes.reserveCapacity(given.count + 1)
    var previous: UInt8 = 0
    for byte in given {
      if byte == .carriageReturn {
        bytes.append(.lineFeed)
      } else if byte != .lineFeed || previous != .carriageReturn {
        bytes.append(byte)
      }
      previous = byte
    }
    blankFrontMatter()
    blankComments()
  }

  /// The notation, by the first word.
  func kind() throws(DiagramFault) -> DiagramKind {
    guard let line = DiagramLines(self).first else {
      throw DiagramFault(reason: "the diagram is empty")
    }
    let word = line.text.prefix { $0 != " " && $0 != "\t" && $0 != ";" && $0 != ":" }
    guard let kind = DiagramKind(word: word) else {
      throw DiagramFault(reason: "diagrams of the kind '\(word.prefix(40))' are not drawn")
    }
    return kind
  }

  /// Takes out `---`, what stands below it, and the next `---`.
  private mutating func blankFrontMatter() {
    var start = 0
    while start < bytes.count, bytes[start] == .lineFeed || bytes[start].isBlank { start += 1 }
    guard isRule(start) else { return }
    var line = end(ofLine: start)
    while line < bytes.count {
      let next = line + 1
      if isRule(next) {
        blank(start..<min(end(ofLine: next), bytes.count))
        return
      }
      let last = end(ofLine: next)
      let text = String(decoding: bytes[min(next, last)..<last], as: UTF8.self)
      if text.hasPrefix("title:") { title = DiagramText.plain(String(text.dropFirst(6))) }
      line = last
    }
    title = nil
  }

  private func isRule(_ start: Int) -> Bool {
    let line = bytes[min(start, bytes.count)..<end(ofLine: start)]
    return line.starts(with: [.dash, .dash, .dash]) && line.dropFirst(3).allSatisfy(\.isBlank)
  }

  /// Takes out `%%{…}%%`, which may have more than one line, and lines that start with `%%`.
  private mutating func blankComments() {
    var start = 0
    while start < bytes.count {
      var place = start
      while place < bytes.count, bytes[place].isBlank { place += 1 }
      var last = end(ofLine: place)
      if place + 1 < last, bytes[place] == .percent, bytes[place + 1] == .percent {
        if place + 2 < last, bytes[place + 2] == UInt8(ascii: "{") {
          last = endOfDirective(place) ?? last
        }
        blank(place..<last)
      }
      start = last + 1
    }
  }

  private func endOfDirective(_ start: Int) -> Int? {
    var place = start + 3
    while place + 2 < bytes.count {
      if bytes[place] == UInt8(ascii: "}"), bytes[place + 1] == .percent,
        bytes[place + 2] == .percent
      {
        return place + 3
      }
      place += 1
    }
    return nil
  }

  private func end(ofLine start: Int) -> Int {
    guard start < bytes.count else { return bytes.count }
    return bytes[start...].firstIndex(of: .lineFeed) ?? bytes.count
  }

  private mutating func blank(_ range: Range<Int>) {
    for place in range where bytes[place] != .lineFeed { bytes[place] = .space }
  }
}
