/// Names for steps that every engine takes: letters, digits and `-`, a letter first, at most 60 bytes.
///
/// No two differ only in case. A name is what is left of the id, with a number where that is taken.
struct StepNames {
  private var taken: Set<String> = []
  /// For each name that was wanted again the number tried last.
  private var lastNumbers: [String: Int] = [:]

  /// The name of the next step; linear in the id.
  mutating func name(_ id: String) -> String {
    let wanted = Self.plain(id)
    var name = wanted
    while !taken.insert(name.lowercased()).inserted {
      let number = (lastNumbers[wanted.lowercased()] ?? 1) + 1
      lastNumbers[wanted.lowercased()] = number
      name = "\(wanted)-\(number)"
    }
    return name
  }

  private static let limit = 48

  private static func plain(_ id: String) -> String {
    var name: [UInt8] = []
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        name.append(byte)
      default:
        if name.last != UInt8(ascii: "-") { name.append(UInt8(ascii: "-")) }
      }
      if name.count == limit { break }
    }
    while name.first == UInt8(ascii: "-") { name.removeFirst() }
    while name.last == UInt8(ascii: "-") { name.removeLast() }
    let text = String(decoding: name, as: UTF8.self)
    guard let first = text.first else { return "step" }
    return first.isLetter ? text : "step-" + text
  }
}
