import ArgumentParser
import Testing

struct ScaleTests {
  private static func duration(_ count: Int) throws -> Duration {
    let names = (0..<count).flatMap { ["feature\($0)", "--tag", "t\($0)", "-v"] }
    let clock = ContinuousClock()
    let start = clock.now
    let plan = try #require(try Demo.parseAsRoot(["plan"] + names) as? Demo.Plan)
    let duration = clock.now - start
    #expect(plan.features.count == count && plan.tag.count == count)
    return duration
  }

  @Test func parsingIsLinearInTheArguments() throws {
    _ = try Self.duration(1000)
    let small = try (0..<3).map { _ in try Self.duration(5000) }.min() ?? .zero
    let large = try (0..<3).map { _ in try Self.duration(50_000) }.min() ?? .zero
    #expect(large < small * 40, "10 times the arguments took \(large) instead of \(small)")
  }

  @Test func joinedFlagsAreReadInLinearTime() throws {
    let plan = try Demo.Plan.parse(["-" + String(repeating: "v", count: 1_000_000)])
    #expect(plan.common.verbose)
  }
}
