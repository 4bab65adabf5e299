/// A value and the place at which it was written.
package struct Located<Value> {
  package var value: Value
  package var range: Range<Offset>

  package init(_ value: Value, at range: Range<Offset>) {
    self.value = value
    self.range = range
  }

  /// The same place with a value made from this one.
  package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: range)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
