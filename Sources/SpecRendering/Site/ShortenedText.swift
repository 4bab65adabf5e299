extension String {
  /// The text cut to a number of characters, with an ellipsis where something is left out.
  func shortened(to count: Int) -> String {
    guard utf8.count > count, let end = index(startIndex, offsetBy: count, limitedBy: endIndex),
      end < endIndex
    else { return self }
    return self[..<index(before: end)] + "…"
  }
}
