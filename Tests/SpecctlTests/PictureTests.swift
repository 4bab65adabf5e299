import TestSupport
import Testing

/// The picture that the manual shows is the one that the command of the manual prints.
@Suite struct PictureTests {
  @Test func theManualShowsThePictureOfItsExample() throws {
    let run = try Program.run(
      "plan", "--format", "svg", in: FixtureFolder("bookshop").path)
    #expect(run.status == 0)
    ProjectFile("docs/planning.svg").expect(run.outputText)
  }

  @Test func pagesSayTheSameOnEveryRun() throws {
    let folder = FixtureFolder("trading-dashboard").path
    let first = try Program.run("plan", "--format", "html", in: folder)
    let second = try Program.run("plan", "--format", "html", in: folder)
    #expect(first.status == 0)
    #expect(first.output == second.output)
    #expect(!first.outputText.contains(folder))
  }
}
