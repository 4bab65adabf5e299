/// The classes of bytes that the grammar asks about.
extension UInt8 {
  /// A space or a tab.
  @inline(__always) var isBlank: Bool { self == 0x20 || self == 0x09 }

  @inline(__always) var isLineBreak: Bool { self == 0x0A || self == 0x0D }

  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }

  @inline(__always) var isUppercase: Bool { self &- 0x41 < 26 }

  @inline(__always) var isLowercase: Bool { self &- 0x61 < 26 }

  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// The marks that wrap words in Markdown: `*`, `_`, `~` and the backtick.
  @inline(__always) var isEmphasis: Bool {
    self == 0x2A || self == 0x5F || self == 0x7E || self == 0x60
  }
}

extension StringProtocol {
  /// The text without spaces and tabs at both ends.
  var trimmingBlanks: String {
    var bytes = Substring(self).utf8
    while bytes.first?.isBlank ?? false { bytes = bytes.dropFirst() }
    while bytes.last?.isBlank ?? false { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
