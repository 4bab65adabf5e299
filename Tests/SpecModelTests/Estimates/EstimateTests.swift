import Diagnostics
import Testing

@testable import SpecModel

@Suite struct EstimateTests {
  private static let hour = 3600
  private static let day = Estimate.secondsPerDay

  @Test(arguments: [
    ("30 minutes", 1800, 1800), ("30 min", 1800, 1800), ("2h", 2 * hour, 2 * hour),
    ("1-2h", hour, 2 * hour), ("1–2 days", day, 2 * day), ("2 to 3 hours", 2 * hour, 3 * hour),
    ("2h-3h", 2 * hour, 3 * hour), ("~1.5 hours", 5400, 5400), ("1.5-2.5 hours", 5400, 9000),
    ("1h 30m", 5400, 5400), ("2h30", 9000, 9000), ("1h30m", 5400, 5400), ("1 hour", hour, hour),
    ("30 minutes (investigation) + 15 minutes (analysis)", 2700, 2700),
    ("2 days (full-time)", 2 * day, 2 * day), ("1 week", 5 * day, 5 * day),
    ("4.5h, compressed to 2 days", 16200, 16200), ("2 小时", 2 * hour, 2 * hour),
    ("３０分", 1800, 1800), ("2小时左右", 2 * hour, 2 * hour), ("3 días", 3 * day, 3 * day),
    ("1 session (2 hours)", 2 * hour, 2 * hour), ("5 tasks, 3 hours", 3 * hour, 3 * hour),
    ("2,5 horas", 9000, 9000), ("Backend: 4h", 4 * hour, 4 * hour), ("90 s", 90, 90),
    ("0.5 day", 4 * hour, 4 * hour), ("4 часа", 4 * hour, 4 * hour),
    ("1 month runtime + 2-3 days setup", 22 * day, 23 * day),
    ("3-2 hours", 2 * hour, 3 * hour),
  ]) func aTimeIsRead(_ text: String, _ low: Int, _ high: Int) {
    #expect(EstimateReading(text) == .time(Estimate(seconds: low...high)))
  }

  @Test(arguments: [
    ("S", "S"), ("M (two files)", "M"), ("XL", "XL"), ("**L** - risky", "L"), ("Small", "S"),
    ("`XS`", "XS"),
  ]) func aSizeIsRead(_ text: String, _ size: String) {
    #expect(EstimateReading(text) == .size(size))
  }

  @Test(arguments: ["~30 tests", "3 sessions", "Included in Task 3", "5", "2 sesiones de trabajo"])
  func anotherMeasureIsNoTimeAndNoFault(_ text: String) {
    #expect(EstimateReading(text) == .otherMeasure)
  }

  @Test(arguments: ["soon", "", "Ongoing", "-2h", "later this week", "ASAP", "🚀"])
  func whatSaysNoTimeIsUnreadable(_ text: String) {
    #expect(EstimateReading(text) == .unreadable)
  }

  @Test func hugeAndHostileNumbersHaveALimit() {
    #expect(
      EstimateReading("99999999999 weeks")
        == .time(Estimate(seconds: Estimate.longestSeconds...Estimate.longestSeconds)))
    #expect(EstimateReading(String(repeating: "9", count: 100_000) + "h") == .otherMeasure)
    #expect(EstimateReading(String(repeating: "1h+", count: 100_000)) != .unreadable)
    #expect(EstimateReading(String(repeating: "(", count: 100_000)) == .unreadable)
  }

  @Test func theMiddleOfARangeIsExpected() {
    #expect(Estimate(seconds: 3600...7200).expectedSeconds == 5400)
  }

  @Test(arguments: [
    ("1. Build it (16h)", 16 * hour), ("1. Build it (~2 hours)", 2 * hour),
    ("1. Build é 🚀 it (est. 30 min)", 1800), ("1. 建立（2小时）", 2 * hour),
  ]) func parenthesesAtTheEndOfATitleAreAnEstimate(_ line: String, _ seconds: Int) throws {
    let task = try #require(Self.task("- [ ] \(line)\r\n"))
    #expect(
      task.writtenEstimate?.value == .time(Estimate(seconds: seconds...seconds)))
    #expect(task.writtenEstimate?.range == task.titleRange)
  }

  @Test(arguments: [
    "1. Show the chart (last 30 days)", "1. Cache (TTL 5 minutes)", "1. Add retries (3)",
    "1. Poll every (5s) now", "1. Build it",
  ]) func otherParenthesesAreNone(_ line: String) throws {
    #expect(try #require(Self.task("- [ ] \(line)\n")).writtenEstimate == nil)
  }

  @Test func anEstimateLineComesFirst() throws {
    let task = try #require(Self.task("- [ ] 1. Build it (16h)\n  - _Estimated: 2h_\n"))
    #expect(task.writtenEstimate?.value == .time(Estimate(seconds: 7200...7200)))
  }

  private static func task(_ text: String) -> TaskItem? {
    TasksDocument(reading: SourceFile(path: "tasks.md", text: text)).tasks.first
  }
}
