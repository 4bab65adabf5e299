/// Bytes that the notations are made of.
extension UInt8 {
  static var space: UInt8 { 0x20 }
  static var lineFeed: UInt8 { 0x0A }
  static var carriageReturn: UInt8 { 0x0D }
  static var quote: UInt8 { 0x22 }
  static var percent: UInt8 { 0x25 }
  static var dash: UInt8 { 0x2D }
  static var dot: UInt8 { 0x2E }
  static var equals: UInt8 { 0x3D }
  static var greater: UInt8 { 0x3E }

  /// A space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  /// A letter, a digit, an underscore or a part of a character that is not ASCII.
  var isWord: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
    default: false
    }
  }
}
