/// How long a task is thought to take.
package struct Estimate: Sendable, Hashable {
  /// The least and the most, in seconds; both the same where one time is written.
  package var seconds: ClosedRange<Int>

  package init(seconds: ClosedRange<Int>) {
    self.seconds = seconds
  }

  /// The middle of the range, in seconds.
  package var expectedSeconds: Int {
    seconds.lowerBound + (seconds.upperBound - seconds.lowerBound) / 2
  }

  /// Seconds of one day and week of work; a day is 8 hours, a week 5 days.
  package static let secondsPerDay = 8 * 3600
  package static let secondsPerWeek = 5 * secondsPerDay
  /// A month is 4 weeks of work.
  package static let secondsPerMonth = 4 * secondsPerWeek
  /// The longest time that is read; longer ones count as this.
  package static let longestSeconds = 100 * 12 * secondsPerMonth
}

/// What the text of an estimate says.
package enum EstimateReading: Sendable, Hashable {
  case time(Estimate)
  /// One of the sizes `XS`, `S`, `M`, `L`, `XL`, in capitals.
  case size(String)
  /// It counts something other than time, such as tests or sessions.
  case otherMeasure
  /// It says neither a time nor an amount: `soon`.
  case unreadable

  /// The sizes by what they stand for where the configuration says nothing, in seconds.
  package static let standardSizes: [(name: String, seconds: Int)] = [
    ("XS", 1800), ("S", 3600), ("M", 4 * 3600), ("L", Estimate.secondsPerDay),
    ("XL", 2 * Estimate.secondsPerDay),
  ]

  /// Reads the value of an estimate line in any notation that was found in real documents.
  ///
  /// Times are numbers with units, ranges of them and sums: `30 minutes`, `2h`, `1-2 days`, `1h 30m`,
  /// `~1.5 hours`, `30 min (setup) + 15 min`, `2 小时`. Linear in the text.
  package init(_ text: String) {
    var reader = EstimateReader(text)
    self = reader.read()
  }
}
