import Diagnostics
import TestSupport
import Testing

/// The formats that other programs read, on the outcome that all reporters share.
@Suite struct ReportFormatTests {
  private let folder = FixtureFolder("reporters/mixed")

  /// The sample as seen from a folder above its workspace.
  private var fromAbove: Outcome {
    var outcome = sampleOutcome
    outcome.folder = "services/a b"
    return outcome
  }

  @Test func sarifHasPlacesLinksFingerprintsAndFixes() {
    let reporter = SARIFReporter(showsNotes: true, toolVersion: "1.2.3")
    folder.expect(reporter.text(of: sampleOutcome), in: "findings.sarif")
  }

  @Test func junitHasATestForEachFindingAndEachDocumentWithoutAny() {
    folder.expect(JUnitReporter(showsNotes: true).text(of: sampleOutcome), in: "junit.xml")
  }

  @Test func githubHasACommandForEachFinding() {
    folder.expect(GitHubReporter(showsNotes: true).text(of: sampleOutcome), in: "github.txt")
  }

  @Test func gitlabHasWhatCodeQualityReads() {
    folder.expect(GitLabReporter(showsNotes: true).text(of: sampleOutcome), in: "gitlab.json")
  }

  @Test func markdownHasTheMostSevereFirst() {
    folder.expect(MarkdownReporter(showsNotes: true).text(of: sampleOutcome), in: "summary.md")
  }

  @Test(arguments: [
    SARIFReporter(toolVersion: "1") as any Reporter, JUnitReporter(), GitHubReporter(),
    GitLabReporter(), MarkdownReporter(),
  ]) func notesAreShownOnlyWhenAskedFor(reporter: any Reporter) {
    #expect(!reporter.text(of: sampleOutcome).contains("goes over two lines"))
  }

  @Test func pathsStartWhereTheReaderOfTheReportStands() {
    let sarif = SARIFReporter(toolVersion: "1").text(of: fromAbove)
    #expect(
      sarif.contains("\"services/a%20b/.claude/specs/t%C3%A2che%20%E4%B8%AD%E6%96%87/tasks.md\""))
    #expect(sarif.contains("\"id\": \"specctl/services/a b/\""))
    #expect(GitHubReporter().text(of: fromAbove).contains("file=services/a b/.claude/specs/"))
    #expect(JUnitReporter().text(of: fromAbove).contains("file=\"services/a b/.claude/specs/"))
    #expect(GitLabReporter().text(of: fromAbove).contains("\"path\": \"services/a b/.claude/"))
    #expect(MarkdownReporter().text(of: fromAbove).contains("| services/a b/.claude/specs/"))
  }

  @Test func fingerprintsAreTheSameWhereverTheReaderStands() {
    #expect(FindingFingerprint.all(of: fromAbove) == FindingFingerprint.all(of: sampleOutcome))
  }

  @Test func nothingWrongIsAReportToo() {
    let outcome = Outcome(documents: ["a.md"], fileCount: 1)
    #expect(GitHubReporter().text(of: outcome) == "")
    #expect(GitLabReporter().text(of: outcome) == "[]\n")
    #expect(SARIFReporter(toolVersion: "1").text(of: outcome).contains("\"results\": []"))
    #expect(JUnitReporter().text(of: outcome).contains("tests=\"1\" failures=\"0\""))
    #expect(MarkdownReporter().text(of: outcome).hasPrefix("## specctl: no problems\n"))
  }

  @Test func aBreakdownIsNoFinding() {
    var outcome = Outcome()
    outcome.breakdown = "cannot read 'é'\n50% done"
    let junit = JUnitReporter().text(of: outcome)
    #expect(junit.contains("tests=\"1\" failures=\"0\" errors=\"1\""))
    #expect(junit.contains("<error message=\"cannot read 'é'&#10;50% done\" type=\"breakdown\">"))
    let sarif = SARIFReporter(toolVersion: "1").text(of: outcome)
    #expect(sarif.contains("\"executionSuccessful\": false"))
    #expect(
      GitHubReporter().text(of: outcome)
        == "::error title=specctl::cannot read 'é'%0A50%25 done\n")
    #expect(
      MarkdownReporter().text(of: outcome)
        == "## specctl: could not validate\n\ncannot read 'é'<br>50% done\n")
  }
}

@Suite struct ReportLimitTests {
  private func outcome(_ count: Int, words: String = "m") -> Outcome {
    let file = SourceFile(path: "a.md", text: String(repeating: "é😀\r\n", count: count))
    let findings = (0..<count).map {
      Finding(
        "\(words) \($0)", in: "a.md", at: Range($0 * 8, $0 * 8 + 2), rule: "r",
        severity: $0 % 2 == 0 ? .warning : .error)
    }
    return Outcome(findings: findings, sources: ["a.md": file], fileCount: 1)
  }

  @Test func codeScanningGetsTheMostSevereResultsInOrder() throws {
    let report = SARIFReporter(toolVersion: "1", resultLimit: 3).text(of: outcome(4))
    let kept = (0..<4).filter { report.contains("\"m \($0)\"") }
    #expect(kept == [0, 1, 3])
    #expect(report.contains("1 result left out: code scanning takes no more than 3"))
  }

  @Test func githubSaysHowManyItHides() {
    #expect(!GitHubReporter().text(of: outcome(20)).contains("GitHub shows"))
    #expect(
      GitHubReporter().text(of: outcome(22)).hasSuffix(
        "\n11 errors, 11 warnings; GitHub shows the first 10 of a kind, "
          + "--format markdown makes a summary of all\n"))
  }

  @Test func markdownStaysBelowItsLimitAndCountsTheRest() throws {
    let outcome = outcome(400, words: "中|*")
    let text = MarkdownReporter(byteLimit: 5_000).text(of: outcome)
    #expect(text.utf8.count <= 5_000)
    let rows = text.split(separator: "\n").count { $0.hasPrefix("| error") }
    #expect(text.hasSuffix("\n…and \(400 - rows) more findings; `specctl validate` lists all.\n"))
  }

  @Test func longMessagesAreCutBetweenCharacters() {
    let finding = Finding(String(repeating: "%中", count: 100_000), in: "a", at: nil, rule: "r")
    let outcome = Outcome(findings: [finding])
    let line = GitHubReporter().text(of: outcome)
    #expect(line.utf8.count < 65_536)
    #expect(line.hasSuffix("…\n") && !line.contains("\u{FFFD}"))
    #expect(MarkdownReporter().text(of: outcome).utf8.count < 2_000)
  }
}
