import Diagnostics

/// The places in a page that links lead to: one for each task, by its id.
///
/// Different names have different places.
enum PageAnchor {
  /// The value of `id`: HTML wants no white space in it, and what cannot be seen has no business there.
  static func id(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "%") }) { return name }
    var id = ""
    for scalar in name.unicodeScalars {
      if scalar == "%" || scalar.properties.isWhitespace || scalar.visibleForm != nil {
        for byte in String(scalar).utf8 { id += escaped(byte) }
      } else {
        id.unicodeScalars.append(scalar)
      }
    }
    return id
  }

  /// The place of a feature; the ids of tasks begin with the name of theirs and a slash.
  static func id(ofFeature name: String) -> String { id("feature:" + name) }

  /// An id as it stands behind `#`, everything but letters, digits and a few marks by its bytes.
  static func fragment(_ id: String) -> String {
    if id.utf8.allSatisfy(standsForItself) { return id }
    var text: [UInt8] = []
    for byte in id.utf8 {
      if standsForItself(byte) { text.append(byte) } else { text += escaped(byte).utf8 }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func standsForItself(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "@"),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private static func escaped(_ byte: UInt8) -> String {
    "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
