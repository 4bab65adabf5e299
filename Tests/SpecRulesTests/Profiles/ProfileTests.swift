import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace
import Testing

@Suite struct ProfileTests {
  private static let design = "# Design é 😀\n\n## Overview\n\nA\n\n## Architecture\n\nB\n"

  private func rules(
    _ files: [String: String], profile: Profile? = nil
  ) async -> [String: [String]] {
    let workspace = await WorkspaceReader(MemorySource(files)).read()
    let selection = RuleSelection(configuration: workspace.configuration, profile: profile)
    let outcome = await Validation(selection).outcome(of: workspace)
    return Dictionary(grouping: outcome.findings, by: \.path).mapValues { $0.map(\.rule) }
  }

  @Test func eachFeatureHasTheProfileOfItsTool() async {
    let workspace = await WorkspaceReader(
      MemorySource([
        ".claude/specs/a/tasks.md": "", ".kiro/specs/b/tasks.md": "",
        ".kiro/specs/c/tasks.md": "", ".kiro/specs/c/spec.json": "{}",
        ".kiro/specs/d/tasks.md": "", ".kiro/specs/d/spec.json": "{}",
        ".kiro/specs/d/.config.kiro": "{}", ".spec-workflow/specs/e/tasks.md": "",
        "specs/001-f/spec.md": "", "openspec/changes/g/proposal.md": "",
        "openspec/changes/g/tasks.md": "",
      ])
    ).read()
    let profiles = Dictionary(workspace.features.map { ($0.name, $0.profile) }) { first, _ in first
    }
    #expect(
      profiles == [
        "a": .claude, "b": .kiro, "c": .ccSdd, "d": .kiro, "e": .specWorkflow, "001-f": .specKit,
        "g": .openSpec,
      ])
  }

  @Test func aProfileRaisesWhatItsToolWritesByItself() async {
    let files = [".kiro/specs/a/design.md": Self.design, ".claude/specs/a/design.md": Self.design]
    let found = await rules(files)
    #expect(found[".kiro/specs/a/design.md"]?.contains("missing-design-section") == true)
    #expect(found[".claude/specs/a/design.md"]?.contains("missing-design-section") != true)
  }

  @Test func aProfileLeavesOutWhatItsToolHasNoneOf() async {
    let tasks = "- [ ] 1. A é 😀\n  - _Requirements: All_\n- [ ] 2. B\n"
    let found = await rules([
      ".spec-workflow/specs/a/tasks.md": tasks, ".claude/specs/a/tasks.md": tasks,
      ".claude/config.yaml": "validation:\n  rules:\n    no-dependencies: warning\n",
      ".spec-workflow/specs/a/requirements.md": "### Requirement 1: A\n",
      ".claude/specs/a/requirements.md": "### Requirement 1: A\n",
    ])
    #expect(found[".claude/specs/a/tasks.md"] == ["no-dependencies", "reference-to-all"])
    #expect(found[".spec-workflow/specs/a/tasks.md"] == ["no-dependencies"])
  }

  @Test func profilesNameRulesThatThereAreAndOtherSeverities() {
    for profile in Profile.allCases {
      for (rule, severity) in profile.severities {
        #expect(Rule.named(rule).map { $0.severity != severity } == true, "\(rule)")
      }
    }
  }

  @Test func anUnknownProfileIsReported() async {
    let found = await rules([".claude/config.yaml": "validation:\n  profile: spec-kid\n"])
    #expect(found[".claude/config.yaml"]?.count == 1)
  }

  @Test func theConfigurationCountsMoreThanTheProfile() async {
    let files = [
      ".kiro/specs/a/design.md": Self.design,
      ".claude/config.yaml": "validation:\n  rules:\n    missing-design-section: off\n",
    ]
    #expect(
      await rules(files)[".kiro/specs/a/design.md"]?.contains("missing-design-section") != true)
  }

  @Test func oneProfileForAllIsNamedInTheConfigurationOrByTheCaller() async {
    let design = [".claude/specs/a/design.md": Self.design]
    let configured = design.merging([
      ".claude/config.yaml": "validation:\n  profile: kiro\n"
    ]) { first, _ in first }
    let path = ".claude/specs/a/design.md"
    #expect(await rules(configured)[path]?.contains("missing-design-section") == true)
    #expect(await rules(design, profile: .kiro)[path]?.contains("missing-design-section") == true)
    #expect(
      await rules(configured, profile: .claude)[path]?.contains("missing-design-section") != true)
  }

  @Test(arguments: Profile.allCases)
  func aProfileForOtherDocumentsChangesNothing(profile: Profile) async {
    let files = [
      "specs/001-a/spec.md":
        "### User Story 1 - A\n\n1. **Given** é, **When** b, **Then** c\n\n## R\n\n- **FR-001**: MUST d\n",
      "specs/001-a/tasks.md": "- [ ] T001 [US2] A\n",
      "openspec/changes/a/tasks.md": "- [ ] 1.1 A\n  - _Requirements: 7_\n",
      "openspec/changes/a/proposal.md": "# A\n",
    ]
    #expect(await rules(files, profile: profile) == rules(files))
  }

  @Test func nothingOfRequirementsByNumberIsAskedOfSpecKit() async {
    let found = await rules([
      "specs/001-a/spec.md":
        "### User Story 1 - A\n\n1. **Given** é, **When** b, **Then** c\n\n- **FR-001**: System MUST d\n",
      "specs/001-a/tasks.md": "- [ ] T001 [P] [US1] A\n- [ ] T002 [US1] B\n",
    ])
    #expect(found.isEmpty)
  }
}
