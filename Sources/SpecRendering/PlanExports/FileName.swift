import Diagnostics

/// Names for files and targets, different for different texts and the same from plan to plan.
enum FileName {
  /// A relative path with the parts of an id.
  ///
  /// Letters, digits, `.`, `_`, `-`, `@` and all beyond ASCII stand for themselves, other bytes as
  /// `%2A`. No part is `.` or `..` or ends with `.done`; long parts are cut and end with a digest.
  static func path(_ id: String) -> String {
    id.split(separator: "/", omittingEmptySubsequences: false).map(part).joined(separator: "/")
  }

  private static let limit = 180

  private static func part(_ text: Substring) -> String {
    var result: [UInt8] = []
    let isOfDots = text.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
    let ending = text.hasSuffix(".done") ? text.utf8.count - 5 : -1
    for (place, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: ".") where isOfDots || place == ending: result += "%2E".utf8
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "-"), UInt8(ascii: "@"), 0x80...:
        result.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += ("%" + (digits.utf8.count == 1 ? "0" : "") + digits).utf8
      }
    }
    guard !result.isEmpty else { return "%" }
    let name = String(decoding: result, as: UTF8.self)
    guard result.count > limit else { return name }
    return name.cut(toBytes: limit - 17) + SHA256(result).hexadecimal.prefix(16)
  }
}
