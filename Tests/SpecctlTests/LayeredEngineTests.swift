import Diagnostics
import SpecModel
import SpecWorkspace
import TestSupport
import Testing

/// A workspace of layers and modules.
@Suite struct LayeredEngineTests {
  private let fixture = FixtureFolder("layered-engine")
  private let golden = FixtureFolder("golden")

  @Test func hasNoFaults() throws {
    let run = try Program.run("validate", "--format", "json", in: fixture.path)
    let outcome = try JSONValue(run.output)
    #expect(run.status == 0)
    #expect(outcome["findings"].items == [])
  }

  @Test func isReadWithTheNumbersOfItsReadme() async throws {
    let table = try #require(MarkdownTable(with: "modules", in: try fixture.text("README.md")))
    let workspace = await WorkspaceReader(try DiskSource(root: fixture.path)).read()
    let layers = try #require(workspace.layered?.layers)
    #expect(table.rows.count == layers.count)
    for layer in layers {
      let row = try #require(table.rows.first { $0.first == layer.name }, "\(layer.name)")
      #expect(table.cell("modules", row) == "\(layer.modules.count)")
    }
  }

  @Test(arguments: [
    ("plan-layered-engine.txt", ["plan"]),
    ("plan-layered-engine-layer.txt", ["plan", "--scope", "layer/infrastructure"]),
    ("list-layered-engine.txt", ["list"]), ("status-layered-engine.txt", ["status"]),
    ("show-layered-engine.txt", ["show", "harmonic_model"]),
    ("why-layered-engine.txt", ["why", "web_page/1"]),
  ])
  func showsWhatItShowed(file: String, arguments: [String]) throws {
    let run = try Program.run(arguments, in: fixture.path)
    #expect(run.status == 0)
    #expect(run.talkText == "")
    golden.expect(run.outputText, in: file)
  }

  @Test func noLineIsWiderThanEightyColumns() throws {
    for arguments in [["plan"], ["list"], ["why", "web_page/1"]] {
      let run = try Program.run(arguments, in: fixture.path)
      #expect(run.outputText.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  @Test func thePageTellsWhichLayersAreWaitedFor() throws {
    let run = try Program.run("plan", "--format", "html", in: fixture.path)
    #expect(run.status == 0)
    #expect(run.outputText.contains("layer dependency"))
    #expect(run.outputText.contains("layer order"))
  }

  @Test func goalsAndWorkflowsKnowModulesAndLayers() throws {
    func steps(_ arguments: String...) throws -> [JSONValue] {
      let run = try Program.run(["plan", "--format", "json"] + arguments, in: fixture.path)
      #expect(run.status == 0)
      let outcome = try JSONValue(run.output)
      return outcome["features"].items
    }
    let layer = try steps("--workflow", "implement", "--scope", "layer/application")
    #expect(layer.compactMap { $0["name"].text } == ["prediction", "station_sync"])
    for goal in ["implement module/harmonic_model", "implement the harmonic model"] {
      let run = try Program.run("plan", "--goal", goal, in: fixture.path)
      #expect(run.status == 0)
      #expect(run.outputText.contains("HARMONIC_MODEL_AGENT"), "\(run.outputText)")
      #expect(!run.outputText.contains("DATUM_AGENT"))
    }
    let core = try Program.run("plan", "--goal", "implement layer/core", in: fixture.path)
    #expect(core.outputText.contains("DATUM_AGENT"))
    #expect(!core.outputText.contains("PREDICTION_AGENT"))
  }

  @Test func anUnknownScopeIsRefused() throws {
    let run = try Program.run("plan", "--scope", "layer/infra", in: fixture.path)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.talkText.contains("there is no scope 'layer/infra'"))
  }
}
