import Diagnostics
import SpecModel
import SpecPlanning
import Testing

@Suite struct ExclusiveResourceTests {
  private let settings = """
    resources:
      database: [db/**, "*.sql"]
      build:
        files: [Makefile]
        words: [build, npm install, 数据库, Größe]
    """

  @Test func tasksWhoseFilesBelongToAResourceTakeTurns() {
    let lines = ["File: db/a.ts", "File: src/x/b.sql", "File: src/c.ts", "File: db/"]
    #expect(conflictWaves(lines, planning: settings) == [["1", "3"], ["2"], ["4"]])
    #expect(conflictWaves(lines) == [["1", "2", "3"], ["4"]])
  }

  @Test func wordsInTitlesStandAlone() throws {
    func waves(_ titles: [String]) -> [[String]] {
      let text = titles.enumerated().map { number, title in
        "- [ ] \(number + 1). \(title)\n  - _Depends: None_\n"
      }
      return plan([feature("f", text.joined())], planning: settings)?.waveIDs ?? []
    }
    #expect(waves(["Build it", "Rebuild", "run BUILD", "building"]).map(\.count) == [3, 1])
    #expect(waves(["NPM  Install", "npm", "install npm", "`npm install`"]).map(\.count) == [3, 1])
    #expect(waves(["preBuild step", "new-build"]).map(\.count) == [1, 1])
    #expect(waves(["更新数据库结构", "😀 数据库"]).map(\.count) == [1, 1])
    #expect(waves(["GRÖSSE", "größe", "Größe é"]).map(\.count) == [2, 1])
  }

  @Test func aTaskSaysItselfWhatItUses() throws {
    let lines = [
      "_Resources: Database, gpu_", "_Exclusive: `gpu` (the big one)_", "File: db/x.ts", "独占：gpu",
    ]
    let made = try #require(
      plan([feature("f", independentTasks(lines))], planning: settings))
    #expect(made.waveIDs == [["f/1"], ["f/2", "f/3"], ["f/4"]])
    let edge = made.edges(into: "f/2").first { $0.before == "f/1" }
    #expect(edge?.reason == .exclusiveResource)
    #expect(edge?.resource == "gpu")
    let text = made.features[0].tasksPath
    #expect(edge?.path == text)
  }

  @Test func theResourceAndItsPlaceAreShown() throws {
    let text = "# é 😀\r\n" + independentTasks(["File: db/a.ts", "File: x.ts, y.sql"])
    let made = try #require(plan([feature("f", text)], planning: settings))
    let second = try #require(made.assignments.firstIndex { $0.id == "f/2" })
    let link = try #require(Why(made, assignment: second).chain.first)
    #expect(link.reason == .exclusiveResource)
    #expect(link.resource == "database")
    let range = try #require(link.range)
    let bytes = Array(text.utf8)[range.indices]
    #expect(String(decoding: bytes, as: UTF8.self) == "y.sql")
  }

  @Test func resourcesHoldAcrossFeaturesAndForAllBelowAGroup() throws {
    let group = """
      - [ ] 1. Group
        - _Exclusive: gpu_
        - [ ] 1.1 A
          - _Depends: None_
        - [ ] 1.2 B
          - _Depends: None_
      """
    let made = try #require(
      plan([feature("a", group), feature("b", independentTasks(["_Exclusive: GPU_"]))]))
    #expect(made.waveIDs == [["a/1.1"], ["a/1.2"], ["b/1"]])
  }

  @Test func namesThatAreNoneAreNotTaken() {
    let lines = [
      "_Resources: None_", "Resources: N/A", "Resources: https://a.b", "Resources: 3 developers",
      "Resources: a long sentence about many things", "_Resources:_",
    ]
    #expect(conflictWaves(lines).count == 1)
  }
}
