/// A comparison of a metric with a threshold, such as `latency_p95 > 10s`.
struct AlertCondition {
  private static let operators = [">=", "<=", "==", "!=", ">", "<", "="]

  /// What is wrong with a condition and how to write it; `nil` when it is one.
  static func fault(in text: String) -> (message: String, help: String)? {
    guard let start = text.firstIndex(where: { "<>=!".contains($0) }),
      let comparison = operators.first(where: { text[start...].hasPrefix($0) })
    else {
      return ("the condition '\(text)' compares nothing", "write 'error_rate > 5%'")
    }
    let metric = trimmed(text[..<start])
    let threshold = trimmed(text[text.index(start, offsetBy: comparison.count)...])
    if metric.isEmpty {
      return ("the condition '\(text)' names no metric", "write 'error_rate \(text)'")
    }
    if threshold.isEmpty {
      return ("the condition '\(text)' has no threshold", "write '\(text) 5%'")
    }
    let number = threshold.hasPrefix("-") ? String(threshold.dropFirst()) : threshold
    guard Quantity.magnitude(number) != nil || ["true", "false"].contains(threshold) else {
      return (
        "the threshold '\(threshold)' is no number with a unit that is known",
        "write a number, '5%', '10s', '$100' or '100/hour'"
      )
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
