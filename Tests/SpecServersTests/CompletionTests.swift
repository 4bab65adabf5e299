import JSONSyntax
import SpecServers
import Testing

@Suite struct CompletionTests {
  /// What is offered at the end of a line, and where it is put.
  private func offers(
    _ path: String, _ text: String, encoding: String = "utf-16"
  ) async -> [(label: String, detail: String, text: String, start: Int)] {
    var editor = await Editor.started(Sample.files, encoding: encoding)
    await editor.open(path, text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let mark = lines.firstIndex { $0.contains("|") } ?? 0
    let column = lines[mark].prefix { $0 != "|" }
    await editor.change(
      path, version: 2, from: (mark, units(column, encoding)),
      to: (mark, units(column, encoding) + 1), "")
    let list = await editor.ask("textDocument/completion", path, mark, units(column, encoding))
    return list.elements.map {
      (
        $0["label"].string ?? "", $0["detail"].string ?? "",
        $0["textEdit"]["newText"].string ?? "",
        $0["textEdit"]["range"]["start"]["character"].integer ?? -1
      )
    }
  }

  private func units(_ text: some StringProtocol, _ encoding: String) -> Int {
    encoding == "utf-8" ? text.utf8.count : text.utf16.count
  }

  @Test(arguments: ["utf-16", "utf-8"])
  func offersRequirementsAndCriteria(encoding: String) async {
    let line = "  - _Leverage: é😀.ts_ _Requirements: 2.1, 1"
    let found = await offers(
      Sample.tasks, "# Tasks\n\n- [ ] 1. A\n\(line)|_\n", encoding: encoding)
    #expect(found.map(\.label) == ["1", "1.1", "1.2", "2", "2.1"])
    #expect(found[2].detail.contains("SHALL say é"))
    #expect(found[0].start == units(line, encoding) - 1)
  }

  @Test(arguments: [
    ("  - _Depends: |_", "1"), ("  - **Dependencies**: |", "None"), ("  - 依赖：|", "2"),
    ("  - _Agent: w|_", "writer"), ("  - |", "_Requirements: _"), ("  - _Re|", "_Requirements: _"),
    ("  <!-- specctl: allow unk| -->", "unknown-requirement"),
  ])
  func offersWhatTheLineIsAbout(line: String, label: String) async {
    let found = await offers(
      Sample.tasks, "# Tasks\n\n- [ ] 1. A\n- [ ] 2. B\n\(line)\n")
    #expect(found.contains { $0.label == label }, "\(found)")
  }

  @Test(arguments: ["- [ ] 3. |", "Text: |", "  - A sentence with |"])
  func offersNothingInText(line: String) async {
    let found = await offers(Sample.tasks, "# Tasks\n\n- [ ] 1. A\n\(line)\n")
    #expect(found.isEmpty, "\(found.map(\.label))")
  }

  @Test(arguments: [
    ("features:\n  shop:\n    primary_agent: |\n", "writer"),
    ("features:\n  shop:\n    qa_agents:\n      - |\n", "writer"),
    ("features:\n  shop:\n    qa_agents:\n    - |\n", "writer"),
    ("features:\n  shop:\n    qa_agents: [writer, |]\n", "writer"),
    ("features:\n  a:\n    title: é😀\n    |\n  shop:\n    title: B\n", "depends_on"),
    ("features:\n  shop:\n    depends_on: [|]\n", "shop"), ("|\n", "agent_mapping"),
    ("features:\n  - name: a\n    primary_agent: |\n", "writer"),
    ("shared:\n  agents:\n    - |\n", "writer"),
    ("global_agents:\n  |\n", "critical_priority"),
  ])
  func offersNamesAndKeysOfTheRegistry(text: String, label: String) async {
    let found = await offers(Sample.registry, text)
    #expect(found.contains { $0.label == label }, "\(found)")
  }

  @Test(arguments: [
    ("|\n", "planning"), ("agents:\n  builders:\n    - name: w|\n", "writer"),
    ("agents:\n  builders:\n    - name: writer\n      |\n", "auto_invoke"),
    ("agents:\n  builders:\n    writer:\n      priority: |\n", "critical"),
    ("validation:\n  rules:\n    unknown-|\n", "unknown-requirement"),
    ("validation:\n  rules:\n    unknown-requirement: |\n", "off"),
    ("planning:\n  order: |\n", "declared"), ("planning:\n  default_agent: |\n", "writer"),
  ])
  func offersNamesAndKeysOfTheConfiguration(text: String, label: String) async {
    let found = await offers(Sample.configuration, "agents:\n  a:\n    - name: writer\n\n" + text)
    #expect(found.contains { $0.label == label }, "\(found)")
  }

  @Test func offersKeysInTheFrontMatterOfAgents() async {
    let found = await offers(Sample.agent, "---\nname: writer\n|\n---\n\nText\n")
    #expect(found.contains { $0.label == "tools" && $0.text == "tools: " })
    #expect(await offers(Sample.agent, "---\nname: writer\n---\n\nText |\n").isEmpty)
  }
}
