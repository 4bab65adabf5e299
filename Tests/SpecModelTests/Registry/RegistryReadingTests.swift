import Diagnostics
import SpecModel
import Testing

@Suite struct RegistryReadingTests {
  private func read(_ text: String) -> Registry {
    Registry(reading: SourceFile(path: "feature_registry.yaml", text: text))
  }

  @Test func readsEveryFieldOfTheMapFormWithItsPlace() throws {
    let registry = read(
      """
      # é 😀\r
      features:\r
        dashboard:\r
          title: "Übersicht 😀"\r
          description: shows é\r
          specs_location: .claude/specs/dashboard/\r
          primary_agent: frontend-developer\r
          supporting_agents: [python-pro, ui-designer]\r
          qa_agents:\r
            - qa-tester\r
          dependencies: [positions]\r
          pages: [a.py]\r
          key_components: [chart]\r
          critical_rules: [no_lines]\r
          layer: core\r
          priority: high\r
          status: active\r
          version: 1.0\r
        empty:\r
      """)
    #expect(registry.shape == .map)
    #expect(registry.problems.isEmpty && registry.unknownKeys.isEmpty)
    #expect(registry.features.map(\.name.value) == ["dashboard", "empty"])
    let feature = try #require(registry.features.first)
    func written(_ value: Located<String>?) -> String? {
      value.map { registry.file.text($0.range) }
    }
    #expect(written(feature.name) == "dashboard")
    #expect(feature.title?.value == "Übersicht 😀")
    #expect(written(feature.title) == "\"Übersicht 😀\"")
    #expect(written(feature.summary) == "shows é")
    #expect(written(feature.specsLocation) == ".claude/specs/dashboard/")
    #expect(written(feature.primaryAgent) == "frontend-developer")
    #expect(feature.supportingAgents.map { written($0) } == ["python-pro", "ui-designer"])
    #expect(feature.qaAgents.map { written($0) } == ["qa-tester"])
    #expect(feature.dependsOn.map { written($0) } == ["positions"])
    #expect(feature.pages.map(\.value) == ["a.py"])
    #expect(feature.keyComponents.map(\.value) == ["chart"])
    #expect(feature.criticalRules.map(\.value) == ["no_lines"])
    #expect(written(feature.layer) == "core")
    #expect(written(feature.priority) == "high")
    #expect(written(feature.status) == "active")
    #expect(registry.file.text(feature.range).hasPrefix("dashboard:\r\n    title"))
    #expect(registry.file.text(feature.range).hasSuffix("version: 1.0"))
  }

  @Test func readsTheSectionsBesideTheFeatures() {
    let registry = read(
      """
      features: {}
      agent_mapping:
        sports:
          agent_group: specialists
          features: [betting]
          primary_agents: [one, two]
      global_agents:
        critical_priority: [gate]
        low: [docs]
        urgent_priority: [x]
      shared:
        agents: [ui]
        critical_rules: [style]
        components: [a.py]
        description: d
      stats:
        total_features: 16
        spec_coverage: 100%
      """)
    #expect(registry.agentMapping.map(\.name.value) == ["sports"])
    #expect(registry.agentMapping.first?.agentGroup?.value == "specialists")
    #expect(registry.agentMapping.first?.features.map(\.value) == ["betting"])
    #expect(registry.agentMapping.first?.primaryAgents.map(\.value) == ["one", "two"])
    #expect(registry.globalAgents.map(\.priority.value) == ["critical", "low"])
    #expect(registry.globalAgents.map { $0.agents.map(\.value) } == [["gate"], ["docs"]])
    #expect(registry.sharedAgents.map(\.value) == ["ui"])
    #expect(registry.sharedRules.map(\.value) == ["style"])
    #expect(registry.statistics.map(\.name.value) == ["total_features", "spec_coverage"])
    #expect(registry.statistics.map(\.value.value) == ["16", "100%"])
    #expect(registry.unknownKeys.map(\.key.value) == ["urgent_priority"])
    #expect(registry.unknownKeys.first?.container == "global_agents")
    #expect(registry.problems.isEmpty)
  }

  @Test(arguments: [
    ("features:\n- key: a\n- key: b\n", Registry.Shape.list(key: "key")),
    ("features:\n- proposal_id: a\n  title: T\n- proposal_id: b\n", .list(key: "proposal_id")),
    ("- id: a\n  title: T\n- id: b\n", .topLevelList(key: "id")),
    ("- name: a\n- name: b\n", .topLevelList(key: "name")),
    ("features:\n  a:\n  b: {}\n", .map),
  ])
  func readsFeaturesInEveryShape(text: String, shape: Registry.Shape) {
    let registry = read(text)
    #expect(registry.shape == shape)
    #expect(registry.features.map(\.name.value) == ["a", "b"])
    #expect(registry.problems.isEmpty)
  }

  @Test func anElementOfAListKeepsItsTitle() {
    let registry = read("- id: A-1\n  name: The é 😀\n  depends_on: [A-2]\n- id: A-2\n- note: x\n")
    #expect(registry.features.map(\.title?.value) == ["The é 😀", nil])
    #expect(registry.features.first?.dependsOn.map(\.value) == ["A-2"])
    #expect(registry.problems.map(\.message) == ["a feature has no name"])
    #expect(registry.problems.first?.help == "give it the key 'id'")
  }

  @Test(arguments: [
    ("just words\n", "it holds text, not features"),
    ("- a\n- b\n", "it is a list of bare names that says nothing about them"),
    ("features: [a, b]\n", "it is a list of bare names that says nothing about them"),
    ("features: {dark_mode: true, beta: false}\n", "its features are switches, not units of work"),
    (
      "features:\n- name: age\n  dtype: int64\n- name: city\n  dtype: string\n",
      "its features are columns of data, not units of work"
    ),
    ("feature_views:\n- x: 1\nproject: p\n", "it has none of the keys of a feature registry"),
    ("# Registry\n\n**Bold** text: with: colons\n- x\n", "it is Markdown, not YAML"),
  ])
  func saysOnceWhyAFileIsNoRegistry(text: String, reason: String) {
    let registry = read(text)
    #expect(registry.shape == .foreign(reason: reason))
    #expect(registry.features.isEmpty && registry.problems.isEmpty && registry.unknownKeys.isEmpty)
  }

  @Test(arguments: ["", "# nothing but é\r\n", "features:\n", "features: {}\n"])
  func anEmptyFileIsARegistryWithoutFeatures(text: String) {
    let registry = read(text)
    #expect(registry.shape == .map)
    #expect(registry.features.isEmpty && registry.problems.isEmpty)
  }

  @Test func faultsStandWhereTheyAreWritten() {
    let registry = read(
      """
      # é 😀\r
      features:\r
        a:\r
          primary_agent: [x, y]\r
          supporting_agents: é, 😀z\r
          qa_agents: [{k: v}]\r
          depnds_on: [b]\r
        a: {}\r
        b: text\r
      agent_maping: {}\r
      """)
    func written(_ problem: DocumentProblem) -> String { registry.file.text(problem.range) }
    #expect(registry.problems.map(written) == ["[x, y]", "é, 😀z", "{k: v}", "a", "text"])
    #expect(
      registry.problems.map(\.kind) == [
        .wrongValue, .wrongValue, .wrongValue, .duplicateKey, .wrongValue,
      ])
    #expect(registry.problems.first?.message == "'primary_agent' is a list, where text is wanted")
    #expect(registry.problems[1].help == "write 'supporting_agents: [é, 😀z]'")
    #expect(registry.problems[3].note.map { registry.file.text($0.range) } == "a")
    let agents = registry.features[0].supportingAgents
    #expect(agents.map { registry.file.text($0.range) } == ["é", "😀z"])
    #expect(registry.features[0].unknownKeys.map(\.suggestion) == ["depends_on"])
    #expect(registry.unknownKeys.map(\.suggestion) == ["agent_mapping"])
  }

  @Test func brokenYAMLIsOneProblemWithItsPlace() {
    let registry = read("features:\r\n  é: [😀\r\n  b: c\r\n")
    #expect(registry.shape == .unreadable)
    #expect(registry.problems.map(\.kind) == [.unreadable])
  }
}
