import Diagnostics

/// The lines of a source file, cut to what is looked at.
struct SourceLines {
  let table: LineTable
  private let bytes: [UInt8]

  /// What stands further to the right in a line tells nothing of declarations.
  private static let widthLimit = 400

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    table = LineTable(bytes)
  }

  var count: Int { table.count }

  /// A line without the blanks around it, from 0.
  func line(_ index: Int) -> SourceLine {
    let range = table.range(ofLine: index)
    let end = min(range.upperBound.utf8, range.lowerBound.utf8 + Self.widthLimit)
    var start = range.lowerBound.utf8
    var indent = 0
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 {
      indent += bytes[start] == 0x09 ? 4 : 1
      start += 1
    }
    var last = end
    while last > start, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
    return SourceLine(bytes: bytes[start..<last], indent: indent)
  }
}

/// One line of a source file.
struct SourceLine {
  var bytes: ArraySlice<UInt8>
  /// The columns in front, a tab counting four.
  var indent: Int

  var isBlank: Bool { bytes.isEmpty }

  /// Whether nothing but a comment stands here, in any of many languages.
  var isComment: Bool {
    guard let first = bytes.first else { return false }
    switch first {
    case UInt8(ascii: "#"):
      // `#[test]` is an attribute.
      return !starts("#[")
    case UInt8(ascii: "*"), UInt8(ascii: ";"): return true
    case UInt8(ascii: "/"): return starts("//") || starts("/*")
    case UInt8(ascii: "-"): return starts("--")
    case UInt8(ascii: "<"): return starts("<!--")
    case UInt8(ascii: "\""): return starts("\"\"\"")
    case UInt8(ascii: "'"): return starts("'''")
    default: return false
    }
  }

  /// Whether the line begins with an attribute, a decorator or an annotation.
  var isAttribute: Bool { starts("@") || starts("[") || starts("#[") }

  func starts(_ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { bytes.starts(with: $0) }
  }

  /// How many more brackets are opened than closed, those in quotes left out.
  var openBrackets: Int {
    var depth = 0
    var quote: UInt8?
    for byte in bytes {
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    return depth
  }
}
