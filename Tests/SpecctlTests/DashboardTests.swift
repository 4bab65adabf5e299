import Diagnostics
import SpecModel
import SpecRendering
import SpecWorkspace
import TestSupport
import Testing

/// The workspace without faults: what its README counts is what is read.
@Suite struct DashboardTests {
  private let fixture = FixtureFolder("trading-dashboard")
  private let golden = FixtureFolder("golden")

  @Test func hasNoErrorAndNoWarning() throws {
    let run = try Program.run("validate", "--format", "json", in: fixture.path)
    let summary = try JSONValue(run.output)["summary"]
    #expect(run.status == 0)
    #expect(summary["errors"].int == 0)
    #expect(summary["warnings"].int == 0)
    #expect(summary["features"].int == 16)
  }

  @Test func isReadWithTheNumbersOfItsReadme() async throws {
    let table = try #require(MarkdownTable(with: "leaf tasks", in: try fixture.text("README.md")))
    #expect(table.rows.count == 17)
    let workspace = await WorkspaceReader(try DiskSource(root: fixture.path)).read()
    let edges = try declaredEdges()
    var sums: [String: Int] = [:]
    for feature in workspace.features {
      let row = try #require(table.rows.first { $0.first == feature.name }, "\(feature.name)")
      var numbers = try #require(feature.numbers, "\(feature.name)")
      numbers["edges"] = edges[feature.name] ?? 0
      for (title, number) in numbers {
        #expect(table.cell(title, row) == "\(number)", "\(feature.name): \(title)")
        sums[title, default: 0] += number
      }
    }
    let all = try #require(table.rows.last)
    for (title, sum) in sums { #expect(table.cell(title, all) == "\(sum)", "all: \(title)") }
    #expect(workspace.agents.count == 45)
  }

  /// The edges between leaves that the documents of each feature declare, waves blocks aside.
  private func declaredEdges() throws -> [String: Int] {
    let run = try Program.run(
      "plan", "--order", "declared", "--include-done", "--format", "json", in: fixture.path)
    let declared = ["dependency line", "inline dependency", "mermaid graph", "arrow chain"]
    var counts: [String: Int] = [:]
    for edge in try JSONValue(run.output)["edges"].items
    where declared.contains(edge["reason"].text ?? "") {
      let feature = try #require(edge["before"].text?.split(separator: "/").first)
      counts[String(feature), default: 0] += 1
    }
    return counts
  }

  @Test(arguments: [
    ("plan-all.txt", ["plan"]),
    ("plan-seven-day-dte.txt", ["plan", "seven-day-dte", "--include-done"]),
    ("plan-seven-day-dte.json", ["plan", "seven-day-dte", "--format", "json"]),
    ("plan-premium-scanner.json", ["plan", "premium-scanner", "--format", "kiro"]),
    ("list.txt", ["list"]), ("status.txt", ["status"]), ("agents.txt", ["agents"]),
    ("show-supply-demand-zones.txt", ["show", "supply-demand-zones"]),
    ("why.txt", ["why", "seven-day-dte/3.3"]),
  ])
  func showsWhatItShowed(file: String, arguments: [String]) throws {
    let run = try Program.run(arguments, in: fixture.path)
    #expect(run.status == 0)
    #expect(run.talkText == "")
    golden.expect(run.outputText, in: file)
  }

  @Test func isPlannedTheSameEachTime() throws {
    let first = try Program.run("plan", "--format", "json", in: fixture.path)
    let second = try Program.run("plan", "--format", "json", in: fixture.path)
    #expect(first.output == second.output)
    #expect(!first.outputText.contains(fixture.path))
  }
}

extension Feature {
  /// The columns of the README that the documents alone decide.
  fileprivate var numbers: [String: Int]? {
    guard let requirements, let tasks else { return nil }
    let leaves = tasks.tasks.filter(\.isLeaf)
    return [
      "requirements": countedRequirements.count,
      "criteria": requirements.requirements.reduce(0) { $0 + $1.criteria.count },
      "leaf tasks": leaves.count,
      "groups": tasks.tasks.count { !$0.isLeaf && $0.form == .checkbox },
      "optional": leaves.count { $0.isOptional },
      "done": leaves.count { $0.state == .done },
      "in progress": leaves.count { $0.state == .inProgress },
      "agents": tasks.tasks.count {
        $0.agent != nil || $0.owner.map { $0.value != "Unassigned" } ?? false
      },
    ]
  }
}
