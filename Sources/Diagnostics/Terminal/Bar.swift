/// How much of something is done, as a bar: `█████░░░ 62 %`.
package struct Bar: Hashable, Sendable {
  package var done: Int
  package var total: Int
  /// The columns of the bar without the percentage.
  package var width: Int
  /// Whether to draw with `#` and `-` for terminals and logs that know ASCII only.
  package var isASCII: Bool

  /// Brings what is done between 0 and the total, and a negative total or width to 0.
  package init(_ done: Int, of total: Int, width: Int = 8, isASCII: Bool = false) {
    self.total = max(total, 0)
    self.done = min(max(done, 0), self.total)
    self.width = max(width, 0)
    self.isASCII = isASCII
  }

  /// From 0 to 100, rounded down, so that 100 means done; nothing of nothing is 0.
  package var percentage: Int {
    share(of: 100)
  }

  /// The bar alone; begun work shows at least one block, unfinished work lacks at least one.
  package var blocks: String {
    var filled = share(of: width)
    if done > 0, filled == 0 { filled = min(1, width) }
    return String(repeating: isASCII ? "#" : "█", count: filled)
      + String(repeating: isASCII ? "-" : "░", count: width - filled)
  }

  /// The bar and the percentage.
  package var text: String {
    isASCII ? "[\(blocks)] \(percentage) %" : "\(blocks) \(percentage) %"
  }

  /// The done part of a number, rounded down.
  private func share(of whole: Int) -> Int {
    guard total > 0 else { return 0 }
    // The quotient is at most `whole`, as `done` is at most `total`.
    return total.dividingFullWidth(done.multipliedFullWidth(by: whole)).quotient
  }
}
