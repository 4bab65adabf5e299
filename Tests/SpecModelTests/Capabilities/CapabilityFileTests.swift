import Diagnostics
import SpecModel
import Testing

@Suite struct CapabilityFileTests {
  private func read(_ text: String, as kind: CapabilityKind) -> CapabilityFile {
    CapabilityFile(
      reading: SourceFile(path: kind.fileNames[0], bytes: Array(text.utf8)), as: kind)
  }

  @Test(arguments: CapabilityKind.allCases)
  func anEmptyFileHasNoProblems(kind: CapabilityKind) {
    #expect(read("", as: kind).problems.isEmpty)
    #expect(read("\(kind.section):\n", as: kind).problems.isEmpty)
  }

  @Test(arguments: CapabilityKind.allCases)
  func aFileOfAnotherToolIsLeftAlone(kind: CapabilityKind) {
    let file = read("engine: {é: 😀}\nworkers: many\n", as: kind)
    #expect(file.isForeign)
    #expect(file.problems.isEmpty)
    #expect(file.unknownKeys.isEmpty)
  }

  @Test(arguments: CapabilityKind.allCases)
  func aListInThePlaceOfSettingsIsSaid(kind: CapabilityKind) {
    let file = read("\(kind.section): [1, 2]\n", as: kind)
    #expect(file.problems.map(\.kind) == [.wrongValue])
  }

  @Test func namesOfAgentsFeaturesAndServersAreKept() {
    let budgets = read(
      "cost_management:\n  budgets:\n    per_agent: {é-tester: 5}\n    per_feature: {shop: 7}\n",
      as: .costManagement)
    #expect(budgets.agents.map(\.value) == ["é-tester"])
    #expect(budgets.features.map(\.value) == ["shop"])
    let servers = read(#"{"mcpServers": {"a": {"command": "x"}, "b": {"url": "y"}}}"#, as: .mcp)
    #expect(servers.servers.map(\.value) == ["a", "b"])
    #expect(servers.problems.isEmpty)
  }

  @Test func whatComesFromTheEnvironmentIsAnyValue() {
    let file = read("security:\n  rate_limiting: {per_user: '${LIMIT}'}\n", as: .security)
    #expect(file.problems.isEmpty)
  }

  @Test func everyProblemHasItsPlaceInTheFile() {
    let text = "human_review:\n  triggers:\n    low_confidence: {threshold: 'é😀'}\n"
    let file = read(text.replacing("\n", with: "\r\n"), as: .humanReview)
    #expect(file.problems.count == 1)
    let range = file.problems.first?.range.indices
    #expect(range.map { String(decoding: file.file.bytes[$0], as: UTF8.self) } == "'é😀'")
  }

  @Test func unquotedArrowsAreExplained() {
    let file = read(
      "cost_management:\n  optimization:\n    model_selection_rules:\n"
        + "      - task_type: é -> use: haiku\n      - task_type: b -> use: opus\n",
      as: .costManagement)
    #expect(file.problems.first?.kind == .unreadable)
    #expect(file.problems.first?.help?.contains("as well as another one") ?? false)
  }
}
