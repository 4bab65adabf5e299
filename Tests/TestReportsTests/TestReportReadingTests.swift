import TestReports
import Testing

@Suite struct TestReportReadingTests {
  private func read(_ text: String) throws -> TestReport {
    try TestReport(reading: Array(text.utf8))
  }

  @Test func readsCasesOfNestedSuitesWithTheFileOfTheSuiteAround() throws {
    let report = try read(
      """
      <?xml version="1.0" encoding="utf-8"?>\r
      <testsuites><testsuite name="a" file="tests/é 😀.py"><testsuite name="b">\r
      <testcase classname="tests.cart.TestCart" name="test_total"/>
      <testcase name="f" file="other.py"><failure message="x">text</failure></testcase>
      </testsuite></testsuite><testsuite name="c"><testcase name="e"><error/></testcase>
      <testcase name="s"><skipped/></testcase></testsuite></testsuites>
      """)
    #expect(
      report.cases == [
        TestCase(name: "test_total", className: "tests.cart.TestCart", file: "tests/é 😀.py"),
        TestCase(name: "f", file: "other.py", outcome: .failed),
        TestCase(name: "e", outcome: .failed),
        TestCase(name: "s", outcome: .skipped),
      ])
  }
}
