/// The bytes of a document while it is read: a pointer and a count, so that the many copies of a
/// ``Cursor`` count no references.
///
/// A view is valid only within the closure of ``Swift/Array/withView(_:)`` that made it. Views and
/// what holds them (cursors and readers) are made anew for each document by its initialiser, live in
/// local variables of that closure and are no part of what it returns: the model holds offsets and
/// strings. An index outside the view is a programming error and traps, as it does in an array.
struct ByteView: RandomAccessCollection {
  private let base: UnsafePointer<UInt8>
  let count: Int

  fileprivate init(base: UnsafePointer<UInt8>, count: Int) {
    self.base = base
    self.count = count
  }

  @inline(__always) var startIndex: Int { 0 }
  @inline(__always) var endIndex: Int { count }

  @inline(__always) subscript(index: Int) -> UInt8 {
    // Every read goes through this comparison, so that no offset leads outside the bytes.
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
    return base[index]
  }

  @inline(__always) func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try body(UnsafeBufferPointer(start: base, count: count))
  }
}

extension [UInt8] {
  /// Runs a closure with a view of the bytes, which must not be kept beyond it.
  @inline(__always) func withView<Result>(_ body: (ByteView) throws -> Result) rethrows -> Result {
    try withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else {
        // An empty array may have no address; of an empty view no byte is ever read.
        return try Swift.withUnsafePointer(to: 0) { try body(ByteView(base: $0, count: 0)) }
      }
      return try body(ByteView(base: base, count: bytes.count))
    }
  }
}
