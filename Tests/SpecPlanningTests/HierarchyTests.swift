import Diagnostics
import SpecModel
import SpecPlanning
import Testing

@Suite struct HierarchyTests {
  private static let layers = ".claude/layers"

  /// A workspace with modules by `layer/NAME` and the documents of layers by their names.
  private func workspace(
    _ modules: KeyValuePairs<String, String>, layers: [String: String] = [:],
    features: [Feature] = [], registry: String? = nil
  ) -> Workspace {
    var system = LayeredSystem()
    for (place, text) in modules {
      let parts = place.split(separator: "/").map(String.init)
      if !system.layers.contains(where: { $0.name == parts[0] }) {
        let directory = "\(Self.layers)/\(parts[0])"
        system.layers.append(
          .init(
            name: parts[0], directory: directory,
            document: layers[parts[0]].map { text in
              LayerDocument(
                reading: SourceFile(
                  path: "\(directory)/\(parts[0].uppercased())_ORCHESTRATOR.md", text: text))
            }))
      }
      for index in system.layers.indices where system.layers[index].name == parts[0] {
        let path = "\(Self.layers)/\(parts[0])/modules/\(parts[1])_AGENT.md"
        system.layers[index].modules.append(
          ModuleDocument(reading: SourceFile(path: path, text: text), layer: parts[0]))
      }
    }
    var workspace = Workspace(
      features: features,
      registry: registry.map {
        Registry(reading: SourceFile(path: ".claude/feature_registry.yaml", text: $0))
      })
    workspace.layered = system
    return workspace
  }

  private func waves(_ workspace: Workspace) -> [[String]] {
    (Planner().plan(workspace).plan?.waveIDs ?? []).map { $0.map { String($0.dropLast(2)) } }
  }

  private func dependsOn(_ names: String) -> String { "# é\n\n**Depends On**: \(names)\n" }

  @Test func modulesWaitForWhatTheyDependOn() throws {
    let workspace = workspace([
      "core/EVENTS": "# Events 😀\r\n",
      "core/LOOP": "# Loop\r\n\r\n### Depends On\r\n- é\r\n- EVENTS_AGENT\r\n- PORTFOLIO_AGENT\r\n",
      "core/PORTFOLIO": "# Portfolio\n\n```python\nfrom core.events import Fill\n```\n",
    ])
    #expect(waves(workspace) == [["events"], ["portfolio"], ["loop"]])
    let plan = try #require(Planner().plan(workspace).plan)
    let edge = try #require(
      plan.edges(into: "loop/@start").first { $0.reason == .moduleDependency })
    #expect(edge.path == "\(Self.layers)/core/modules/LOOP_AGENT.md")
    let range = try #require(edge.range)
    #expect(workspace.layered?.layers[0].modules[1].text.text(range) == "EVENTS_AGENT")
    #expect(plan.edges(into: "portfolio/@start").map(\.reason).contains(.moduleImport))
    #expect(plan.assignment("loop/1")?.agent == "LOOP_AGENT")
    #expect(plan.features.first { $0.name == "loop" }?.dependsOn == ["events", "portfolio"])
    #expect(plan.findings.isEmpty)
  }

  @Test func layersComeFromTheInsideToTheOutside() {
    let modules: KeyValuePairs = [
      "infrastructure/STORE": "", "entry_points/CLI": "", "core/EVENTS": "", "application/RUN": "",
      "elsewhere/TOOL": "",
    ]
    #expect(waves(workspace(modules)) == [["events", "tool"], ["run"], ["store"], ["cli"]])
    // A document that says what its layer builds on comes before the usual order.
    let declared = workspace(
      modules, layers: ["application": "## Depends On\n- Infrastructure layer\n"])
    #expect(waves(declared) == [["events", "tool"], ["store"], ["run"], ["cli"]])
    let alone = workspace(modules, layers: ["entry_points": "**Depends On**: None\n"])
    #expect(waves(alone) == [["cli", "events", "tool"], ["run"], ["store"]])
  }

  @Test func aDeclaredLayerGivesItsPlace() throws {
    let plan = try #require(
      Planner().plan(
        workspace(
          ["tools/A": "", "base/B": ""], layers: ["tools": "# é\n\n**Depends On**: base\n"])
      ).plan)
    let edge = try #require(plan.edges(into: "a/@start").first)
    #expect(edge.reason == .layerDependency)
    #expect(edge.path == "\(Self.layers)/tools/TOOLS_ORCHESTRATOR.md")
    #expect(edge.before == "layer/base/@implemented")
  }

  @Test func orchestratorsCheckTheirLayersAndTheSystem() throws {
    var workspace = workspace(
      ["core/A": "", "application/B": ""], layers: ["core": "# Core\n"])
    for name in ["DOCUMENTATION", "SYSTEM", "LOGGING"] {
      workspace.layered?.orchestrators.append(
        LayerDocument(
          reading: SourceFile(path: ".claude/system/\(name)_ORCHESTRATOR.md", text: "# A\n")))
    }
    let plan = try #require(Planner().plan(workspace).plan)
    let check = "layer/core/@verification/CORE_ORCHESTRATOR"
    #expect(
      plan.assignments.map(\.id) == [
        "a/1", check, "b/1", "system/@verification/SYSTEM_ORCHESTRATOR",
        "system/@documentation/DOCUMENTATION_ORCHESTRATOR",
      ])
    #expect(plan.edges(into: "b/@start").map(\.before) == [check])
    #expect(plan.assignment(check)?.isBlocking == true)
  }

  @Test func cyclesKeepThePlanFromBeingMade() {
    let modules = workspace(["core/A": dependsOn("B_AGENT"), "core/B": dependsOn("a, b")])
    let outcome = Planner().plan(modules)
    #expect(outcome.plan == nil)
    #expect(outcome.findings.map(\.message) == ["modules wait for one another: 'a' → 'b' → 'a'"])
    #expect(outcome.findings.first?.notes.count == 2)

    let layers = workspace(
      ["x/A": "", "y/B": ""],
      layers: ["x": "**Depends On**: y\n", "y": "**Depends On**: X_ORCHESTRATOR\n"])
    #expect(
      Planner().plan(layers).findings.map(\.message)
        == ["layers wait for one another: 'x' → 'y' → 'x'"])
  }

  @Test func anImportDoesNotContradictWhatIsDeclared() {
    let modules = workspace([
      "core/A": "```python\nfrom core.b import B\n```\n", "core/B": dependsOn("A_AGENT"),
    ])
    #expect(waves(modules) == [["a"], ["b"]])
  }

  @Test func unknownModulesAreToldWithTheNearestName() {
    let modules = workspace(
      ["core/EVENTS": dependsOn("EVENT_AGENT, numpy, json module, Evnts module")],
      layers: ["core": "### EVENTS_AGENT\n### TIDES_AGENT\n**Depends On**: BASE_ORCHESTRATOR\n"])
    let outcome = Planner().plan(modules)
    #expect(outcome.plan?.taskCount == 1)
    #expect(
      outcome.findings.map(\.message) == [
        "layer 'core' lists 'TIDES_AGENT', which does not exist",
        "layer 'core' depends on 'BASE_ORCHESTRATOR', which does not exist",
        "module 'events' depends on 'EVENT_AGENT', which does not exist",
        "module 'events' depends on 'Evnts', which does not exist",
      ])
    #expect(
      outcome.findings.compactMap(\.help)
        == ["did you mean 'EVENTS_AGENT'?", "did you mean 'events'?"])
  }

  @Test func needsOfOuterLayersAreToldOnceForEachPairOfLayers() {
    let modules = workspace([
      "application/RUN": dependsOn("STORE_AGENT, FEED_AGENT, TICKS_AGENT"),
      "core/TICKS": "", "infrastructure/FEED": "", "infrastructure/STORE": dependsOn("RUN_AGENT"),
    ])
    let outcome = Planner().plan(modules)
    #expect(waves(modules) == [["ticks"], ["run"], ["feed", "store"]])
    #expect(outcome.findings.map(\.rule) == ["module-against-layers"])
    #expect(
      outcome.findings.first?.message.hasPrefix("module 'run' needs 'store' of layer") == true)
  }

  @Test func modulesOfOneNameAreToldApart() {
    let names = workspace(
      ["core/A": "", "tools/A": "", "tools/B": ""], features: [feature("b", "- [ ] 1. C\n")])
    #expect(Set(names.moduleFeatures.map(\.name)) == ["core/a", "tools/a", "tools/b"])
    #expect(Set(waves(names).joined()) == ["b", "core/a", "tools/a", "tools/b"])
  }

  // MARK: Scopes

  private var scoped: Workspace {
    workspace(
      [
        "core/EVENTS": "", "core/LOOP": dependsOn("EVENTS_AGENT"), "entry_points/CLI": "",
        "entry_points/LOOP": "",
      ],
      layers: ["core": "# Core\n"],
      features: [feature("auth", "- [ ] 1. A\n"), feature("web", "- [ ] 1. B\n")],
      registry: "features:\n  auth: {layer: core}\n  web: {layer: ui}\n")
  }

  private func plan(_ scope: String) throws -> Plan {
    let folders = try PlanScopes(scoped).folders(of: scope)
    return try #require(
      Planner(selection: TaskSelection(features: folders)).plan(scoped).plan)
  }

  @Test func aScopeIsTheSystemALayerOrAModule() throws {
    #expect(
      PlanScopes(scoped).names == [
        "system", "layer/core", "layer/entry_points", "layer/ui", "module/events",
        "module/core/loop", "module/cli", "module/entry_points/loop",
      ])
    #expect(try PlanScopes(scoped).folders(of: "system") == nil)
    #expect(try plan("layer/core").waveIDs == [["auth/1", "events/1"], ["core/loop/1"]])
    #expect(try plan("layer/ui").waveIDs == [["web/1"]])
    #expect(try plan("module/CLI_AGENT").waveIDs == [["cli/1"]])
    #expect(try plan("module/core/loop").waveIDs == [["core/loop/1"]])
  }

  @Test func whatIsOutsideOfAScopeIsAssumedDone() throws {
    #expect(try plan("layer/core").assumed == [])
    #expect(try plan("module/core/loop").assumed == ["events"])
    #expect(try plan("layer/entry-points").assumed == ["layer/core"])
    #expect(try plan("layer/ui").assumed == ["auth"])
    let system = try #require(Planner().plan(scoped).plan)
    #expect(system.assumed == [])
    // What coordinates a layer checks it only where the layer is planned.
    let steps = try plan("module/core/loop").assignments.map(\.id)
    #expect(steps == ["core/loop/1"])
  }

  @Test(arguments: [
    ("layer/cor", "there is no scope 'layer/cor'", "did you mean 'layer/core'? the scopes are "),
    ("", "there is no scope ''", "the scopes are "),
    ("layer/", "there is no scope 'layer/'", ""),
    ("module/", "there is no scope 'module/'", ""),
    ("core", "there is no scope 'core'", "the scopes are "),
    ("module/loop", "2 layers have a module 'loop'", "name one of them: module/core/loop, "),
  ])
  func anUnknownScopeIsToldWithWhatThereIs(scope: String, message: String, help: String) throws {
    let fault = #expect(throws: PlanScopes.Fault.self) {
      try PlanScopes(scoped).folders(of: scope)
    }
    #expect(fault?.message == message)
    #expect(fault?.help.hasPrefix(help) == true)
  }

  @Test func permutedModulesGiveTheSamePlan() throws {
    var workspace = scoped
    let first = try #require(Planner().plan(workspace).plan)
    workspace.features.reverse()
    let second = try #require(Planner().plan(workspace).plan)
    #expect(first.assignments.map(\.id) == second.assignments.map(\.id))
  }
}
