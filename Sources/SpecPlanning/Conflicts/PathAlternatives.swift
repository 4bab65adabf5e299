/// The paths that one with choices such as `src/{a,b}.ts` stands for.
enum PathAlternatives {
  private static let mostPaths = 64

  /// The paths in the order written; of more than 64 the folder that all lie in, with all in it.
  ///
  /// `{1..3}` becomes `*`, and braces around anything else, such as `{name}`, stay.
  static func expanded(_ path: String) -> [String] {
    guard path.utf8.contains(UInt8(ascii: "{")) else { return [path] }
    var pending = [Array(path.utf8)]
    var found: [String] = []
    while let next = pending.popLast() {
      guard let choice = Choice(next) else {
        found.append(String(decoding: next, as: UTF8.self))
        continue
      }
      guard found.count + pending.count + choice.options.count <= mostPaths else {
        return [folder(above: path)]
      }
      for option in choice.options.reversed() {
        pending.append(
          Array(next[..<choice.range.lowerBound]) + Array(option)
            + Array(next[choice.range.upperBound...]))
      }
    }
    return found
  }

  private static func folder(above path: String) -> String {
    let head = path.prefix { $0 != "{" }
    guard let slash = head.lastIndex(of: "/") else { return "**" }
    return head[...slash] + "**"
  }

  /// The first choice of a path that is not in another.
  private struct Choice {
    var range: Range<Int>
    var options: [ArraySlice<UInt8>]

    init?(_ bytes: [UInt8]) {
      for start in bytes.indices where bytes[start] == UInt8(ascii: "{") {
        guard let found = Self.options(bytes, start) else { continue }
        (range, options) = found
        return
      }
      return nil
    }

    private static func options(
      _ bytes: [UInt8], _ start: Int
    ) -> (Range<Int>, [ArraySlice<UInt8>])? {
      var depth = 0
      var from = start + 1
      var options: [ArraySlice<UInt8>] = []
      for index in start..<bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ",") where depth == 1:
          options.append(bytes[from..<index])
          from = index + 1
        case UInt8(ascii: "}"):
          depth -= 1
          guard depth == 0 else { continue }
          let content = bytes[from..<index]
          guard options.isEmpty else { return (start..<index + 1, options + [content]) }
          // A range of numbers or letters.
          return isRange(content) ? (start..<index + 1, [[UInt8(ascii: "*")][...]]) : nil
        default: break
        }
      }
      return nil
    }

    private static func isRange(_ content: ArraySlice<UInt8>) -> Bool {
      let dots = content.indices.dropLast().filter {
        content[$0] == UInt8(ascii: ".") && content[$0 + 1] == UInt8(ascii: ".")
      }
      return dots.count == 1 && content.first != UInt8(ascii: ".")
        && content.last != UInt8(ascii: ".")
    }
  }
}
