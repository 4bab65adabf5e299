import Diagnostics

/// A line of code that takes something from another file, in any of the usual languages.
enum ImportLine {
  /// What the line imports; nothing when it does not import, or says itself that it must not.
  ///
  /// Linear in the line.
  static func references(in bytes: ByteView, _ line: Range<Int>) -> [ModuleReference] {
    guard line.count <= 1000 else { return [] }
    var cursor = Cursor(bytes, line)
    cursor.skipBlanks()
    if cursor.skip("@testable") { cursor.skipBlanks() }
    if cursor.skip("from ") { return python(&cursor) }
    if cursor.skip("import ") {
      if let quoted = quoted(cursor) { return reference(quoted, bytes, isPath: true) }
      return list(&cursor)
    }
    if cursor.skip("use ") || cursor.skip("using ") { return list(&cursor) }
    if cursor.skip("#include") {
      return quoted(cursor).map { reference($0, bytes, isPath: true) } ?? []
    }
    if cursor.skip("const ") || cursor.skip("let ") || cursor.skip("var "),
      let call = find("require(", from: cursor)
    {
      return quoted(call).map { reference($0, bytes, isPath: true) } ?? []
    }
    return []
  }

  /// Whether a remark says that what stands beside or below it must not be imported; `nil` when it
  /// says nothing of that.
  static func forbids(_ bytes: ByteView, _ remark: Range<Int>) -> Bool? {
    let words = String(decoding: bytes[remark], as: UTF8.self).lowercased()
    let refusals = ["forbidden", "not allowed", "never", "must not", "do not", "no!", "❌", "🚫"]
    if refusals.contains(where: { words.contains($0) }) { return true }
    return words.contains("allowed") || words.contains("✅") ? false : nil
  }

  /// Where a remark begins in a line of code; `nil` without one.
  static func remark(in bytes: ByteView, _ line: Range<Int>) -> Int? {
    line.first { index in
      let isAfterBlank = index == line.lowerBound || bytes[index - 1].isBlank
      guard isAfterBlank else { return false }
      if bytes[index] == UInt8(ascii: "#") {
        return index + 1 >= line.upperBound || !bytes[index + 1].isLetter
      }
      return bytes[index] == UInt8(ascii: "/") && index + 1 < line.upperBound
        && bytes[index + 1] == UInt8(ascii: "/")
    }
  }

  // MARK: Forms

  /// `from engine.core.events import Tick, Level`, behind the first word.
  private static func python(_ cursor: inout Cursor) -> [ModuleReference] {
    let path = word(&cursor)
    cursor.skipBlanks()
    guard cursor.skip("import") else { return [] }
    var members: [String] = []
    while !cursor.isAtEnd, members.count < 16 {
      while !cursor.isAtEnd, !isNamePart(cursor.current) { cursor.position += 1 }
      let start = cursor.position
      while isNamePart(cursor.current) { cursor.position += 1 }
      if cursor.position > start {
        members.append(String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self))
      }
    }
    return reference(path, cursor.bytes, isPath: false, members: members)
  }

  /// `import a.b, c`, `import struct A.B`, `use a::b::{c, d};`, behind the first word.
  private static func list(_ cursor: inout Cursor) -> [ModuleReference] {
    var found: [ModuleReference] = []
    while !cursor.isAtEnd, found.count < 16 {
      cursor.skipBlanks()
      let path = word(&cursor)
      let text = String(decoding: cursor.bytes[path], as: UTF8.self)
      if !["struct", "class", "enum", "protocol", "func", "typealias", "static"].contains(text) {
        found += reference(path, cursor.bytes, isPath: false)
        while !cursor.isAtEnd, cursor.current != UInt8(ascii: ",") { cursor.position += 1 }
        guard cursor.skip(UInt8(ascii: ",")) else { break }
      }
      if path.isEmpty { break }
    }
    return found
  }

  private static func word(_ cursor: inout Cursor) -> Range<Int> {
    let start = cursor.position
    while isNamePart(cursor.current) || [0x2E, 0x2F, 0x3A].contains(cursor.current) {
      cursor.position += 1
    }
    return start..<cursor.position
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// What stands in the first quotation marks of the rest of a line.
  private static func quoted(_ cursor: Cursor) -> Range<Int>? {
    guard
      let open = cursor.rest.first(where: {
        cursor.bytes[$0] == UInt8(ascii: "\"") || cursor.bytes[$0] == UInt8(ascii: "'")
      }),
      let close = (open + 1..<cursor.end).first(where: { cursor.bytes[$0] == cursor.bytes[open] })
    else { return nil }
    return open + 1..<close
  }

  private static func find(_ word: StaticString, from cursor: Cursor) -> Cursor? {
    var attempt = cursor
    while !attempt.isAtEnd {
      if attempt.skip(word) { return attempt }
      attempt.position += 1
    }
    return nil
  }

  private static func reference(
    _ range: Range<Int>, _ bytes: ByteView, isPath: Bool, members: [String] = []
  ) -> [ModuleReference] {
    guard !range.isEmpty else { return [] }
    var end = range.upperBound
    if isPath, let dot = range.last(where: { bytes[$0] == UInt8(ascii: ".") }),
      !bytes[dot..<end].contains(UInt8(ascii: "/")), end - dot <= 6
    {
      end = dot
    }
    let isRelative = bytes[range.lowerBound] == UInt8(ascii: ".")
    let marks: Set<UInt8> = [0x2E, 0x2F, 0x3A]
    let parts = bytes[range.lowerBound..<end].split { marks.contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
      .drop { ["crate", "super", "self"].contains($0) }
    guard !parts.isEmpty, parts.count <= 32 else { return [] }
    return [
      ModuleReference(
        .path(members: members, isRelative: isRelative), parts.joined(separator: "/"),
        at: Range(range.lowerBound, range.upperBound))
    ]
  }
}
