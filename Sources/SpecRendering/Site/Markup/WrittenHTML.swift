/// What is left of HTML that somebody wrote into a document: its text, and where it breaks lines.
///
/// No tag of a document reaches a page. Tags that only lay text out are left out; whatever else looks like a
/// tag, such as `<feature>`, was most likely meant as text and stays as it is written.
enum WrittenHTML {
  /// A part of what is left.
  enum Part: Equatable {
    case text(String)
    case lineBreak
  }

  private static let layout: Set<String> = [
    "a", "abbr", "b", "big", "blockquote", "center", "cite", "code", "dd", "del", "details", "div",
    "dl", "dt", "em", "figcaption", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
    "img", "ins", "kbd", "li", "mark", "ol", "p", "picture", "pre", "q", "s", "samp", "section",
    "small", "source", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var",
  ]

  /// The parts of a piece of HTML; linear in its length.
  static func parts(of html: some Collection<UInt8>) -> [Part] {
    let bytes = Array(html)
    var parts: [Part] = []
    var textStart = 0
    var position = 0
    func flush(upTo end: Int) {
      if textStart < end {
        parts.append(.text(String(decoding: bytes[textStart..<end], as: UTF8.self)))
      }
    }
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<"), let tag = Tag(bytes, at: position) else {
        position += 1
        continue
      }
      switch tag.kind {
      case .unknown: break
      case .left:
        flush(upTo: position)
        textStart = tag.end
      case .lineBreak:
        flush(upTo: position)
        parts.append(.lineBreak)
        textStart = tag.end
      }
      position = tag.end
    }
    flush(upTo: bytes.count)
    return parts
  }

  private struct Tag {
    enum Kind { case left, lineBreak, unknown }

    var kind: Kind
    var end: Int

    init?(_ bytes: [UInt8], at start: Int) {
      if bytes[start...].starts(with: "<!--".utf8) {
        kind = .left
        var position = start + 4
        while position < bytes.count, !bytes[position...].starts(with: "-->".utf8) { position += 1 }
        end = min(position + 3, bytes.count)
        return
      }
      // No tag reaches over the start of another, so that every byte is looked at twice at most.
      let isEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }
      guard let close = bytes[(start + 1)...].firstIndex(where: isEnd),
        bytes[close] == UInt8(ascii: ">")
      else { return nil }
      end = close + 1
      let inner = bytes[(start + 1)..<close].drop { $0 == UInt8(ascii: "/") }
      let name = inner.prefix {
        ($0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z"))
          || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
      }
      let rest = inner.dropFirst(name.count).first
      // `<order-book>` and `<User Name>` are no tags that anybody knows.
      let isTag = rest.map { [0x20, 0x09, 0x0A, 0x0D, 0x2F].contains($0) } ?? true
      let word = String(decoding: name, as: UTF8.self).lowercased()
      kind =
        !isTag || word.isEmpty
        ? .unknown
        : word == "br" ? .lineBreak : WrittenHTML.layout.contains(word) ? .left : .unknown
    }
  }
}
