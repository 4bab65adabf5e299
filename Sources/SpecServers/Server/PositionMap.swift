package import Diagnostics

/// The unit in which an editor counts along a line.
package enum PositionEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"

  /// How many units the scalar that begins with a byte has; none for a byte within a scalar.
  @inline(__always)
  func units(ofByte byte: UInt8) -> Int {
    switch self {
    case .utf8: 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    }
  }
}

/// A place as editors have it: line and character from 0.
package struct EditorPosition: Hashable, Sendable {
  package var line: Int
  /// In the units on which editor and server agreed.
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }
}

/// Turns offsets of a document into places of an editor and back.
package struct PositionMap: Sendable {
  package let bytes: [UInt8]
  package let lines: LineTable
  private let encoding: PositionEncoding
  /// How many units begin before each multiple of ``stride``, for documents with very long lines.
  private let counts: [Int]
  private static let stride = 4096

  /// Linear in the bytes.
  package init(_ bytes: [UInt8], _ encoding: PositionEncoding) {
    self.bytes = bytes
    self.encoding = encoding
    let lines = LineTable(bytes)
    self.lines = lines
    let isLong = (0..<lines.count).contains { lines.range(ofLine: $0).length > 2 * Self.stride }
    var counts = [0]
    if isLong {
      var count = 0
      for index in bytes.indices {
        if index > 0, index % Self.stride == 0 { counts.append(count) }
        count += encoding.units(ofByte: bytes[index])
      }
    }
    self.counts = isLong ? counts : []
  }

  /// The place of an offset; one outside the document is taken to its end.
  package func position(of offset: Offset) -> EditorPosition {
    let clamped = min(max(offset.utf8, 0), bytes.count)
    let line = lines.line(of: Offset(clamped))
    let start = lines.range(ofLine: line).lowerBound.utf8
    return EditorPosition(line: line, character: units(from: start, to: clamped))
  }

  /// The offset of a place.
  ///
  /// A character behind the end of a line is taken to the end, a line behind the last one to the end
  /// of the document, and what would split a scalar to its beginning.
  package func offset(of position: EditorPosition) -> Offset {
    guard position.line >= 0 else { return Offset(0) }
    guard position.line < lines.count else { return Offset(bytes.count) }
    let range = lines.range(ofLine: position.line).indices
    var index = range.lowerBound
    var rest = position.character
    while index < range.upperBound {
      var end = index + 1
      while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
      let units = bytes[index..<end].reduce(0) { $0 + encoding.units(ofByte: $1) }
      guard units <= rest else { break }
      rest -= units
      index = end
    }
    return Offset(index)
  }

  private func units(from start: Int, to end: Int) -> Int {
    guard !counts.isEmpty, end - start > 2 * Self.stride else {
      return bytes[start..<end].reduce(0) { $0 + encoding.units(ofByte: $1) }
    }
    let first = (start + Self.stride - 1) / Self.stride
    let last = end / Self.stride
    return units(from: start, to: first * Self.stride) + counts[last] - counts[first]
      + units(from: last * Self.stride, to: end)
  }
}
