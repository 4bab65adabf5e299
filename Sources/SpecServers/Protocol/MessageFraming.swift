/// Cuts a stream of bytes into messages, each behind a header with its `Content-Length`.
///
/// Feeding and taking are linear in the bytes altogether, in however small pieces these come.
package struct MessageFraming: Sendable {
  /// The most bytes of a header.
  package static let headerLimit = 8 << 10
  /// The most bytes of a message.
  package static let contentLimit = 64 << 20

  private var buffer: [UInt8] = []
  /// Everything before this was taken.
  private var start = 0
  /// Up to here there is no end of a header.
  private var searched = 0
  private var length: Int?

  package init() {}

  /// Whether bytes of a message are there that is not whole.
  package var isInMessage: Bool { length != nil || start < buffer.count }

  /// Any number of messages, whole or in part.
  package mutating func append(_ bytes: some Collection<UInt8>) {
    if start > 0, start == buffer.count || start > 1 << 16 {
      buffer.removeFirst(start)
      searched -= start
      start = 0
    }
    buffer += bytes
  }

  /// The next message, or `nil` until more bytes come.
  package mutating func next() throws(FramingError) -> [UInt8]? {
    if length == nil {
      guard let header = try header() else { return nil }
      length = try Self.contentLength(buffer[header])
    }
    guard let length, buffer.count - start >= length else { return nil }
    let message = Array(buffer[start..<(start + length)])
    start += length
    searched = start
    self.length = nil
    return message
  }

  /// The lines of the header, which are then taken.
  private mutating func header() throws(FramingError) -> Range<Int>? {
    var index = max(searched, start + 3)
    while index < buffer.count {
      if buffer[index] == 0x0A, buffer[index - 1] == 0x0D, buffer[index - 2] == 0x0A,
        buffer[index - 3] == 0x0D
      {
        let header = start..<(index - 1)
        start = index + 1
        return header
      }
      index += 1
    }
    searched = index
    // The two bytes more are those that a header's last line is followed by.
    guard buffer.count - start <= Self.headerLimit + 2 else { throw .headerTooLong }
    return nil
  }

  private static func contentLength(_ header: ArraySlice<UInt8>) throws(FramingError) -> Int {
    guard header.count <= headerLimit else { throw .headerTooLong }
    var length: Int?
    for line in header.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
        throw .noHeader(String(decoding: line.prefix(60), as: UTF8.self))
      }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = line[(colon + 1)...].filter { $0 != 0x20 && $0 != 0x09 }
      guard name == "content-length" else { continue }
      guard length == nil, !value.isEmpty, value.allSatisfy({ $0 &- 0x30 < 10 }) else {
        throw .badLength(String(decoding: value.prefix(60), as: UTF8.self))
      }
      guard let number = Int(String(decoding: value, as: UTF8.self)), number <= contentLimit else {
        throw .tooLong(String(decoding: value.prefix(60), as: UTF8.self))
      }
      length = number
    }
    guard let length else { throw .noLength }
    return length
  }

  /// A message with its header.
  package static func framed(_ message: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(message.count)\r\n\r\n".utf8) + message
  }
}

/// Why a stream of bytes cannot be cut into messages; nothing after it can be read.
package enum FramingError: Error, Sendable, Hashable {
  case headerTooLong
  /// A line of a header without a colon.
  case noHeader(String)
  case noLength
  case badLength(String)
  case tooLong(String)
  case endsInMessage

  /// The reason as a phrase.
  package var phrase: String {
    switch self {
    case .headerTooLong:
      "the header of a message is longer than \(MessageFraming.headerLimit) bytes"
    case .noHeader(let line): "'\(line)' is no line of a header"
    case .noLength: "a message has no 'Content-Length'"
    case .badLength(let text): "'\(text)' is no length of a message"
    case .tooLong(let text):
      "a message of \(text) bytes is longer than \(MessageFraming.contentLimit >> 20) MiB"
    case .endsInMessage: "the input ends within a message"
    }
  }
}
