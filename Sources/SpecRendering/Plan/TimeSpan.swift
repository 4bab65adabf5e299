/// Times for people: `45 s`, `30 min`, `2 h 30 min`, `196 h`.
///
/// Hours are the largest unit, for a day of work and a day of the calendar differ.
package enum TimeSpan {
  /// The two largest units, the second left out where it is 0; what is smaller is rounded down.
  package static func text(_ seconds: Int) -> String {
    let units = [(3_600, "h"), (60, "min"), (1, "s")]
    guard let first = units.firstIndex(where: { seconds >= $0.0 }) else { return "0 s" }
    let (size, name) = units[first]
    let text = "\(seconds / size) \(name)"
    guard first + 1 < units.count else { return text }
    let (small, smallName) = units[first + 1]
    let rest = seconds % size / small
    return rest == 0 ? text : "\(text) \(rest) \(smallName)"
  }
}
