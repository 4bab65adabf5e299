/// Reads what stands in labels: breaks, entities and marks of emphasis.
enum DiagramText {
  /// The lines of a label, broken where its author broke them.
  ///
  /// Marks such as `<b>` and `**` are taken out; any other markup is text. Linear.
  static func lines(_ label: String) -> [String] {
    // Most labels have nothing in them to be read.
    if label.utf8.allSatisfy({ !isSpecial($0) }) { return [trimmed(label)] }
    var text = label
    // Between backticks stands Markdown.
    let isMarkdown = label.hasPrefix("`") && label.hasSuffix("`") && label.utf8.count > 1
    if isMarkdown { text = String(label.dropFirst().dropLast()) }
    var lines: [String] = []
    var line: [UInt8] = []
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == .lineFeed {
        end(&line, &lines)
        place += 1
      } else if byte == UInt8(ascii: "\\"), place + 1 < bytes.count,
        bytes[place + 1] == UInt8(ascii: "n"), breaks(bytes, place)
      {
        end(&line, &lines)
        place += 2
      } else if byte == UInt8(ascii: "<"), let tag = MarkupTag(bytes, at: place) {
        if tag.isBreak { end(&line, &lines) }
        place = tag.end
      } else if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "&"),
        let entity = TextEntity(bytes, at: place)
      {
        line += entity.text.utf8
        place = entity.end
      } else if byte == UInt8(ascii: "*"), place + 1 < bytes.count, bytes[place + 1] == byte {
        place += 2
      } else if isMarkdown, isEmphasis(bytes, place) {
        place += 1
      } else {
        line.append(byte)
        place += 1
      }
    }
    end(&line, &lines)
    while let last = lines.last, last.isEmpty, lines.count > 1 { lines.removeLast() }
    return lines
  }

  /// The label in one line, without quotes around it.
  static func plain(_ label: String) -> String {
    var text = label[...].trimmed
    if text.count > 1, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
    return lines(String(text)).joined(separator: " ")
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case .lineFeed, UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: "#"), UInt8(ascii: "&"),
      UInt8(ascii: "*"), UInt8(ascii: "`"), 0x09:
      true
    default: false
    }
  }

  /// Whether a single mark of emphasis stands at one end of a word.
  private static func isEmphasis(_ bytes: [UInt8], _ place: Int) -> Bool {
    guard bytes[place] == UInt8(ascii: "*") || bytes[place] == UInt8(ascii: "_") else {
      return false
    }
    let isAfterWord = place > 0 && !bytes[place - 1].isBlank && bytes[place - 1] != .lineFeed
    let isBeforeWord =
      place + 1 < bytes.count && !bytes[place + 1].isBlank && bytes[place + 1] != .lineFeed
    return isAfterWord != isBeforeWord
  }

  /// Whether `\n` ends a line: in a path such as `C:\new` it does not.
  private static func breaks(_ bytes: [UInt8], _ place: Int) -> Bool {
    guard place >= 2 else { return true }
    return bytes[place - 1] != UInt8(ascii: ":")
  }

  private static func end(_ line: inout [UInt8], _ lines: inout [String]) {
    lines.append(trimmed(String(decoding: line, as: UTF8.self)))
    line.removeAll()
  }

  private static func trimmed(_ text: String) -> String {
    let trimmed = text[...].trimmed
    return trimmed.utf8.count == text.utf8.count ? text : String(trimmed)
  }
}
