package import Diagnostics

extension TaskItem {
  /// What is written about how long the task takes: an estimate line, else parentheses at the end of the
  /// title such as `(16h)`; `nil` where nothing is.
  package var writtenEstimate: Located<EstimateReading>? {
    if let estimate { return Located(EstimateReading(estimate.value), at: estimate.range) }
    // Most titles end otherwise, and bytes tell it without a walk over characters.
    guard title.utf8.last == UInt8(ascii: ")") || title.hasSuffix("）"),
      let open = title.lastIndex(where: { $0 == "(" || $0 == "（" })
    else { return nil }
    let inside = title[title.index(after: open)...].dropLast()
    guard inside.utf8.count <= 40, Self.isOnlyTime(inside) else { return nil }
    let reading = EstimateReading(String(inside))
    guard case .time = reading else { return nil }
    return Located(reading, at: titleRange)
  }

  /// Whether words hold a time and nothing else: `16h`, `~2 hours`, `est. 30 min`, but not `last 30 days`.
  private static func isOnlyTime(_ text: Substring) -> Bool {
    var hasNumber = false
    for word in text.lowercased().split(whereSeparator: { " ~-–:+".contains($0) }) {
      let letters = word.drop { $0.isNumber || $0 == "." }
      if letters.count < word.count { hasNumber = true }
      guard
        letters.isEmpty || TimeUnit.seconds[String(letters)] != nil
          || ["est.", "est", "estimate", "estimated", "about", "约", "約"].contains(letters)
      else { return false }
    }
    return hasNumber
  }
}
