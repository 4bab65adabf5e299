import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

/// What each format does with texts that try to break it: in messages, paths, rules and documents.
@Suite struct HostileReportTests {
  /// Every scalar that is not shown as it is, and what means something in one of the formats.
  private static let words: String = {
    var text =
      "é😀 ]]> <b onload=x>&amp;\"'</b> <!-- --> 50%25 %0A a|b \\| `c` **d** [e](http://f)"
      + " @g #1 $h$ ~~i~~ {0} ::error::j,k ##[set-env]l\r\n::stop-commands::m\n| n |\u{FFFE}\u{FFFF}"
    for value in UInt32(0)...0xFFFF where value < 0xD800 || value > 0xDFFF {
      guard let scalar = Unicode.Scalar(value), scalar.visibleForm != nil else { continue }
      text.unicodeScalars.append(scalar)
    }
    return text
  }()

  private static let outcome: Outcome = {
    let file = SourceFile(
      path: words, bytes: Array("é\r\n".utf8) + [0xC0, 0xFF] + Array(words.utf8))
    let fix = Fix(words, edits: [TextEdit(replacing: Range(0, 2), with: words)])
    let note = Finding.Note(words, in: words, at: Range(40, 41))
    let findings = [
      Finding(
        words, in: words, at: Range(20, 24), help: words, notes: [note, note], fix: fix, rule: words
      ),
      Finding(words, in: words, at: nil, rule: words),
      Finding("", in: "", at: nil, rule: "r", severity: .warning),
    ]
    return Outcome(
      findings: findings, sources: [words: file],
      rules: [
        words: RuleRecord(
          id: words, group: words, summary: words, rationale: words, severity: .error)
      ], documents: [words, "a]]>.md"], featureByDirectory: ["": words])
  }()

  private static let sarif = SARIFReporter(toolVersion: "1.0.0").text(of: outcome)
  private static let junit = JUnitReporter().text(of: outcome)

  /// A report for another program to check.
  struct Report: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String

    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }
  }

  /// JSON as values; YAML reads it too, but for two scalars that it wants escaped.
  private func values(_ json: String) throws -> YAMLNode {
    let json = json.unicodeScalars.map { scalar in
      scalar == "\u{FFFE}" ? "\\ufffe" : scalar == "\u{FFFF}" ? "\\uffff" : String(scalar)
    }.joined()
    let stream = try YAMLStream(parsing: Array(json.utf8))
    try #require(stream.problems.isEmpty)
    return try #require(stream.root)
  }

  @Test func sarifResultsPointAtTheirRulesPlacesAndNotes() throws {
    let run = try #require(try values(Self.sarif)["runs"]?.elements.first)
    let rules = try #require(run["tool"]?["driver"]?["rules"]).elements
    #expect(Set(rules.compactMap { $0["id"]?.string }).count == rules.count)
    for rule in rules {
      #expect((rule["fullDescription"]?["text"]?.string?.utf8.count ?? .max) <= 1024)
      #expect(
        ["error", "warning", "note"].contains(rule["defaultConfiguration"]?["level"]?.string))
    }
    let results = try #require(run["results"]).elements
    #expect(results.count == 3)
    var fingerprints: Set<String> = []
    for result in results {
      let index = try #require(result["ruleIndex"]?.int)
      #expect(rules[index]["id"]?.string == result["ruleId"]?.string)
      fingerprints.insert(
        try #require(result["partialFingerprints"]?["primaryLocationLineHash"]?.string))
      let location = try #require(result["locations"]?.elements.first?["physicalLocation"])
      let uri = try #require(location["artifactLocation"]?["uri"]?.string)
      #expect(!uri.isEmpty && uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3A })
      let region = try #require(location["region"])
      let start = (region["startLine"]?.int ?? 0, region["startColumn"]?.int ?? 0)
      let end = (region["endLine"]?.int ?? 0, region["endColumn"]?.int ?? 0)
      #expect(start >= (1, 1) && end >= start)
      // Only links to second places are left in a message.
      let links = result["message"]?["text"]?.string?.ranges(of: "](").count
      #expect(links == (result["relatedLocations"]?.elements.count ?? 0))
    }
    #expect(fingerprints.count == 3)
  }

  @Test func jsonSaysWhatTheMessageSays() throws {
    let issues = try values(GitLabReporter().text(of: Self.outcome)).elements
    #expect(issues.map { $0["description"]?.string } == [Self.words, Self.words, ""])
    #expect(Set(issues.compactMap { $0["fingerprint"]?.string }).count == 3)
    #expect(issues.last?["location"]?["path"]?.string == ".")
  }

  @Test func everyLineForGitHubIsACommand() {
    let text = GitHubReporter().text(of: Self.outcome)
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 3)
    for line in lines {
      let parts = String(Substring(line)).split(separator: "::", maxSplits: 1)
      let properties = parts[0].split(separator: " ", maxSplits: 1)
      #expect(["error", "warning"].contains(properties[0]))
      // Each comma begins a property, and nothing in one ends it.
      let names = properties[1].split(separator: ",").map { $0.prefix { $0 != "=" } }
      #expect(names.first == "file" && names.last == "title" && !properties[1].contains(":"))
      #expect(
        names.allSatisfy { ["file", "line", "endLine", "col", "endColumn", "title"].contains($0) })
      #expect(!String(Substring(line)).unicodeScalars.contains { $0.visibleForm != nil })
    }
  }

  @Test func everyRowOfMarkdownHasFourCellsWithoutMarkup() {
    let text = MarkdownReporter().text(of: Self.outcome)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| error") || $0.hasPrefix("| w") }
    #expect(rows.count == 3)
    for row in rows {
      var bare = String(row).replacing("\\\\", with: "").replacing("<br>", with: "")
        .replacing("@<!-- -->", with: "").replacing("<!-- -->", with: "")
      #expect(bare.replacing("\\|", with: "").count { $0 == "|" } == 5)
      for character in "`*_[]<>&~#$@" { bare = bare.replacing("\\\(character)", with: "") }
      #expect(!bare.contains { "`*_[]<>&~#$@".contains($0) })
    }
  }

  @Test func junitHoldsNothingThatXMLForbids() {
    let forbidden = Self.junit.unicodeScalars.filter {
      $0.value < 0x20 && $0 != "\n" || $0 == "\u{FFFE}" || $0 == "\u{FFFF}"
    }
    #expect(forbidden.isEmpty)
    #expect(!Self.junit.contains("]]>"))
  }

  @Test(
    .enabled(if: InstalledTool.python.isInstalled, "python3 is not installed"),
    arguments: [
      Report("hostile", junit),
      Report("sample", JUnitReporter(showsNotes: true).text(of: sampleOutcome)),
    ])
  func junitIsWellFormed(report: Report) throws {
    let script = """
      import sys, xml.etree.ElementTree as tree
      root = tree.parse('report.xml').getroot()
      def check(element, cases):
          count = lambda kind: str(len(list(element.iter(kind))))
          assert element.get('tests') == str(len(cases)), element.attrib
          assert element.get('failures') == count('failure')
          assert element.get('errors') == count('error')
      check(root, list(root.iter('testcase')))
      for suite in root: check(suite, suite.findall('testcase'))
      names = [(case.get('classname'), case.get('name')) for case in root.iter('testcase')]
      assert len(set(names)) == len(names), names
      print(root.tag, len(root))
      """
    try withTemporaryFolder { folder in
      try TestFile.write(report.text, to: "\(folder)/report.xml")
      let run = try InstalledTool.python.run(["-B", "-c", script], in: folder)
      #expect(run.status == 0 && run.outputText.hasPrefix("testsuites "), "\(run.outputText)")
    }
  }

  private static let schema = PublishedSchema.path("sarif-2.1.0.schema.json")

  @Test(
    .enabled(if: InstalledTool.checkJSONSchema.isInstalled, "check-jsonschema is not installed"),
    .enabled(if: schema != nil, "there is no SARIF schema beside the project"),
    arguments: [
      Report("hostile", sarif),
      Report(
        "sample", SARIFReporter(showsNotes: true, toolVersion: "1.0.0").text(of: sampleOutcome)),
      Report("cut", SARIFReporter(toolVersion: "1.0.0", resultLimit: 1).text(of: sampleOutcome)),
      Report("empty", SARIFReporter(toolVersion: "1.0.0").text(of: Outcome())),
    ])
  func sarifIsValid(report: Report) throws {
    try withTemporaryFolder { folder in
      try TestFile.write(report.text, to: "\(folder)/report.sarif")
      // The published schema has a pattern that only Python reads.
      let run = try InstalledTool.checkJSONSchema.run(
        [
          "--regex-variant", "python", "--schemafile", try #require(Self.schema), "report.sarif",
        ], in: folder)
      #expect(run.status == 0, "\(run.outputText)")
    }
  }
}
