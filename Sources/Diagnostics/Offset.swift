/// A distance in bytes from the start of one source file.
///
/// Every part of the program counts in this unit; only ``SourceFile`` turns offsets into lines and
/// columns, and only the edges of the program convert from and to other units.
package struct Offset: Hashable, Comparable, Sendable {
  package var utf8: Int

  package init(_ utf8: Int) {
    self.utf8 = utf8
  }

  package static func < (left: Offset, right: Offset) -> Bool {
    left.utf8 < right.utf8
  }

  package static func + (offset: Offset, distance: Int) -> Offset {
    Offset(offset.utf8 + distance)
  }

  package static func - (left: Offset, right: Offset) -> Int {
    left.utf8 - right.utf8
  }
}

extension Range where Bound == Offset {
  /// The range between two byte offsets, of which the first must not be the larger.
  package init(_ lower: Int, _ upper: Int) {
    self = Offset(lower)..<Offset(upper)
  }

  /// The bytes that the range covers, as indices into the file's bytes.
  package var indices: Range<Int> {
    lowerBound.utf8..<upperBound.utf8
  }

  /// The length in bytes.
  package var length: Int {
    upperBound - lowerBound
  }
}
