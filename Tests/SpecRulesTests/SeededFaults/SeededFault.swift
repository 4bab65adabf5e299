import TestSupport
import Testing

/// One fault that is planted in a workspace which is clean without it.
///
/// `Fixtures/seeded-faults.txt` lists them, each as `fault NAME`, `rule ID` and changes: `in FILE`
/// with the lines as they are, `=>`, the lines as they shall be and a line of one dot; `new FILE` with
/// lines and a dot; `no FILE`. An arrow `→` in changed lines marks where the fault is to be found;
/// `at FILE:LINE:COLUMN` says it for a place that no change touches, `at FILE` for a whole file. In
/// changed lines `{0D}` stands for the byte with that number.
struct SeededFault: Sendable, CustomTestStringConvertible {
  /// A change of one file; `nil` for lines that are not there before or after.
  struct Change: Sendable {
    var path: String
    var old: [String]?
    var new: [String]?
  }

  var name: String
  var rule = ""
  var changes: [Change] = []
  var places: [String] = []

  var testDescription: String { "\(rule): \(name)" }

  /// The faults of a table, in order.
  static func read(_ text: String) throws -> [SeededFault] {
    var faults: [SeededFault] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    func block(upTo end: String) -> [String] {
      let block = lines.prefix { $0 != end }
      lines = lines.dropFirst(block.count + 1)
      return Array(block)
    }
    while let line = lines.popFirst() {
      guard let space = line.firstIndex(of: " "), !line.hasPrefix("#") else { continue }
      let value = String(line[line.index(after: space)...])
      switch line[..<space] {
      case "fault":
        faults.append(SeededFault(name: value))
        continue
      case "rule": faults[faults.count - 1].rule = value
      case "in":
        let old = block(upTo: "=>")
        faults[faults.count - 1].changes.append(
          Change(path: value, old: old, new: block(upTo: ".")))
      case "new":
        faults[faults.count - 1].changes.append(
          Change(path: value, old: nil, new: block(upTo: ".")))
      case "no":
        faults[faults.count - 1].changes.append(Change(path: value, old: nil, new: nil))
      case "at": faults[faults.count - 1].places.append(value)
      default: throw Misspelled(line: line)
      }
    }
    return faults
  }

  struct Misspelled: Error {
    var line: String
  }

  /// Plants the fault in files by path, and says the places at which it is to be found.
  func plant(in files: inout [String: [UInt8]]) throws -> Set<MarkedPlace> {
    var expected: Set<MarkedPlace> = []
    for change in changes {
      guard let new = change.new else {
        guard files.removeValue(forKey: change.path) != nil else {
          throw Misspelled(line: change.path)
        }
        continue
      }
      var bytes = Self.bytes(new)
      var start = 0
      if let old = change.old {
        guard let whole = files[change.path], let range = whole.onlyRange(of: Self.bytes(old))
        else { throw Misspelled(line: old.first ?? change.path) }
        start = range.lowerBound
        bytes = whole[..<range.lowerBound] + bytes + whole[range.upperBound...]
      } else if files[change.path] != nil {
        throw Misspelled(line: change.path)
      }
      while let mark = bytes[start...].firstRange(of: Array("→".utf8)) {
        bytes.removeSubrange(mark)
        expected.insert(MarkedPlace(path: change.path, offset: mark.lowerBound))
      }
      files[change.path] = bytes
    }
    for place in places {
      let parts = place.split(separator: ":")
      let path = String(parts[0])
      guard parts.count == 3, let line = Int(parts[1]), let column = Int(parts[2]) else {
        expected.insert(MarkedPlace(path: path, offset: 0))
        continue
      }
      let starts = (files[path] ?? []).split(separator: 0x0A, omittingEmptySubsequences: false)
        .map(\.startIndex)
      guard starts.indices.contains(line - 1) else { throw Misspelled(line: place) }
      expected.insert(MarkedPlace(path: path, offset: starts[line - 1] + column - 1))
    }
    return expected
  }

  /// The lines with an end each, and the bytes that are written as numbers in braces.
  private static func bytes(_ lines: [String]) -> [UInt8] {
    var rest = Array(lines.map { $0 + "\n" }.joined().utf8)[...]
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "{"), rest.count > 2, rest[rest.startIndex + 2] == UInt8(ascii: "}"),
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}

extension [UInt8] {
  /// Where other bytes stand in these, if they stand there just once.
  fileprivate func onlyRange(of other: [UInt8]) -> Range<Int>? {
    let ranges = ranges(of: other)
    return ranges.count == 1 ? ranges[0] : nil
  }
}
