import Testing

@testable import SpecRendering

@Suite struct ExportedTextTests {
  @Test(arguments: [
    ("plain-1.2/x@y_z", "plain-1.2/x@y_z"), ("", "''"), ("a b", "'a b'"), ("it's", "'it'\\''s'"),
    ("$(x)\n\\", "'$(x)\n\\'"), ("größe 🎯", "'größe 🎯'"), ("'", "''\\'''"),
  ])
  func shellWordsStandForTheirText(text: String, word: String) {
    #expect(ShellText.quoted(text) == word)
  }

  @Test(arguments: [
    ("plain", "\"plain\""), ("a \"b\" \\", "\"a \\\"b\\\" \\\\\""), ("a\r\nb\t", "\"a\\r\\nb\\t\""),
    ("é🎯", "\"é🎯\""), ("\u{202E}\u{7}", "\"\\U0000202e\\U00000007\""),
    ("\u{FEFF}\u{FFFE}\u{10FFFF}", "\"\\U0000feff\\U0000fffe\\U0010ffff\""),
  ])
  func scalarsOfYAMLStandOnOneLine(text: String, scalar: String) {
    #expect(YAMLText.quoted(text) == scalar)
  }

  @Test(arguments: [
    ("catalogue/2.1", "catalogue/2.1"), ("f/@gate/é🎯", "f/@gate/é🎯"), ("a b/$x", "a%20b/%24x"),
    ("../.", "%2E%2E/%2E"), ("", "%"), ("a//b", "a/%/b"), ("x.done/1", "x%2Edone/1"),
    ("a%20b", "a%2520b"), ("a\r\nb", "a%0D%0Ab"),
  ])
  func fileNamesAreHarmless(id: String, path: String) {
    #expect(FileName.path(id) == path)
  }

  @Test func longFileNamesStayDifferent() {
    let long = String(repeating: "é🎯", count: 100)
    let paths = [FileName.path(long + "a"), FileName.path(long + "b")]
    #expect(paths[0] != paths[1])
    #expect(paths.allSatisfy { $0.utf8.count <= 180 })
  }

  @Test func namesOfStepsAreUniqueInAnyCase() {
    var names = StepNames()
    let ids = [
      "A/b", "a-b", "a/b", "1", "é🎯", "", "---", "a-b-2", String(repeating: "x", count: 99),
    ]
    let given = ids.map { names.name($0) }
    #expect(
      given == [
        "A-b", "a-b-2", "a-b-3", "step-1", "step", "step-2", "step-3", "a-b-2-2",
        String(repeating: "x", count: 48),
      ])
    #expect(Set(given.map { $0.lowercased() }).count == ids.count)
  }

  @Test func textsForArgoHoldNothingWithAMeaning() {
    #expect(
      ArgoExport.coded("{{x}} $(y) \\n\té") == "\\0173\\0173x\\0175\\0175 \\0044(y) \\0134n\\0011é")
  }

  @Test func titlesCannotOpenExpressionsOfGitHub() {
    #expect(GitHubActionsExport.literal("a ${{ b }} $ {{") == "\"a ${{ '${{' }} b }} $ {{\"")
  }

  @Test func longTextsAreCutBetweenCharacters() {
    #expect("éééé".cut(toBytes: 8) == "éééé")
    #expect("ééééé".cut(toBytes: 8) == "éé…")
  }
}
