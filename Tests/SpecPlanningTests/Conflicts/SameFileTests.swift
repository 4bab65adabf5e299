import Diagnostics
import SpecModel
import SpecPlanning
import Testing

@Suite struct SameFileTests {
  private func plan(_ files: [String]) -> [[String]] {
    let text = files.enumerated().map { number, path in
      "- [ ] \(number + 1). Task\n  - _Depends: None_\n  - File: \(path)\n"
    }
    return waves(text.joined())
  }

  // @spec planning/2.1, 2.2
  @Test func theLaterWriterOfAFileWaits() throws {
    #expect(plan(["src/a.ts", "src/b.ts", "src/a.ts (new section)"]) == [["1", "2"], ["3"]])
    let workspace = Workspace(features: [
      feature("a", "- [ ] 1. A\n  - File: src/é/🎯.ts\n"),
      feature("b", "- [ ] 1. A\r\n  - File: ./src/é/🎯.ts\r\n"),
    ])
    let made = try #require(Planner().plan(workspace).plan)
    #expect(made.waveIDs == [["a/1"], ["b/1"]])
    let edge = made.edges(into: "b/1").first { $0.before == "a/1" }
    #expect(edge?.reason == .sameFile)
    #expect(edge?.path == ".claude/specs/b/tasks.md")
  }

  @Test func pathsAreComparedBySegmentsAndNotByPrefixes() {
    #expect(plan(["src/app", "src/application.ts"]) == [["1", "2"]])
    #expect(plan(["src/ui/", "src/ui/a.ts", "src/ui/b.ts"]) == [["1"], ["2", "3"]])
    #expect(plan(["src/ui/a.ts", "src/ui/b.ts", "src/ui/"]) == [["1", "2"], ["3"]])
    #expect(plan(["src//a.ts", "src/./a.ts"]) == [["1"], ["2"]])
  }

  @Test func globsAreFiles() {
    #expect(plan(["src/*.ts", "src/a.ts", "src/b/a.ts"]) == [["1", "3"], ["2"]])
    #expect(plan(["src/**/*.ts", "src/b/c/a.ts", "src/b/a.css"]) == [["1", "3"], ["2"]])
    #expect(plan(["`src/*.ts`", "`src/a.*`", "`src/*.css`"]) == [["1"], ["2"], ["3"]])
    #expect(plan(["src/**/*.ts", "src/ui", "doc/*.md"]) == [["1", "3"], ["2"]])
  }

  @Test func whatIsOnlyReadOrdersNothing() {
    let text = """
      - [ ] 1. A
        - _Depends: None_
        - _Leverage: src/a.ts_
      - [ ] 2. B
        - _Depends: None_
        - File: src/a.ts
      """
    #expect(waves(text) == [["1", "2"]])
  }

  @Test func aDependencyTheOtherWayRoundDecides() {
    let text = """
      - [ ] 1. A
        - _Depends: 2_
        - File: src/a.ts
      - [ ] 2. B
        - _Depends: None_
        - File: src/a.ts
      """
    #expect(waves(text) == [["2"], ["1"]])
  }

  @Test(arguments: 0..<60) func noTwoWritersOfAFileShareAWave(seed: Int) throws {
    var numbers = Sequence(state: UInt64(seed) &* 31 &+ 5)
    let paths = ["a/x.ts", "a/y.ts", "a/", "b/*.ts", "b/z.ts", "b/w.css", "c.md"]
    let overlapping: [Set<Int>] = [[2], [2], [0, 1], [4], [3], [], []]
    var written: [String: Int] = [:]
    var features: [Feature] = []
    for name in ["p", "q", "r"] {
      var text = ""
      for number in 1...8 {
        let path = numbers.next(below: paths.count)
        written["\(name)/\(number)"] = path
        let before = number > 1 ? numbers.next(below: number) : 0
        let forward = numbers.next(below: 10) == 0 && number < 8 ? "\(number + 1)" : "None"
        text += "- [ ] \(number). T\n  - File: \(paths[path])\n"
        text += "  - _Depends: \(before == 0 ? forward : String(before))_\n"
      }
      features.append(feature(name, text))
    }
    let outcome = Planner().plan(Workspace(features: features))
    guard let plan = outcome.plan else {
      #expect(outcome.findings.contains { $0.rule == "dependency-cycle" })
      return
    }
    for wave in plan.waveIDs {
      for (place, one) in wave.enumerated() {
        for other in wave[(place + 1)...] {
          let (left, right) = (try #require(written[one]), try #require(written[other]))
          #expect(left != right && !overlapping[left].contains(right), "\(one) and \(other)")
        }
      }
    }
    let turned = Planner().plan(Workspace(features: features.reversed())).plan
    #expect(turned?.waveIDs == plan.waveIDs)
    #expect(turned?.assignments.map(\.id) == plan.assignments.map(\.id))
  }
}
