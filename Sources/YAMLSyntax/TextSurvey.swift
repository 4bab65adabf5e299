/// What a text holds at all, found in one fast pass, so that slower ones can be left out.
struct TextSurvey {
  private(set) var isASCII = true
  private(set) var hasHash = false
  private var percentSigns = 0

  init(_ text: UnsafeBufferPointer<UInt8>) {
    var union: UInt8 = 0
    var hashes: UInt8 = 0
    for byte in text {
      union |= byte
      hashes |= byte == UInt8(ascii: "#") ? 1 : 0
      percentSigns &+= byte == UInt8(ascii: "%") ? 1 : 0
    }
    isASCII = union < 0x80
    hasHash = hashes != 0
  }

  /// The place of the first directive too many; libyaml compares each with all before it.
  func surplusDirective(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let limit = 100
    guard percentSigns > limit else { return nil }
    var count = 0
    for index in text.indices where text[index] == UInt8(ascii: "%") {
      guard index == 0 || text[index - 1].isBreak else { continue }
      count += 1
      if count > limit { return index }
    }
    return nil
  }
}
