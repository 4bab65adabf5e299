/// The name of a feature that is to be made: words of small letters and digits with hyphens between.
package struct FeatureName: Sendable, Hashable {
  /// The most bytes of a name.
  package static let longest = 64

  package let text: String

  /// Fails for what is no such name, or a longer one.
  package init(_ text: String) throws(FeatureNameError) {
    if let fault = Self.fault(of: text) {
      throw FeatureNameError(name: text, fault: fault, suggestion: Self.suggestion(for: text))
    }
    self.text = text
  }

  private static func fault(of text: String) -> FeatureNameError.Fault? {
    if text.isEmpty { return .empty }
    if text.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") || $0 == 0 })
      || text == "." || text == ".."
    {
      return .path
    }
    if text.utf8.count > longest { return .tooLong }
    let words = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isKebab = words.allSatisfy { !$0.isEmpty && $0.allSatisfy(isWordByte) }
    return isKebab ? nil : .notKebabCase
  }

  /// Small letters and digits of ASCII.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// A name made of the words in a text; `nil` where letters would be lost.
  private static func suggestion(for text: String) -> String? {
    var words: [UInt8] = []
    var wasSmall = false
    for byte in text.utf8 {
      if byte >= 0x80 { return nil }
      let isCapital = byte &- 0x41 < 26
      if isCapital, wasSmall { words.append(UInt8(ascii: "-")) }
      let small = isCapital ? byte | 0x20 : byte
      if isWordByte(small) {
        words.append(small)
      } else if words.last != UInt8(ascii: "-"), !words.isEmpty {
        words.append(UInt8(ascii: "-"))
      }
      wasSmall = isWordByte(byte)
    }
    words = Array(words.prefix(longest))
    while words.last == UInt8(ascii: "-") { words.removeLast() }
    return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
  }
}

/// Why a text is no name for a feature.
package struct FeatureNameError: Error, Sendable, Hashable {
  /// What keeps a text from being a name.
  package enum Fault: Sendable, Hashable {
    case empty, tooLong, notKebabCase
    /// The text would name another place.
    case path
    /// Another feature that is to be made has the name.
    case taken
  }

  /// The text that was to be the name.
  package var name: String
  package var fault: Fault
  /// A name near to the one given.
  package var suggestion: String?

  package init(name: String, fault: Fault, suggestion: String? = nil) {
    self.name = name
    self.fault = fault
    self.suggestion = suggestion
  }

  package var message: String {
    switch fault {
    case .empty: "the name of a feature is empty"
    case .tooLong:
      "the name of a feature has \(name.utf8.count) bytes, more than \(FeatureName.longest)"
    case .notKebabCase: "'\(name)' is no name for a feature"
    case .path: "'\(name)' is a path, not the name of a feature"
    case .taken: "two features would be called '\(name)'"
    }
  }

  /// The suggestion, or how names are written where there is none.
  package var help: String {
    if let suggestion { return "did you mean '\(suggestion)'?" }
    return "write small letters and digits with hyphens between the words, such as 'order-export'"
  }
}
