import SpecModel
import SpecPlanning
import Testing

@Suite struct PathFormTests {
  private func waves(_ files: [String], planning: String = "{}") -> [[String]] {
    conflictWaves(files.map { "File: \($0)" }, planning: planning)
  }

  @Test(arguments: [
    "*", "**", "`**/*`", ".", "./", "All files", "all files (lint)", "Entire codebase.", "所有文件",
    "全ファイル", "Todos los archivos", "весь код", "все файлы",
  ])
  func aTaskThatTouchesEverythingIsAlone(value: String) throws {
    #expect(waves(["a.ts", "b/c.ts", value, "d.ts"]) == [["1", "2"], ["3"], ["4"]])
    let made = try #require(
      plan([
        feature("p", independentTasks(["File: a.ts", "Purpose: none"])),
        feature("q", independentTasks(["File: \(value)", "Purpose: none"])),
      ]))
    #expect(made.waveIDs == [["p/1", "p/2", "q/2"], ["q/1"]])
  }

  @Test(arguments: ["N/A", "n/a (manual)", "N/A（手動）", "none", "TBD", "-", "—", "なし", "无"])
  func wordsForNoFileAreNone(value: String) {
    #expect(waves([value, value, "a.ts"]) == [["1", "2", "3"]])
  }

  @Test func letterCaseCountsUnlessItIsToBeIgnored() throws {
    let files = ["src/É/A.ts", "SRC/é/a.ts", "src/ς.ts", "Src/Σ.ts", "straße", "STRASSE"]
    #expect(waves(files).count == 1)
    #expect(waves(files, planning: "ignore_case: true") == [["1", "3", "5", "6"], ["2", "4"]])
    let workspace = Workspace(features: [
      feature("f", independentTasks(["File: A/b.ts", "File: a/*.TS"]))
    ])
    #expect(Planner(ignoresCase: true).plan(workspace).plan?.waves.count == 2)
    #expect(Planner().plan(workspace).plan?.waves.count == 1)
  }

  @Test(arguments: [
    "a.ts → x.ts", "a.ts -> x.ts", "`a.ts`→`x.ts`", "a.ts→x.ts", "`a.ts -> x.ts`",
    "rename a.ts to x.ts", "x.ts (renamed from a.ts)", "x.ts (moved from `a.ts`)", "a.ts => x.ts",
  ])
  func bothNamesOfARenamedFileCount(value: String) {
    #expect(waves(["a.ts", "x.ts", value]) == [["1", "2"], ["3"]])
  }

  @Test(arguments: [
    "src/a.ts:12-40", "src/a.ts#L3", "src/a.ts, lines 3-9", "src/a.ts (new section)",
    "`src/a.ts:load`", "src/a.ts::load", "[src/a.ts](../src/a.ts)", "\"src/a.ts\"",
    "src/b/../a.ts", "Several (src/a.ts)", "src/\\*.ts",
  ])
  func aPlaceInAFileIsTheFile(value: String) {
    #expect(waves(["src/a.ts", value, "src/z.css"]) == [["1", "3"], ["2"]])
  }

  @Test func choicesAndWildcardsStandForTheirPaths() {
    #expect(waves(["src/{a,b}.ts", "src/b.ts", "src/c.ts"]) == [["1", "3"], ["2"]])
    #expect(waves(["src/{a, b/{c,d}}.ts", "src/b/d.ts", "src/d.ts"]) == [["1", "3"], ["2"]])
    #expect(waves(["src/{name}.ts", "src/name.ts"]) == [["1", "2"]])
    #expect(waves(["src/a{1..3}.ts", "src/a2.ts"]) == [["1"], ["2"]])
    #expect(waves(["src/?.ts", "src/é.ts", "src/ab.ts"]) == [["1", "3"], ["2"]])
    #expect(
      waves(["src/[a-c].ts", "src/b.ts", "src/[id].ts", "src/d"]) == [["1", "4"], ["2", "3"]])
    #expect(waves(["app/[id]/a.ts", "app/d/a.ts"]) == [["1", "2"]])
  }

  @Test func tooManyChoicesAreTheFolderThatAllAreIn() {
    let many = "src/" + String(repeating: "{a,b}", count: 7) + ".ts"
    #expect(waves([many, "src/x/y.ts", "lib/z.ts"]) == [["1", "3"], ["2"]])
  }
}
