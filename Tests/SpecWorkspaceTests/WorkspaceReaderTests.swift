import Diagnostics
import SpecModel
import SpecWorkspace
import Testing

@Suite struct WorkspaceReaderTests {
  private func read(
    _ files: [String: String], _ selection: Selection = .everything, workers: Int = 2
  ) async -> Workspace {
    await WorkspaceReader(MemorySource(files), selection: selection, workers: workers).read()
  }

  private static let layouts = [
    ".claude/specs/é-one/requirements.md": "# é\r\n",
    ".claude/specs/é-one/design.md": "",
    ".claude/specs/é-one/tasks.md": "- [ ] 1. A 😀\r\n",
    ".claude/specs/_completed/old/tasks.md": "",
    ".claude/specs/_completed/tasks.md": "",
    ".claude/specs/_template/design.md": "",
    ".claude/specs/.template/design.md": "",
    ".claude/specs/empty/notes.md": "",
    ".claude/specs/backlog/deep/deeper/tasks.md": "",
    ".claude/specs/backlog/next/tasks.md": "",
    ".kiro/specs/bug/bugfix.md": "# Bug\n",
    ".spec-workflow/specs/flow/tasks.md": "",
    ".spec-workflow/archive/specs/done/tasks.md": "",
  ]

  @Test func findsTheFeaturesOfEveryLayout() async {
    let workspace = await read(Self.layouts)
    #expect(
      workspace.features.map(\.directory) == [
        ".claude/specs/_completed/old", ".claude/specs/backlog/next", ".claude/specs/é-one",
        ".kiro/specs/bug", ".spec-workflow/archive/specs/done", ".spec-workflow/specs/flow",
      ])
    #expect(workspace.features.map(\.name) == ["old", "next", "é-one", "bug", "done", "flow"])
    #expect(
      workspace.features.map(\.layout) == [
        .claude, .claude, .claude, .kiro, .specWorkflow, .specWorkflow,
      ])
    #expect(workspace.features[2].tasks?.tasks.map(\.id) == ["1"])
    #expect(workspace.features[2].requirements?.path == ".claude/specs/é-one/requirements.md")
    #expect(workspace.features[2].design != nil)
    #expect(workspace.features[3].requirements?.path == ".kiro/specs/bug/bugfix.md")
    #expect(workspace.directories.isSuperset(of: [".claude/specs", ".claude/specs/empty"]))
    #expect(workspace.unreadable.isEmpty)
  }

  @Test func readsLayersAndModules() async throws {
    let layers = ".claude/layers"
    let workspace = await read([
      "\(layers)/core/CORE_ORCHESTRATOR.md": "# Core\n", "\(layers)/core/A_ORCHESTRATOR.md": "",
      "\(layers)/core/modules/B_AGENT.md": "# é 😀\r\n", "\(layers)/core/modules/A_AGENT.md": "",
      "\(layers)/core/modules/notes.md": "", "\(layers)/core/modules/deep/C_AGENT.md": "",
      "\(layers)/entry_points/CLI_AGENT.md": "", "\(layers)/empty/notes.md": "",
      "\(layers)/.hidden/D_AGENT.md": "", ".claude/system/SYSTEM_ORCHESTRATOR.md": "",
      ".claude/system/GUIDE.md": "", ".claude/agents/tester.md": "",
    ])
    let system = try #require(workspace.layered)
    #expect(system.layers.map(\.name) == ["core", "entry_points"])
    #expect(system.layers.map { $0.document?.agent } == ["CORE_ORCHESTRATOR", nil])
    #expect(system.layers.map { $0.modules.map(\.name) } == [["a", "b"], ["cli"]])
    #expect(system.orchestrators.map(\.agent) == ["SYSTEM_ORCHESTRATOR"])
    #expect(workspace.agents.count == 1)
    #expect(workspace.features.isEmpty)
    #expect(workspace.unreadable.isEmpty)
    #expect(await read([".claude/system/SYSTEM_ORCHESTRATOR.md": ""]).layered == nil)
  }

  @Test func readsNoMoreLayersAndModulesThanThereCanBe() async throws {
    var files: [String: String] = [:]
    for number in 0..<80 { files[".claude/layers/l\(number)/A_AGENT.md"] = "" }
    let workspace = await read(files)
    #expect(workspace.layered?.layers.count == 64)
    #expect(workspace.unreadable.map(\.reason) == ["more than 64 layers"])
  }

  @Test func readsFeaturesOfSpecKitAndChangesOfOpenSpec() async {
    let workspace = await read([
      "specs/001-é/spec.md": "- **FR-001**: System MUST é 😀\r\n", "specs/001-é/plan.md": "# P\n",
      "specs/001-é/tasks.md": "- [ ] T001 [P] [US1] A\n", "specs/20260101-120000-b/spec.md": "",
      "specs/api/spec.md": "", "specs/002-notes/notes.md": "", "specs/01-short/spec.md": "",
      "openspec/changes/add-é/proposal.md": "## Why\n",
      "openspec/changes/add-é/tasks.md": "- [ ] 1.1 A\n",
      "openspec/changes/archive/2026-01-01-old/tasks.md": "- [ ] 1.1 A\n",
      "openspec/changes/empty/notes.md": "",
    ])
    #expect(
      workspace.features.map(\.directory) == [
        "openspec/changes/add-é", "specs/001-é", "specs/20260101-120000-b",
      ])
    #expect(workspace.features.map(\.layout) == [.openSpec, .specKit, .specKit])
    #expect(workspace.features[1].requirements?.requirements.map(\.id) == ["FR-001"])
    #expect(workspace.features[1].tasks?.tasks.map(\.id) == ["T001"])
    #expect(workspace.features[0].requirements == nil)
    #expect(!workspace.directories.contains("specs/api"))
  }

  @Test func aFileWhereOthersHaveAFolderIsNobodysFault() async {
    let workspace = await read(["specs": "é 😀\r\n"])
    #expect(workspace.unreadable.isEmpty && workspace.features.isEmpty)
  }

  @Test func anEmptyTreeIsAnEmptyWorkspace() async {
    let workspace = await read([:])
    #expect(workspace.features.isEmpty && workspace.unreadable.isEmpty)
    #expect(workspace.registry == nil && workspace.configuration == nil)
  }

  @Test(arguments: [
    (Selection(names: ["é-one"]), [".claude/specs/é-one"]),
    (Selection(names: ["next", "bug"]), [".claude/specs/backlog/next", ".kiro/specs/bug"]),
    (Selection(names: ["none"]), []),
    (Selection(paths: [".claude/specs/é-one/tasks.md"]), [".claude/specs/é-one"]),
    (Selection(paths: [".claude/specs/_completed"]), [".claude/specs/_completed/old"]),
    (Selection(paths: [".claude/specs/backlog/next/x"]), [".claude/specs/backlog/next"]),
    (Selection(paths: [".kiro"]), [".kiro/specs/bug"]),
    (
      Selection(names: ["flow"], paths: [".kiro/specs/bug"]),
      [".kiro/specs/bug", ".spec-workflow/specs/flow"]
    ),
  ])
  func readsOnlyWhatIsSelected(selection: Selection, directories: [String]) async {
    let workspace = await read(Self.layouts, selection)
    #expect(workspace.features.map(\.directory) == directories)
  }

  @Test func theNumberOfTasksNeverShows() async {
    var files: [String: String] = [:]
    for index in 0..<300 {
      files[".claude/specs/f\(index)/tasks.md"] = "- [ ] \(index). é 😀\n"
      files[".claude/agents/a\(index).md"] = "---\nname: a\(index)\n---\n"
    }
    let one = await read(files, workers: 1)
    let many = await read(files, workers: 8)
    #expect(one.features.count == 300 && one.agents.count == 300)
    #expect(one.features.map(\.directory) == many.features.map(\.directory))
    #expect(
      one.features.map { $0.tasks?.tasks.first?.id }
        == many.features.map { $0.tasks?.tasks.first?.id })
    #expect(one.agents.map(\.identity) == many.agents.map(\.identity))
    #expect(one.agents.map(\.file.path) == files.keys.filter { $0.contains("agents") }.sorted())
  }

  @Test func readsAgentsOfAllFolders() async {
    let workspace = await read([
      ".claude/agents/b.md": "---\nname: é\n---\n", ".claude/agents/a/x.md": "",
      ".claude/agents/a/y.txt": "", ".claude/agents/.git/z.md": "",
    ])
    #expect(workspace.agents.map(\.file.path) == [".claude/agents/a/x.md", ".claude/agents/b.md"])
    #expect(workspace.agents.map(\.identity) == ["x", "é"])
  }

  @Test func foldersOfAgentsHaveALimitOfDepth() async {
    let deep = String(repeating: "d/", count: 40)
    let workspace = await read([".claude/agents/\(deep)x.md": "", ".claude/agents/y.md": ""])
    #expect(workspace.agents.map(\.baseName) == ["y"])
    #expect(workspace.unreadable.map(\.reason) == ["more than 16 directories deep"])
  }

  @Test func keepsAllPlacesOfARegistryAndAConfiguration() async {
    let workspace = await read([
      ".claude/config.yaml": "project: of another tool\n",
      ".claude/orchestrator/config.yaml": "agents: {a: [x]}\n",
      ".specctl.yaml": "agents: {a: [y]}\n",
      ".claude/feature_registry.yaml": "features: {é: {}}\n",
      ".claude/orchestrator/feature_registry.yaml": "features: {b: {}}\n",
    ])
    #expect(workspace.configurationPaths == WorkspaceReader.configurationPaths)
    #expect(workspace.configuration?.agents.map(\.name.value) == ["x"])
    #expect(workspace.registryPaths == WorkspaceReader.registryPaths)
    #expect(workspace.registry?.features.map(\.name.value) == ["é"])
  }

  @Test func readsFeaturesWhereTheRegistrySaysTheyAre() async {
    let workspace = await read([
      ".claude/feature_registry.yaml": """
      features:
        a: {specs_location: docs/specs/é/}
        b: {specs_location: ./.claude/specs/b}
        c: {specs_location: docs/none}
        d: {specs_location: ../outside}
        e: {specs_location: docs}
      """,
      ".claude/config.yaml":
        "features: {p.py: {specs: {requirements: docs/extra.md, design: docs/no.md}}}",
      ".claude/specs/b/tasks.md": "", "docs/specs/é/tasks.md": "- [ ] 1. A\n", "docs/extra.md": "",
    ])
    #expect(workspace.features.map(\.directory) == [".claude/specs/b", "docs/specs/é"])
    #expect(
      workspace.directories == [
        ".claude/specs", ".claude/specs/b", "docs", "docs/specs/é", "docs/extra.md",
      ])
  }

  @Test func keepsWhatCanBeReadBesideWhatCannot() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(".claude/specs/a/requirements.md", "# é\r\n")
    directory.makeDirectory(".claude/specs/a/tasks.md")
    directory.makeDirectory(".claude/specs/b/tasks.md")
    try directory.link(".claude/specs/out", to: "/")
    directory.makeDirectory(".claude/config.yaml")
    let workspace = await WorkspaceReader(try directory.source).read()
    #expect(workspace.features.map(\.name) == ["a"])
    #expect(workspace.features.first?.tasks == nil)
    #expect(
      workspace.unreadable == [
        UnreadableFile(path: ".claude/config.yaml", reason: "is a directory"),
        UnreadableFile(path: ".claude/specs/a/tasks.md", reason: "is a directory"),
        UnreadableFile(path: ".claude/specs/b/tasks.md", reason: "is a directory"),
        UnreadableFile(path: ".claude/specs/out", reason: "leads out of the workspace"),
      ])
  }

  @Test func linksInCirclesEndAndNothingIsReadTwice() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(".claude/agents/core/a.md")
    try directory.link(".claude/agents/core/up", to: "..")
    try directory.link(".claude/agents/again", to: "core")
    try directory.write(".kiro/specs/f/tasks.md")
    directory.makeDirectory(".claude/specs")
    try directory.link(".claude/specs/f", to: "../../.kiro/specs/f")
    let workspace = await WorkspaceReader(try directory.source).read()
    #expect(workspace.agents.map(\.file.path) == [".claude/agents/core/a.md"])
    #expect(workspace.features.map(\.directory) == [".claude/specs/f"])
  }
}
