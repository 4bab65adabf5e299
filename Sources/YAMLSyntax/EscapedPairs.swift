import Diagnostics

/// A text whose `\ud83d\ude00` are rewritten as `\U0001F600`.
///
/// JSON writes a character beyond U+FFFF as two escapes, which libyaml refuses one by one. A
/// rewritten escape is two bytes shorter; ``originalPosition(_:)`` makes up for that.
struct EscapedPairs {
  private(set) var bytes: [UInt8] = []
  /// The places after the rewritten escapes, in `bytes`.
  private var ends: [Int] = []

  /// The length of `\ud83d\ude00`.
  private static let length = 12

  /// Rewrites the pairs that start at the given places of a text.
  private init(_ text: Slice<UnsafeBufferPointer<UInt8>>, pairs: [Int]) {
    bytes.reserveCapacity(text.count)
    var position = text.startIndex
    for pair in pairs {
      bytes += text[position..<pair]
      let value = 0x10000 + (text.hex(at: pair + 2) & 0x3FF) << 10 + text.hex(at: pair + 8) & 0x3FF
      let digits = String(value, radix: 16)
      bytes += "\\U\(String(repeating: "0", count: 8 - digits.utf8.count))\(digits)".utf8
      ends.append(bytes.count)
      position = pair + Self.length
    }
    bytes += text[position...]
  }

  /// The place in the text as it is written; logarithmic in the number of pairs.
  func originalPosition(_ position: Int) -> Int {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= position { low = middle + 1 } else { high = middle }
    }
    return position + 2 * low
  }

  /// Reads a text, with its pairs rewritten only if libyaml stumbles over an escape.
  static func parse(
    _ bytes: [UInt8], in range: Range<Int>, limits: YAMLLimits
  ) throws(YAMLError) -> YAMLStream {
    do throws(ParserInput.Failure) {
      return try parseUnexplained(bytes, in: range, limits: limits)
    } catch {
      switch error {
      case .error(let error): throw error
      case .fault(let fault):
        throw bytes.withUnsafeBufferPointer {
          FaultExplanation(fault, in: $0, range: withoutMark(bytes, range)).error
        }
      }
    }
  }

  /// Reads a text that may well be faulty, without the cost of saying why it is.
  static func parseUnexplained(
    _ bytes: [UInt8], in range: Range<Int>, limits: YAMLLimits
  ) throws(ParserInput.Failure) -> YAMLStream {
    guard range.count <= limits.bytes else {
      throw .error(
        YAMLError(
          "the text has \(range.count) bytes, more than the \(limits.bytes) that are read",
          at: Range(range.lowerBound, range.lowerBound)))
    }
    return try bytes.withUnsafeBufferPointer { source throws(ParserInput.Failure) in
      try readRewritingIfNeeded(
        ParserInput(source: source, range: withoutMark(bytes, range), limits: limits))
    }
  }

  /// A range without a byte order mark at its start.
  private static func withoutMark(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let hasMark = bytes[range].starts(with: [0xEF, 0xBB, 0xBF])
    return hasMark ? (range.lowerBound + 3)..<range.upperBound : range
  }

  private static func readRewritingIfNeeded(
    _ input: ParserInput
  ) throws(ParserInput.Failure) -> YAMLStream {
    do throws(ParserInput.Failure) {
      return try input.read().stream
    } catch {
      guard case .fault(let fault) = error, fault.isRefusedEscape else { throw error }
      var pairs = places(in: input.source[input.range])
      guard !pairs.isEmpty else { throw error }
      var input = input
      input.rewritten = EscapedPairs(input.source[input.range], pairs: pairs)
      let reading = try input.read()
      // Outside double quotes a backslash is a backslash: those must stay as they are.
      let count = pairs.count
      var verbatim = reading.verbatim[...]
      pairs.removeAll { pair in
        while let first = verbatim.first, first.upperBound <= pair { verbatim.removeFirst() }
        return verbatim.first?.contains(pair) ?? false
      }
      guard pairs.count < count else { return reading.stream }
      input.rewritten = EscapedPairs(input.source[input.range], pairs: pairs)
      return try input.read().stream
    }
  }

  /// Where a high and a low surrogate stand as escapes one after the other.
  private static func places(in text: Slice<UnsafeBufferPointer<UInt8>>) -> [Int] {
    var places: [Int] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      if text.isSurrogate(0xD800, at: index), text.isSurrogate(0xDC00, at: index + 6) {
        places.append(index)
        index += length
      } else {
        index += 2
      }
    }
    return places
  }
}

extension ParserFault {
  /// Whether libyaml met an escape of half a character.
  var isRefusedEscape: Bool { problem == "found invalid Unicode character escape code" }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Whether `\uXXXX` at a place is a surrogate of the kind with this first code.
  fileprivate func isSurrogate(_ kind: Int, at index: Int) -> Bool {
    guard index + 6 <= endIndex, self[index] == UInt8(ascii: "\\"),
      self[index + 1] == UInt8(ascii: "u")
    else { return false }
    return hex(at: index + 2) & 0xFC00 == kind
  }

  /// The number that four hexadecimal digits say; 0 if they are others.
  fileprivate func hex(at index: Int) -> Int {
    var number = 0
    for byte in self[index..<index + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return 0 }
      number = number * 16 + digit
    }
    return number
  }
}
