internal import Glibc

/// Paths compared by their bytes.
///
/// File systems tell composed from decomposed letters and `String` does not; the order of bytes also
/// is the same everywhere.
enum ByteOrder {
  static func precedes(_ left: String, _ right: String) -> Bool {
    compare(left, right) < 0
  }

  static func areEqual(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && compare(left, right) == 0
  }

  private static func compare(_ left: String, _ right: String) -> Int32 {
    withBytes(of: left) { left in
      withBytes(of: right) { right in
        let common = min(left.count, right.count)
        if common > 0, let left = left.baseAddress, let right = right.baseAddress {
          let order = memcmp(left, right, common)
          if order != 0 { return order }
        }
        return left.count < right.count ? -1 : left.count > right.count ? 1 : 0
      }
    }
  }

  /// Calls `body` with the bytes of a text, without copying them where the text holds them in a row.
  @inline(__always)
  static func withBytes<Result>(
    of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(text.utf8).withUnsafeBufferPointer(body)
  }
}
