import TestSupport
import Testing

@Suite struct ScenarioTests {
  /// The files of `Fixtures/scenarios`, by name.
  static let names = (try? TestFile.names(in: FixtureFolder("scenarios").path)) ?? []

  // @spec tracing/3.2
  @Test(arguments: names) func commandsSayWhatTheScenarioShows(name: String) throws {
    let fixtures = FixtureFolder("scenarios")
    let scenario = Scenario(try fixtures.text(name))
    try #require(!scenario.steps.isEmpty)
    try withTemporaryFolder { folder in
      let actual = try scenario.run(
        in: folder, program: Program.path, variables: ["FIXTURES": FixtureFolder("").path])
      fixtures.expect(actual.text, in: name)
    }
  }

  @Test func thereAreScenarios() {
    #expect(Self.names.count >= 25)
  }
}
