/// JSON that the project itself wrote, as YAML in block style.
enum BlockYAML {
  /// The same values in the same order; linear in the bytes.
  ///
  /// Texts stay in the double quotes of JSON, which YAML reads alike, unless they are plain words.
  static func text(_ json: [UInt8]) -> String {
    var writer = Writer(json: json)
    writer.writeValue(indentation: 0, isInline: false)
    return writer.text
  }

  private struct Writer {
    let json: [UInt8]
    var position = 0
    var text = ""

    init(json: [UInt8]) {
      self.json = json
    }

    /// Writes the value that comes next; its depth is that of the project's own JSON.
    mutating func writeValue(indentation: Int, isInline: Bool) {
      skipBlanks()
      switch peek {
      case UInt8(ascii: "{"): writeCollection(indentation, isInline, close: UInt8(ascii: "}"))
      case UInt8(ascii: "["): writeCollection(indentation, isInline, close: UInt8(ascii: "]"))
      default: text += (isInline ? " " : "") + scalar() + "\n"
      }
    }

    private mutating func writeCollection(_ indentation: Int, _ isInline: Bool, close: UInt8) {
      let isObject = close == UInt8(ascii: "}")
      position += 1
      skipBlanks()
      if peek == close {
        position += 1
        text += (isInline ? " " : "") + (isObject ? "{}" : "[]") + "\n"
        return
      }
      if isInline { text += "\n" }
      var isFirst = true
      while position < json.count, peek != close {
        // The first entry of an object in a list stands behind the dash.
        if !isFirst || isInline { text += blanks(indentation) }
        isFirst = false
        if isObject {
          text += scalar() + ":"
          skipBlanks()
          position += 1
          writeValue(indentation: indentation + 2, isInline: true)
        } else {
          text += "- "
          writeValue(indentation: indentation + 2, isInline: false)
        }
        skipBlanks()
        if peek == UInt8(ascii: ",") { position += 1 }
        skipBlanks()
      }
      position += 1
    }

    /// The scalar that comes next, without quotes where it is a plain word.
    private mutating func scalar() -> String {
      let start = position
      guard peek == UInt8(ascii: "\"") else {
        while position < json.count, !",]}: \n".utf8.contains(json[position]) { position += 1 }
        return String(decoding: json[start..<position], as: UTF8.self)
      }
      position += 1
      while position < json.count, peek != UInt8(ascii: "\"") {
        position += peek == UInt8(ascii: "\\") ? 2 : 1
      }
      position += 1
      let inside = json[start + 1..<max(start + 1, position - 1)]
      return String(
        decoding: Self.isPlain(inside) ? inside : json[start..<min(position, json.count)],
        as: UTF8.self)
    }

    /// Letters, digits, hyphens, slashes and underscores behind a letter, and no word that means
    /// something else in any version of YAML.
    private static func isPlain(_ word: ArraySlice<UInt8>) -> Bool {
      guard let first = word.first, (0x61...0x7A).contains(first | 0x20), word.count > 1 else {
        return false
      }
      guard
        word.allSatisfy({
          (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
            || "-_/".utf8.contains($0)
        })
      else { return false }
      let lower = String(decoding: word, as: UTF8.self).lowercased()
      return !["true", "false", "null", "yes", "no", "on", "off"].contains(lower)
    }

    private var peek: UInt8 { position < json.count ? json[position] : 0 }

    private mutating func skipBlanks() {
      while position < json.count, " \n\r\t".utf8.contains(json[position]) { position += 1 }
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
  }
}
