import Diagnostics
import SpecModel

/// Gathers the occurrences of one document.
struct OccurrenceCollector {
  let file: SourceFile
  private(set) var occurrences: [Occurrence] = []

  init(_ file: SourceFile) {
    self.file = file
  }

  /// Adds an occurrence of a name that stands somewhere in a range; where it does not stand there
  /// byte for byte, the whole range.
  mutating func add(
    _ symbol: Symbol, _ name: String, in range: Range<Offset>, _ role: Occurrence.Role = .reference
  ) {
    let exact = place(of: name, in: range)
    occurrences.append(
      Occurrence(
        symbol: symbol, path: file.path, range: exact ?? range, role: role, isExact: exact != nil))
  }

  /// Adds the beginning of a name that stands in a range and is itself the name of a symbol: the `2`
  /// of `2.1`.
  mutating func addPart(
    _ symbol: Symbol, _ part: String, of name: String, in range: Range<Offset>
  ) {
    guard name.utf8.count > part.utf8.count, name.utf8.starts(with: part.utf8),
      name.utf8.dropFirst(part.utf8.count).first == UInt8(ascii: "."),
      let exact = place(of: name, in: range)
    else { return }
    occurrences.append(
      Occurrence(
        symbol: symbol, path: file.path,
        range: exact.lowerBound..<(exact.lowerBound + part.utf8.count), role: .part, isExact: true))
  }

  mutating func add(_ symbol: (String) -> Symbol, _ names: [Located<String>]) {
    for name in names { add(symbol(name.value), name.value, in: name.range) }
  }

  /// Where a name stands first in a range without a letter or digit beside it.
  func place(of name: String, in range: Range<Offset>) -> Range<Offset>? {
    let name = Array(name.utf8)
    let range = range.indices.clamped(to: file.bytes.indices)
    guard !name.isEmpty, range.count >= name.count, range.count <= 1 << 16 else { return nil }
    var start = range.lowerBound
    while start + name.count <= range.upperBound {
      if file.bytes[start] == name[0], file.bytes[start..<(start + name.count)].elementsEqual(name),
        !isWordByte(at: start - 1, in: range), !isWordByte(at: start + name.count, in: range)
      {
        return Range(start, start + name.count)
      }
      start += 1
    }
    return nil
  }

  private func isWordByte(at index: Int, in range: Range<Int>) -> Bool {
    guard range.contains(index) else { return false }
    let byte = file.bytes[index]
    return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Each occurrence once: an edge of a chain is drawn from the end of the one before.
  mutating func removeRepetitions() {
    var seen: Set<Occurrence> = []
    occurrences = occurrences.filter { seen.insert($0).inserted }
  }
}
