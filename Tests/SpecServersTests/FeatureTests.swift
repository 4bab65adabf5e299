import JSONSyntax
import SpecServers
import Testing

@Suite struct FeatureTests {
  private func started(_ changes: [String: String] = [:]) async -> Editor {
    await Editor.started(
      Sample.files.merging(changes) { $1 },
      capabilities: #"""
        "textDocument": {"documentSymbol": {"hierarchicalDocumentSymbolSupport": true}},
        "workspace": {"workspaceEdit": {"documentChanges": true}}
        """#)
  }

  private func places(_ locations: JSONValue) -> [String] {
    locations.elements.map {
      let start = $0["range"]["start"]
      let name = $0["uri"].string?.split(separator: "/").last ?? ""
      return "\(name):\(start["line"].integer ?? -1):\(start["character"].integer ?? -1)"
    }
  }

  // MARK: Hover

  @Test(arguments: [
    (Sample.tasks, 3, 20, "SHALL show it"), (Sample.tasks, 6, 38, "SHALL search"),
    (Sample.tasks, 7, 14, "Make the table"), (Sample.tasks, 2, 6, "wave 0 · writer"),
    (Sample.tasks, 4, 14, "Writes é and 😀."), (Sample.design, 4, 16, "As a reader"),
    (Sample.registry, 5, 22, "Writes é"), (Sample.registry, 9, 18, "Sells é."),
    (Sample.configuration, 2, 15, "Writes é"),
    (Sample.configuration, 5, 8, "missing-spec-folder"),
  ])
  func saysWhatANameStandsFor(path: String, line: Int, character: Int, text: String) async {
    var editor = await started()
    let hover = await editor.ask("textDocument/hover", path, line, character)
    #expect(hover["contents"]["value"].string?.contains(text) ?? false, "\(hover)")
  }

  @Test func saysNothingWhereNothingIsNamed() async {
    var editor = await started()
    #expect(await editor.ask("textDocument/hover", Sample.tasks, 0, 1).isNull)
    #expect(await editor.ask("textDocument/hover", "README.md", 0, 1).isNull)
  }

  // MARK: Navigation

  @Test func goesFromATaskToTheCriterionAndBack() async {
    var editor = await started()
    let definition = await editor.ask("textDocument/definition", Sample.tasks, 3, 20)
    #expect(places(definition) == ["requirements.md:8:0"])
    let references = await editor.ask(
      "textDocument/references", Sample.requirements, 8, 0,
      more: #", "context": {"includeDeclaration": false}"#)
    #expect(places(references) == ["tasks.md:3:19"])
  }

  @Test func findsTheReferencesOfARequirementAndItsCriteria() async {
    var editor = await started()
    let references = await editor.ask("textDocument/references", Sample.requirements, 2, 16)
    #expect(
      places(references) == [
        "design.md:4:16", "requirements.md:2:16", "tasks.md:3:19", "tasks.md:3:24",
      ])
  }

  @Test func goesFromADependencyToTheTask() async {
    var editor = await started()
    let definition = await editor.ask("textDocument/definition", Sample.tasks, 7, 14)
    #expect(places(definition) == ["tasks.md:2:6"])
  }

  @Test func goesFromAnAgentToItsFile() async {
    var editor = await started()
    for (path, line, character) in [
      (Sample.tasks, 4, 14), (Sample.registry, 5, 22), (Sample.configuration, 2, 15),
    ] {
      let definition = await editor.ask("textDocument/definition", path, line, character)
      #expect(places(definition) == ["writer.md:1:6"])
    }
  }

  @Test func goesFromARegisteredFeatureToItsDocuments() async {
    var editor = await started()
    let definition = await editor.ask("textDocument/definition", Sample.registry, 9, 18)
    #expect(places(definition) == ["requirements.md:0:0"])
  }

  // MARK: Renaming

  private func edits(_ edit: JSONValue) -> [String] {
    edit["documentChanges"].elements.flatMap { document in
      let name = document["textDocument"]["uri"].string?.split(separator: "/").last ?? ""
      return document["edits"].elements.map {
        let start = $0["range"]["start"]
        return "\(name):\(start["line"].integer ?? -1):\(start["character"].integer ?? -1)"
          + " \($0["newText"].string ?? "")"
      }
    }
  }

  @Test func renamesARequirementWithTheNumbersOfItsCriteria() async {
    var editor = await started()
    let edit = await editor.ask(
      "textDocument/rename", Sample.requirements, 2, 16, more: #", "newName": "7""#)
    #expect(
      edits(edit) == [
        "design.md:4:16 7", "requirements.md:2:16 7", "tasks.md:3:19 7", "tasks.md:3:24 7",
      ])
  }

  @Test func renamesATaskWithThoseBelowIt() async {
    var editor = await started()
    let edit = await editor.ask(
      "textDocument/rename", Sample.tasks, 5, 6, more: #", "newName": "5""#)
    #expect(edits(edit) == ["tasks.md:5:6 5", "tasks.md:8:8 5"])
  }

  @Test func renamesAnAgentEverywhere() async {
    var editor = await started()
    let edit = await editor.ask(
      "textDocument/rename", Sample.tasks, 4, 14, more: #", "newName": "author""#)
    #expect(
      edits(edit) == [
        "writer.md:1:6 author", "config.yaml:2:12 author", "feature_registry.yaml:5:19 author",
        "feature_registry.yaml:8:19 author", "tasks.md:4:12 author",
      ])
  }

  @Test func renamesAFeatureAndLeavesItsFolder() async {
    var editor = await started()
    let edit = await editor.ask(
      "textDocument/rename", Sample.registry, 1, 3, more: #", "newName": "store""#)
    #expect(
      edits(edit) == ["feature_registry.yaml:1:2 store", "feature_registry.yaml:9:17 store"])
  }

  @Test(arguments: [
    (Sample.requirements, 8, 0, "9"), (Sample.requirements, 2, 16, "2"),
    (Sample.requirements, 2, 16, "a b"), (Sample.requirements, 2, 16, ""),
    (Sample.tasks, 5, 6, "1"), (Sample.tasks, 5, 6, "search"),
    (Sample.configuration, 5, 8, "rule"),
  ])
  func refusesNamesThatWouldChangeTheMeaning(
    path: String, line: Int, character: Int, name: String
  ) async {
    var editor = await started()
    let parameters =
      #"{"textDocument": {"uri": "\#(Editor.uri(path))"}, "position": \#(Editor.place(line, character)), "newName": "\#(name)"}"#
    let answer = await editor.ask("textDocument/rename", parameters)
    #expect(answer["error"]["code"] == .integer(-32803), "\(answer)")
  }

  @Test func saysWhatWouldBeRenamed() async {
    var editor = await started()
    let answer = await editor.ask("textDocument/prepareRename", Sample.tasks, 7, 14)
    #expect(answer["placeholder"].string == "1")
    #expect(answer["range"]["start"]["character"] == .integer(14))
  }

  // MARK: Outlines

  @Test func outlinesTasksBelowTheirTasks() async {
    var editor = await started()
    let symbols = await editor.ask("textDocument/documentSymbol", Sample.tasks, 0, 0)
    #expect(symbols.elements.map { $0["name"].string } == ["1 Make the table", "2 Search 😀"])
    #expect(symbols.elements.last?["children"].elements.first?["name"].string == "2.1 Search more")
  }

  @Test func outlinesRequirementsWithTheirCriteria() async {
    var editor = await started()
    let symbols = await editor.ask("textDocument/documentSymbol", Sample.requirements, 0, 0)
    #expect(symbols.elements.map { $0["children"].elements.count } == [2, 1])
  }

  @Test func findsSymbolsOfTheWorkspaceByTheirLetters() async {
    var editor = await started()
    let found = await editor.ask("workspace/symbol", #"{"query": "srch mr"}"#)["result"]
    #expect(found.elements.map { $0["name"].string } == ["2.1 Search more"])
    #expect(found.elements.first?["containerName"].string == "shop")
  }

  @Test func foldsTasksWithThoseBelowThem() async {
    var editor = await started()
    let folds = await editor.ask("textDocument/foldingRange", Sample.tasks, 0, 0)
    let lines = folds.elements.map { [$0["startLine"].integer, $0["endLine"].integer] }
    #expect(lines.contains([2, 4]) && lines.contains([5, 9]) && lines.contains([8, 9]))
  }

  // MARK: Waves

  private func hints(_ editor: inout Editor) async -> [String] {
    let range =
      #", "range": {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}"#
    let hints = await editor.ask("textDocument/inlayHint", Sample.tasks, 0, 0, more: range)
    return hints.elements.map {
      "\($0["position"]["line"].integer ?? -1) \($0["label"].string ?? "")"
    }
  }

  @Test func showsWaveAndAgentBehindEachTask() async {
    var editor = await started()
    #expect(await hints(&editor) == ["2 wave 0 · writer", "8 wave 1 · writer"])
  }

  @Test func showsNoWavesWhereThereIsNoPlan() async {
    let cycle = "# Tasks\n\n- [ ] 1. A\n  - _Depends: 2_\n- [ ] 2. B\n  - _Depends: 1_\n"
    var editor = await started([Sample.tasks: cycle])
    #expect(await hints(&editor).isEmpty)
    var other = await started([".claude/specs/other/tasks.md": cycle])
    #expect(await hints(&other) == ["2 wave 0 · writer", "8 wave 1 · writer"])
  }
}
