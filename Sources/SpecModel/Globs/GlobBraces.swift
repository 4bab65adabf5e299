/// The braces of a pattern: `{a,b}` stands for either.
enum GlobBraces {
  /// The texts that a pattern stands for; braces without a comma or without a match are ordinary.
  ///
  /// Linear in the pattern for each of the texts.
  static func expanded(_ pattern: [UInt8]) throws(FileGlob.Fault) -> [[UInt8]] {
    var pending = [pattern]
    var found: [[UInt8]] = []
    while let next = pending.popLast() {
      guard let choice = choice(in: next) else {
        found.append(next)
        continue
      }
      guard found.count + pending.count + choice.options.count <= FileGlob.mostAlternatives else {
        throw .tooManyAlternatives
      }
      for option in choice.options.reversed() {
        pending.append(
          Array(next[..<choice.range.lowerBound] + next[option] + next[choice.range.upperBound...]))
      }
    }
    return found
  }

  private struct Choice {
    /// From the brace that opens it to behind the one that closes it.
    var range: Range<Int>
    /// What stands between the commas.
    var options: [Range<Int>]
  }

  /// Braces that are not closed yet.
  private struct Open {
    var start: Int
    /// Where its commas stand, those of inner braces left out.
    var commas: [Int] = []
  }

  /// The first braces with a comma in them that are not inside of others.
  private static func choice(in text: [UInt8]) -> Choice? {
    var open: [Open] = []
    var first: Choice?
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "{"): open.append(Open(start: index))
      case UInt8(ascii: ",") where !open.isEmpty: open[open.count - 1].commas.append(index)
      case UInt8(ascii: "}"):
        guard let closed = open.popLast(), !closed.commas.isEmpty else { continue }
        // Outer braces begin before inner ones, and end behind them.
        guard closed.start < first?.range.lowerBound ?? .max else { continue }
        let starts = [closed.start + 1] + closed.commas.map { $0 + 1 }
        first = Choice(
          range: closed.start..<index + 1,
          options: zip(starts, closed.commas + [index]).map { $0..<$1 })
      default: break
      }
    }
    return first
  }
}
