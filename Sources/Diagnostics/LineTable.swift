/// Where each line of a file begins, for turning offsets into lines and columns.
///
/// A line ends at LF, CRLF or a CR that no LF follows, as CommonMark has it. Building the table is
/// linear in the file; a look-up is logarithmic in the number of lines.
package struct LineTable: Sendable {
  private let starts: [Int]
  private let bytes: [UInt8]
  /// How many scalars begin before each multiple of ``stride``, for files with very long lines.
  private let scalarCounts: [Int]
  private static let stride = 4096

  package init(_ bytes: [UInt8]) {
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
        let next = index + 1
        if byte == UInt8(ascii: "\r"), next < bytes.count, bytes[next] == UInt8(ascii: "\n") {
          continue
        }
        starts.append(next)
      }
    }
    self.starts = starts
    self.bytes = bytes
    var longest = 0
    for index in starts.indices {
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      longest = max(longest, end - starts[index])
    }
    scalarCounts = longest > 2 * Self.stride ? Self.countScalars(of: bytes) : []
  }

  private static func countScalars(of bytes: [UInt8]) -> [Int] {
    var counts = [0]
    var count = 0
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        if index > 0, index % stride == 0 { counts.append(count) }
        if bytes[index] & 0xC0 != 0x80 { count += 1 }
      }
    }
    return counts
  }

  /// The number of lines; a file that ends with a line break has an empty last line.
  package var count: Int { starts.count }

  /// The line, counted from 0, on which an offset stands.
  package func line(of offset: Offset) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset.utf8 { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line, counted from 0, without its line break.
  package func range(ofLine line: Int) -> Range<Offset> {
    let start = starts[line]
    var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return Range(start, end)
  }

  /// The position of an offset, with a column in Unicode scalars; constant in the length of the line.
  package func position(of offset: Offset) -> Position {
    let clamped = Offset(min(max(offset.utf8, 0), bytes.count))
    let line = line(of: clamped)
    return Position(
      line: line + 1, column: scalarCount(from: starts[line], to: clamped.utf8) + 1)
  }

  private func scalarCount(from start: Int, to end: Int) -> Int {
    guard end - start > 2 * Self.stride else {
      return bytes[start..<end].count { $0 & 0xC0 != 0x80 }
    }
    let first = (start + Self.stride - 1) / Self.stride
    let last = end / Self.stride
    return scalarCount(from: start, to: first * Self.stride)
      + (scalarCounts[last] - scalarCounts[first])
      + scalarCount(from: last * Self.stride, to: end)
  }
}

/// A place as people count: lines and columns from 1, columns in Unicode scalars.
package struct Position: Hashable, Comparable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
