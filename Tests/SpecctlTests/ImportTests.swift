import Glibc
import TestSupport
import Testing

@Suite struct ImportTests {
  private func workspace(_ folder: String, _ files: [String: String]) throws {
    for (path, text) in files { try TestFile.write(text, to: "\(folder)/\(path)") }
  }

  private let kiro = [
    ".kiro/specs/one/tasks.md": "- [ ] 1. A\n", ".kiro/specs/two/tasks.md": "- [ ] 1. B\n",
  ]

  @Test func whatStandsInTheWayKeepsEverythingFromBeingWritten() throws {
    try withTemporaryFolder { folder in
      try workspace(folder, kiro)
      // A file where the folder of the second feature would be made.
      try TestFile.write("", to: "\(folder)/.claude/specs/two")
      let before = try FolderPicture(folder)
      let run = try Program.run("import", "kiro", in: folder)
      #expect(run.status == 2)
      #expect(run.talkText.contains("nothing was changed"))
      #expect(try FolderPicture(folder) == before)
    }
  }

  @Test(arguments: [
    "features: [\n", "- a\n- b\n", "columns:\n  a: 1\n", "features:\n  a: {dtype: int}\n",
  ])
  func aRegistryThatCannotBeAddedToKeepsEverythingFromBeingWritten(registry: String) throws {
    try withTemporaryFolder { folder in
      try workspace(folder, kiro)
      try TestFile.write(registry, to: "\(folder)/.claude/feature_registry.yaml")
      let before = try FolderPicture(folder)
      let run = try Program.run("import", "kiro", in: folder)
      #expect(run.status == 2)
      #expect(run.talkText.contains("cannot add a feature to '.claude/feature_registry.yaml"))
      #expect(try FolderPicture(folder) == before)
    }
  }

  @Test(arguments: [
    "", "features: {}\n", "features:\n", "# é\nfeatures:\n  old: {}", "features: {old: {}}\n",
    "features:\r\n  old:\r\n    description: x\r\nstats:\r\n  total_features: 1\r\n",
    "features:\n- id: old\n", "- id: old\n  specs_location: x\n", "stats:\n  total_features: 0\n",
  ])
  func everyFormOfRegistryLearnsOfAllFeatures(registry: String) throws {
    try withTemporaryFolder { folder in
      try workspace(folder, kiro)
      try TestFile.write(registry, to: "\(folder)/.claude/feature_registry.yaml")
      try TestFile.write("- [ ] 1. C\n", to: "\(folder)/.kiro/specs/three/tasks.md")
      let run = try Program.run("import", "kiro", in: folder)
      #expect(run.status == 0, "\(run.talkText)")
      try #require(unlink("\(folder)/.kiro/specs/one/tasks.md") == 0)
      let list = try Program.run("list", "--format", "json", in: folder)
      let entries = try JSONValue(list.output)["features"].items.filter {
        $0["directory"].text?.hasPrefix(".claude/specs/") ?? false
      }
      #expect(entries.compactMap { $0["name"].text } == ["one", "three", "two"])
      #expect(entries.allSatisfy { $0["registered"] == .bool(true) }, "\(list.outputText)")
      let check = try Program.run("validate", "--rule", "statistics-mismatch", in: folder)
      #expect(check.status == 0 && !check.outputText.contains("statistics-mismatch"))
    }
  }

  @Test func linksOutOfTheSourceAreNotFollowed() throws {
    try withTemporaryFolder { folder in
      try TestFile.write("- [ ] 1. Secret\n", to: "\(folder)/secret.md")
      try workspace("\(folder)/shop", [".kiro/specs/one/design.md": "# A\n"])
      let link = "\(folder)/shop/.kiro/specs/one/tasks.md"
      try #require(symlink("../../../../secret.md", link) == 0)
      let run = try Program.run("import", "kiro", in: "\(folder)/shop")
      #expect(run.status == 1)
      #expect(run.talkText.contains("'.kiro/specs/one' is not imported: cannot read"))
      #expect(!TestFile.exists("\(folder)/shop/.claude"))
    }
  }

  @Test(arguments: ["../x", "a/b", "", "Über", "A B"])
  func namesAreChecked(name: String) throws {
    try withTemporaryFolder { folder in
      try workspace(folder, kiro)
      let run = try Program.run("import", "kiro", "one", "--as", name, in: folder)
      #expect(run.status == 64)
      #expect(!TestFile.exists("\(folder)/.claude"))
    }
  }

  @Test func aRunThatOnlySaysWhatItWouldDoWritesNothing() throws {
    try withTemporaryFolder { folder in
      try workspace(folder, kiro)
      try workspace(folder, ["specs/001-a/spec.md": "### User Story 1 - A\n\nB\n"])
      let before = try FolderPicture(folder)
      for arguments in [
        ["import"], ["import", "kiro", "--dry-run"],
        ["import", "spec-kit", "--diff", "--root", "."],
      ] {
        #expect(try Program.run(arguments, in: folder).status == 0)
      }
      #expect(try FolderPicture(folder) == before)
    }
  }
}
