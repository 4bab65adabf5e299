import SpecTracing
import Testing

@Suite struct CoverageTests {
  @Test func nothingIsWhollyCovered() {
    #expect(TraceCoverage().percentage(.tasks) == 100)
  }
}
