import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace
import Testing

@Suite struct WrongReferenceTests {
  // Near misses were looked for among all ids each time: ten thousand references took a release a minute.
  // @spec validation/4.2
  @Test(.timeLimit(.minutes(1))) func thousandsOfWrongReferencesTakeLittleTime() async {
    let count = 10_000
    let numbers = 1...count
    let tasks = numbers.map {
      "- [ ] \($0). A\n  - _Depends: \($0).7\($0)_\n  - _Requirements: \($0 + count)_\n  - _Agent: a\($0)_\n"
    }
    let workspace = await WorkspaceReader(
      MemorySource([
        ".claude/specs/é/tasks.md": tasks.joined(),
        ".claude/specs/é/requirements.md": numbers.map { "### Requirement \($0): A\n" }.joined(),
        ".claude/agents/tester.md": "---\nname: tester\ndescription: Tests\n---\nTest.\n",
      ])
    ).read()
    let findings = await Validation(RuleSelection(configuration: nil)).outcome(of: workspace)
      .findings
    for rule in ["unknown-requirement", "unknown-dependency", "unknown-task-agent"] {
      #expect(findings.count { $0.rule == rule } == count)
    }
    #expect(findings.contains { $0.rule == "unknown-requirement" && $0.help != nil })
  }
}
