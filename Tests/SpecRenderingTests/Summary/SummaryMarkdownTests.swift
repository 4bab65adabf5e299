import Diagnostics
import SpecModel
import SpecPlanning
import SpecRendering
import Testing

/// The summary stays below its limit and holds no markup of documents.
@Suite struct SummaryMarkdownTests {
  private func summary(
    features: Int, tasks: Int = 2, findings: Int = 0, words: String = "A task"
  ) async -> WorkspaceSummary {
    let read = (0..<features).map { number in
      let directory = ".claude/specs/f\(number)"
      let text = (1...tasks).map { "- [\($0 == 1 ? "x" : " ")] \($0). \(words)\n  - File: \($0)\n" }
      return Feature(
        name: "f\(number)", directory: directory, layout: .claude,
        tasks: TasksDocument(
          reading: SourceFile(path: "\(directory)/tasks.md", text: text.joined())))
    }
    let workspace = Workspace(features: read)
    let plan = Planner().plan(workspace).plan
    let outcome = Outcome(
      findings: (0..<findings).map {
        Finding("\(words) \($0)", in: "a.md", at: nil, rule: "r", severity: .warning)
      }, featureCount: features)
    return await WorkspaceSummary(
      workspace, outcome, threshold: .error, plan: plan, schedule: plan.map { Schedule($0) })
  }

  @Test(arguments: [20_000, 25_000, 60_000])
  func nothingIsLongerThanTheLimitAndTheRestIsCounted(limit: Int) async throws {
    let summary = await summary(features: 900, tasks: 3, findings: 900, words: "中|*@#1 <b>")
    let text = SummaryMarkdown(byteLimit: limit).text(summary)
    #expect(text.utf8.count <= limit)
    let lines = text.split(separator: "\n")
    let left = lines.filter { $0.hasPrefix("…and ") }.compactMap { line in
      line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }
    #expect(left.count == 3)
    let shown = [
      lines.count { $0.hasPrefix("| warning") },
      lines.count { $0.hasPrefix("| f") && $0.contains("%") },
      lines.count { $0.hasPrefix("| f") && $0.contains("/") },
    ]
    #expect(zip(shown, left).map { $0 + $1 } == [900, 900, 900])
    #expect(shown.allSatisfy { $0 > 10 })
    if limit == 60_000 { #expect(shown == [50, 200, 50]) }
  }

  @Test func smallSummariesAreWhole() async {
    let text = SummaryMarkdown().text(await summary(features: 3, findings: 2))
    #expect(!text.contains("…"))
    #expect(
      text.hasPrefix("## specctl: 2 warnings\n\n**Passes**: no finding reaches severity error.\n"))
    #expect(text.contains("### Progress: 3 of 6 tasks done (50 %)"))
    #expect(text.contains("| f0 | █████░░░░░ 50 % | 1 | 1 | 0 | 1 | – | – |"))
    #expect(text.contains("### Can start now: 3 tasks"))
  }

  @Test func documentsAddNoRowsAndNoMarkup() async {
    let hostile = "a | b <img src=x> @somebody #1 [x](http://y) `z` www.evil.example"
    let text = SummaryMarkdown().text(await summary(features: 1, words: hostile))
    for row in text.split(separator: "\n") where row.hasPrefix("| f0/2") {
      #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 4)
      let bare = row.replacing("<!-- -->", with: " ").replacing("\\<", with: "")
      #expect(!bare.contains("<") && !bare.contains("@s") && !bare.contains("#1"))
      #expect(!bare.contains("http:") && !bare.contains("www.e"))
    }
    #expect(text.contains("| f0/2 |"))
  }

  @Test func whatHasSomethingLeftComesFirst() async {
    func feature(_ name: String, _ tasks: String) -> Feature {
      let path = ".claude/specs/\(name)"
      return Feature(
        name: name, directory: path, layout: .claude,
        tasks: TasksDocument(reading: SourceFile(path: "\(path)/tasks.md", text: tasks)))
    }
    let workspace = Workspace(features: [
      feature("a-done", "- [x] 1. A\n"), feature("b-empty", "# Tasks\n"),
      feature("c-open", "- [-] 1. A\n- [ ] 2. B\n"),
    ])
    let plan = Planner().plan(workspace).plan
    let summary = await WorkspaceSummary(
      workspace, Outcome(), threshold: .warning, plan: plan, schedule: nil)
    let text = SummaryMarkdown().text(summary)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains("-") }
      .compactMap { $0.split(separator: " ").dropFirst().first }
    #expect(
      rows.filter { $0.contains("-") && !$0.hasPrefix("-") } == [
        "c-open", "a-done", "b-empty", "c-open/1",
      ])
    #expect(text.contains("| c-open/1 | A (begun) | no agent |"))
    #expect(text.contains("**Passes**: no finding reaches severity warning."))
  }

  @Test func whoeverHasNoAgentStandsBehindTheOthers() async {
    var summary = await summary(features: 3)
    summary.ready[0].agent = "é"
    summary.ready[2].agent = "~"
    let text = SummaryMarkdown().text(summary)
    #expect(text.contains("By agent: \\~ 1, é 1, nobody 1."), "\(text)")
  }

  @Test func aPlanThatCannotBeMadeIsSaid() async {
    let summary = await WorkspaceSummary(
      Workspace(features: [
        Feature(
          name: "a", directory: "specs/a", layout: .claude,
          tasks: TasksDocument(
            reading: SourceFile(path: "specs/a/tasks.md", text: "- [ ] 1. A\n  - _Depends: 1_\n")))
      ]), Outcome(), threshold: .error, plan: nil, schedule: nil, planFaults: 1)
    let text = SummaryMarkdown().text(summary)
    #expect(text.contains("**The tasks cannot be planned** (1 fault); `specctl plan` says why."))
    #expect(!text.contains("Can start now"))
  }
}
