import TestReports
import Testing

@Suite struct TestReportReadingTests {
  private func read(_ text: String) throws -> TestReport {
    try TestReport(reading: Array(text.utf8))
  }

  /// The words of the refusal.
  private func refusal(_ text: String) -> String? {
    do throws(XMLError) {
      _ = try TestReport(reading: Array(text.utf8))
      return nil
    } catch {
      return "\(error.line): \(error.message)"
    }
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
        TestCase(
          name: "test_total", className: "tests.cart.TestCart", suite: "b", file: "tests/é 😀.py"),
        TestCase(name: "f", suite: "b", file: "other.py", outcome: .failed),
        TestCase(name: "e", suite: "c", outcome: .failed),
        TestCase(name: "s", suite: "c", outcome: .skipped),
      ])
  }

  @Test func readsPropertiesOfCasesAndNoneOfSuites() throws {
    let report = try read(
      """
      <testsuite><properties><property name="spec" value="a/9"/></properties>
      <testcase name="t"><properties><property name="spec" value="a/1, a/2"/>
      <property name="other" value="a/3"/></properties><system-out>&lt;failure&gt;</system-out>
      </testcase></testsuite>
      """)
    #expect(report.cases == [TestCase(name: "t", tags: ["a/1, a/2"])])
  }

  @Test func aRetriedTestThatPassedInTheEndPassed() throws {
    let report = try read(
      """
      <testsuite><testcase name="t"><flakyFailure message="first"/></testcase>
      <testcase name="u" status="notrun"/><testcase name="v" result="suppressed"/></testsuite>
      """)
    #expect(report.cases.map(\.outcome) == [.passed, .skipped, .skipped])
  }

  @Test func readsOtherEncodings() throws {
    var bytes = Array("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><testsuite>".utf8)
    bytes += Array("<testcase name=\"".utf8) + [0xE9] + Array("\"/></testsuite>".utf8)
    #expect(try TestReport(reading: bytes).cases.map(\.name) == ["é"])
  }

  @Test func whatIsNoReportIsRefusedWithItsLine() {
    #expect(refusal("") == "1: no element found")
    #expect(refusal("<testsuite>\n</other>") == "2: mismatched tag")
    #expect(refusal("<html/>") == "1: has no 'testsuite', so it is no report of tests")
    #expect(refusal("<testsuite>\u{1}</testsuite>")?.hasPrefix("1: ") == true)
  }

  // @spec tracing/2.1
  @Test func entitiesAreNeverExpandedOrLoaded() {
    let laughs = (1...20).map { "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);\">" }.joined()
    for declaration in [
      "<!ENTITY a0 \"ha\">\(laughs)", "<!ENTITY x SYSTEM \"file:///etc/passwd\">",
      "<!ENTITY % p SYSTEM \"http://localhost/\"> %p;",
    ] {
      let text = "<!DOCTYPE testsuite [\(declaration)]><testsuite name=\"&a20;\"/>"
      #expect(refusal(text)?.contains("declares an entity") == true, "\(declaration)")
    }
  }

  @Test func depthIsLimited() {
    let open = String(repeating: "<testsuite>", count: 100_000)
    #expect(refusal(open)?.hasSuffix("more than 64 elements in each other") == true)
  }

  @Test func longNamesAreCut() throws {
    let name = String(repeating: "é", count: 100_000)
    let report = try read("<testsuite><testcase name=\"\(name)\"/></testsuite>")
    #expect(report.cases[0].name.utf8.count <= 4096 + 3)
  }
}
