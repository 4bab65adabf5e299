extension String {
  /// The words of a Swift name, lower case, joined by dashes: `checkURLPath` is `check-url-path`.
  ///
  /// Letters outside ASCII belong to the word they stand in and keep their case.
  var kebabCased: String {
    let dash = UInt8(ascii: "-")
    let name = Array(utf8)
    var result: [UInt8] = []
    result.reserveCapacity(name.count + 4)
    for (index, byte) in name.enumerated() {
      if byte == UInt8(ascii: "_") {
        if let last = result.last, last != dash { result.append(dash) }
      } else if byte.isCapital {
        let precedesSmall = index + 1 < name.count && name[index + 1].isSmall
        if let last = result.last, last != dash, !name[index - 1].isCapital || precedesSmall {
          result.append(dash)
        }
        result.append(byte | 0x20)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
  fileprivate var isSmall: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}
