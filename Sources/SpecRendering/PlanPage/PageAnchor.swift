import Diagnostics

/// The places in a page that links lead to: one for each task, by its id.
enum PageAnchor {
  /// The value of `id`: HTML wants no white space in it.
  static func id(_ name: String) -> String {
    var id = ""
    for scalar in name.visible.unicodeScalars {
      id.unicodeScalars.append(scalar.properties.isWhitespace ? "-" : scalar)
    }
    return id
  }

  /// The id as it stands behind `#`, everything but letters, digits and a few marks by its bytes.
  static func fragment(_ name: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    for byte in id(name).utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "@"):
        text.append(byte)
      default: text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
