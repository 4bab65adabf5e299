import Diagnostics
import SpecModel
import SpecPlanning
import Testing

@Suite struct FeatureOrderTests {
  private func registry(_ features: [(String, [String])]) -> Registry {
    let lines = features.map { "  \($0.0):\n    depends_on: [\($0.1.joined(separator: ", "))]\n" }
    return Registry(
      reading: SourceFile(
        path: ".claude/feature_registry.yaml", text: "features:\n" + lines.joined()))
  }

  @Test func featuresRunSideBySide() {
    let workspace = Workspace(features: [
      feature("a", "- [ ] 1. A\n- [ ] 2. B\n"), feature("b", "- [ ] 1. A\n- [ ] 2. B\n"),
    ])
    #expect(Planner().plan(workspace).plan?.waveIDs == [["a/1", "b/1"], ["a/2", "b/2"]])
  }

  @Test func aFeatureWaitsForTheOneItDependsOn() {
    let workspace = Workspace(
      features: [feature("a", "- [ ] 1. A\n- [ ] 2. B\n"), feature("b", "- [ ] 1. A\n")],
      registry: registry([("a", ["b"]), ("b", [])]))
    #expect(Planner().plan(workspace).plan?.waveIDs == [["b/1"], ["a/1"], ["a/2"]])
  }

  @Test func aFinishedFeatureInBetweenKeepsTheOrder() {
    let workspace = Workspace(
      features: [
        feature("a", "- [ ] 1. A\n"), feature("b", "- [x] 1. A\n"), feature("c", "- [ ] 1. A\n"),
      ],
      registry: registry([("a", ["b"]), ("b", ["c"]), ("c", [])]))
    #expect(Planner().plan(workspace).plan?.waveIDs == [["c/1"], ["a/1"]])
  }

  @Test func layersOrderFeatures() {
    var entries = registry([("a", []), ("b", []), ("c", [])])
    entries.features[0].layer = Located("entry_points", at: Range(0, 1))
    entries.features[1].layer = Located("core", at: Range(0, 1))
    let workspace = Workspace(
      features: ["a", "b", "c"].map { feature($0, "- [ ] 1. A\n") }, registry: entries)
    #expect(Planner().plan(workspace).plan?.waveIDs == [["b/1", "c/1"], ["a/1"]])
  }

  @Test func layersThatContradictDependenciesOrderNothing() {
    var entries = registry([("a", []), ("b", ["a"])])
    entries.features[0].layer = Located("application", at: Range(0, 1))
    entries.features[1].layer = Located("core", at: Range(0, 1))
    let workspace = Workspace(
      features: ["a", "b"].map { feature($0, "- [ ] 1. A\n") }, registry: entries)
    let outcome = Planner().plan(workspace)
    #expect(outcome.plan?.waveIDs == [["a/1"], ["b/1"]])
    #expect(outcome.findings.contains { $0.rule == "layer-order-contradicted" })
  }

  @Test func featuresThatWaitForOneAnotherAreAFault() {
    let workspace = Workspace(
      features: [feature("a", "- [ ] 1. A\n")],
      registry: registry([("a", ["b"]), ("b", ["c"]), ("c", ["a", "b"])]))
    let outcome = Planner().plan(workspace)
    #expect(outcome.plan == nil)
    #expect(outcome.findings.map(\.rule) == ["feature-cycle"])
    #expect(
      outcome.findings.first?.message == "features wait for one another: 'b' → 'c' → 'b'"
        || outcome.findings.first?.message == "features wait for one another: 'c' → 'b' → 'c'")
    #expect(outcome.findings == FeatureDependencyFaults.find(in: workspace))
  }

  @Test func unknownFeaturesAreNamedWithTheNearest() {
    let workspace = Workspace(
      features: [feature("dashboard", "- [ ] 1. A\n")],
      registry: registry([("other", ["dashbord"])]))
    let findings = Planner().plan(workspace).findings
    #expect(findings.map(\.rule) == ["unknown-feature-dependency"])
    #expect(findings.first?.help == "did you mean 'dashboard'?")
  }
}
