/// A pattern of paths.
///
/// `*` stands for any part of a name, `?` for one character, `**` for any number of folders. What
/// lies below a path that matches, matches too.
struct PathGlob: Sendable, Hashable {
  private let segments: [[UInt8]]

  init(_ pattern: String) {
    segments = pattern.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
      .filter { $0 != [UInt8(ascii: ".")] }
  }

  /// Takes time with the product of the two lengths at most.
  func matches(_ path: String) -> Bool {
    let names = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    // Which numbers of segments can be used up by the names so far.
    var reached: Set<Int> = skipDeep([0])
    for name in names {
      if reached.contains(segments.count) { return true }
      var next: Set<Int> = []
      for position in reached where position < segments.count {
        if Self.isDeep(segments[position]) {
          next.insert(position)
        } else if Self.matches(segments[position], name) {
          next.insert(position + 1)
        }
      }
      reached = skipDeep(next)
      if reached.isEmpty { return false }
    }
    return reached.contains(segments.count)
  }

  /// `**` may stand for no folder at all.
  private func skipDeep(_ positions: Set<Int>) -> Set<Int> {
    var all = positions
    for var position in positions {
      while position < segments.count, Self.isDeep(segments[position]) {
        position += 1
        all.insert(position)
      }
    }
    return all
  }

  private static func isDeep(_ segment: [UInt8]) -> Bool {
    segment == Array("**".utf8)
  }

  private static func matches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    var (index, position) = (0, 0)
    var star: (index: Int, position: Int)?
    while position < name.count {
      if index < pattern.count, pattern[index] == UInt8(ascii: "*") {
        star = (index, position)
        index += 1
      } else if index < pattern.count, pattern[index] == UInt8(ascii: "?") {
        index += 1
        position += 1
        while position < name.count, name[position] & 0xC0 == 0x80 { position += 1 }
      } else if index < pattern.count, pattern[index] == name[position] {
        index += 1
        position += 1
      } else if let last = star {
        // The star takes one byte more.
        star = (last.index, last.position + 1)
        index = last.index + 1
        position = last.position + 1
      } else {
        return false
      }
    }
    while index < pattern.count, pattern[index] == UInt8(ascii: "*") { index += 1 }
    return index == pattern.count
  }
}
