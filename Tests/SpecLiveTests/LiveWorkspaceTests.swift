import Diagnostics
import SpecLive
import SpecModel
import SpecRules
import SpecWorkspace
import Testing

@Suite struct LiveWorkspaceTests {
  @Test func findsAfterAnEditWhatAFreshReadingFinds() async {
    var documents = SampleDocuments(features: 3)
    var live = await LiveWorkspace(MemorySource(documents.files))
    #expect(await isAsFresh(live, documents))

    documents["f1/tasks.md"] = "# Tasks\n\n- [ ] 1. Éclair 😀\r\n  - _Requirements: 9.9_\r\n"
    live.source = MemorySource(documents.files)
    await live.update(paths: [".claude/specs/f1/tasks.md"])
    #expect(live.outcome.findings.contains { $0.rule == "unknown-requirement" })
    #expect(await isAsFresh(live, documents))
  }

  @Test func looksAtEveryFeatureAgainWhenAnAgentGoes() async {
    var documents = SampleDocuments(features: 2)
    documents["f0/tasks.md"] = "# Tasks\n\n- [ ] 1. A\n  - _Agent: writer_\n"
    documents.files[".claude/config.yaml"] = nil
    var live = await LiveWorkspace(MemorySource(documents.files))
    #expect(!live.outcome.findings.contains { $0.rule == "unknown-task-agent" })
    documents.files[".claude/agents/writer.md"] = nil
    live.source = MemorySource(documents.files)
    await live.update(paths: [".claude/agents/writer.md"])
    #expect(live.outcome.findings.contains { $0.rule == "unknown-task-agent" })
  }

  @Test func takesTheSeveritiesOfAChangedConfiguration() async {
    var documents = SampleDocuments(features: 1)
    documents["f0/tasks.md"] = "# Tasks\n\n- [ ] 1. A\n  - _Requirements: 9.9_\n"
    var live = await LiveWorkspace(MemorySource(documents.files))
    documents.files[".claude/config.yaml"] = Array(
      "validation:\n  rules:\n    unknown-requirement: note\n".utf8)
    live.source = MemorySource(documents.files)
    await live.update(paths: [".claude/config.yaml"])
    let finding = live.outcome.findings.first { $0.rule == "unknown-requirement" }
    #expect(finding?.severity == .note)
    #expect(await isAsFresh(live, documents))
  }

  @Test func noticesAFolderThatIsTakenAway() async {
    var documents = SampleDocuments(features: 3)
    var live = await LiveWorkspace(MemorySource(documents.files))
    documents.files = documents.files.filter { !$0.key.hasPrefix(".claude/specs/f2/") }
    live.source = MemorySource(documents.files)
    await live.update(paths: [".claude/specs/f2"])
    #expect(live.workspace.features.map(\.name) == ["f0", "f1"])
    #expect(await isAsFresh(live, documents))
  }

  @Test func readsEverythingAgainWhenItIsNotKnownWhatChanged() async {
    var documents = SampleDocuments(features: 2)
    var live = await LiveWorkspace(MemorySource(documents.files))
    documents["f1/requirements.md"] = "# Nothing\n"
    live.source = MemorySource(documents.files)
    await live.updateAll()
    #expect(await isAsFresh(live, documents))
  }

  /// Random edits of all kinds: what is kept up to date is always what would be read afresh.
  @Test(arguments: 0..<12) func staysEqualToAFreshReadingThroughRandomEdits(seed: UInt64) async {
    var random = SplitMix(state: seed)
    var documents = SampleDocuments(features: 4)
    var live = await LiveWorkspace(MemorySource(documents.files))
    for step in 0..<40 {
      let changed = documents.edit(&random)
      live.source = MemorySource(documents.files)
      await live.update(paths: changed)
      guard await isAsFresh(live, documents) else {
        Issue.record("step \(step) of seed \(seed) differs after \(changed.sorted())")
        return
      }
    }
  }

  private func isAsFresh(_ live: LiveWorkspace, _ documents: SampleDocuments) async -> Bool {
    let workspace = await WorkspaceReader(MemorySource(documents.files)).read()
    let fresh = await Validation(RuleSelection(configuration: workspace.configuration))
      .outcome(of: workspace)
    return live.outcome.findings == fresh.findings && live.outcome.documents == fresh.documents
      && live.outcome.suppressedCount == fresh.suppressedCount
      && live.outcome.fileCount == fresh.fileCount
      && live.outcome.featureByDirectory == fresh.featureByDirectory
      && Set(live.outcome.sources.keys) == Set(fresh.sources.keys)
      && live.workspace.directories == workspace.directories
      && live.workspace.unreadable == workspace.unreadable
  }
}
