import Diagnostics

/// A byte that no YAML text may hold.
struct ByteFault {
  private var position: Int
  private var scalar: Unicode.Scalar?
  private let lines: SourceLines

  /// The first such byte, if there is one.
  init?(in lines: SourceLines) {
    self.lines = lines
    var iterator = lines.source[lines.range].makeIterator()
    var decoder = UTF8()
    position = lines.range.lowerBound
    while true {
      switch decoder.decode(&iterator) {
      case .emptyInput: return nil
      case .error: return
      case .scalarValue(let scalar):
        guard Self.isAllowed(scalar.value) else {
          self.scalar = scalar
          return
        }
        position += UTF8.width(scalar)
      }
    }
  }

  private static func isAllowed(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x10000...: true
    default: false
    }
  }

  var error: YAMLError {
    let place = lines.character(at: position)
    let range: Range<Offset> = Range(place.lowerBound, place.upperBound)
    if let scalar {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      return YAMLError(
        "the text holds the control character \(code)", at: range,
        help: "remove it; in double quotes it can be written as an escape such as '\\x07'")
    }
    let start = lines.range.lowerBound
    if [0xFE, 0xFF].contains(lines.byte(at: start)),
      [0xFE, 0xFF].contains(lines.byte(at: start + 1))
    {
      return YAMLError("the text is UTF-16", at: range, help: "save the file as UTF-8")
    }
    return YAMLError("the text is not valid UTF-8 here", at: range, help: "save the file as UTF-8")
  }
}
