import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace
import Testing

@Suite struct PathSettingsTests {
  private func findings(_ settings: String) async -> [String] {
    let workspace = await WorkspaceReader(
      MemorySource([
        ".claude/config.yaml": "validation:\n" + settings,
        ".claude/specs/old-é/tasks.md": "- [ ] 1. A\n- [ ] 3. B\n",
        ".claude/specs/new/tasks.md": "- [ ] 1. A\n- [ ] 3. B\n",
      ])
    ).read()
    let selection = RuleSelection(configuration: workspace.configuration)
    return await Validation(selection).outcome(of: workspace).findings
      .filter { ["number-gap", "unknown-rule", "unknown-key"].contains($0.rule) }
      .map { "\($0.path) \($0.rule) \($0.severity) \($0.severityOrigin ?? "-")" }
  }

  private static let old = ".claude/specs/old-é/tasks.md number-gap"
  private static let new = ".claude/specs/new/tasks.md number-gap"

  @Test func setsTheSeverityOfARuleInAPath() async {
    let found = await findings("  paths:\n    .claude/specs/old-*:\n      number-gap: error\n")
    #expect(found == ["\(Self.new) note -", "\(Self.old) error .claude/config.yaml:4"])
  }

  @Test func turnsARuleOffInAPathAndOnInAnother() async {
    #expect(
      await findings("  paths:\n    '**/old-?/**':\n      number-gap: off\n")
        == ["\(Self.new) note -"])
    #expect(
      await findings(
        "  rules:\n    number-gap: off\n  paths:\n    .claude/specs/new/tasks.md:\n      number-gap: warning\n"
      ) == ["\(Self.new) warning .claude/config.yaml:6"])
  }

  @Test func letsTheLastMatchCount() async {
    let found = await findings(
      "  paths:\n    '**':\n      number-gap: error\n    '**/new':\n      number-gap: note\n")
    #expect(
      found == [
        "\(Self.new) note .claude/config.yaml:6", "\(Self.old) error .claude/config.yaml:4",
      ])
  }

  @Test func ignoresPaths() async {
    #expect(await findings("  ignore: ['.claude/specs/old*']\n") == ["\(Self.new) note -"])
    #expect(await findings("  ignore: [.claude]\n") == [])
    #expect(await findings("  ignore: [specs, '*/old']\n").count == 2)
    #expect(await findings("  ignore: ['**', '!**/new']\n") == ["\(Self.new) note -"])
    #expect(await findings("  ignore: ['**/{new,old-[a-z]}']\n") == ["\(Self.old) note -"])
    #expect(await findings("  ignore: ['**/{new,old-[!a-z]}']\n") == [])
  }

  @Test func reportsPatternsThatAreNone() async {
    let workspace = await WorkspaceReader(
      MemorySource([
        ".claude/config.yaml":
          "validation:\n  ignore: ['../a', '/b', '']\n  paths:\n    '!c':\n      number-gap: off\n"
      ])
    ).read()
    #expect(
      workspace.configuration?.problems.map(\.message) == [
        "'ignore' has '../a', which leads out of the workspace",
        "'ignore' has '/b', which leads out of the workspace", "'ignore' has '', which is empty",
        "'paths' has '!c', and '!' means nothing here",
      ])
  }

  // @spec validation/4.2
  @Test(.timeLimit(.minutes(1))) func manyPatternsAndFindingsTakeLittleTime() async {
    let patterns = (0..<3_000).map { "    '**/a\($0)*':\n      number-gap: off\n" }
    let tasks = (0..<3_000).map { "- [ ] \(2 * $0 + 1). A\n" }
    let workspace = await WorkspaceReader(
      MemorySource([
        ".claude/config.yaml": "validation:\n  paths:\n" + patterns.joined(),
        ".claude/specs/b/tasks.md": tasks.joined(), ".claude/specs/a2999/tasks.md": tasks.joined(),
      ])
    ).read()
    let selection = RuleSelection(configuration: workspace.configuration)
    let gaps = await Validation(selection).outcome(of: workspace).findings
      .filter { $0.rule == "number-gap" }
    #expect(gaps.count == 2_999)
    #expect(gaps.allSatisfy { $0.path == ".claude/specs/b/tasks.md" })
  }

  @Test func matchesHostilePatternsInNoTime() async {
    let stars = String(repeating: "*a", count: 2_000)
    let deep = String(repeating: "**/", count: 500)
    #expect(await findings("  ignore: ['\(stars)', '\(deep)x']\n").count == 2)
  }
}
