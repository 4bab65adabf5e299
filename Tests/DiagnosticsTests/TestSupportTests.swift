import TestSupport
import Testing

@Suite struct TestSupportTests {
  @Test func differencesShowChangedLinesAndTheirNeighbours() {
    let old = (1...20).map { "line \($0)\n" }.joined()
    let new = old.replacing("line 9\n", with: "line é\r\n").replacing("line 20\n", with: "line 20")
    #expect(
      lineDifference(from: old, to: new) == """
         line 6
         line 7
         line 8
        -line 9
        +line é\\r
         line 10
         line 11
         line 12
        …
         line 17
         line 18
         line 19
        -line 20
        +line 20  (no line feed)

        """)
    #expect(lineDifference(from: old, to: old) == "")
  }

  @Test func temporaryFoldersVanishWithAllThatIsInThem() throws {
    let path = try withTemporaryFolder { folder in
      try TestFile.write("é\r\n", to: "\(folder)/a/b/c.md")
      #expect(try TestFile.read("\(folder)/a/b/c.md") == Array("é\r\n".utf8))
      #expect(try TestFile.names(in: "\(folder)/a") == ["b"])
      #expect(TestFile.isFolder("\(folder)/a/b"))
      return folder
    }
    #expect(!TestFile.exists(path))
  }

  @Test func failuresSayWhatWasTried() {
    let error = #expect(throws: TestFile.Failure.self) { try TestFile.read("/no/such/file") }
    #expect(error?.description == "cannot read '/no/such/file': No such file or directory")
  }

  @Test func fixturesAreFound() throws {
    let cases = try FixtureFolder("reporters").cases
    #expect(cases.map(\.description).contains("reporters/mixed"))
  }
}
