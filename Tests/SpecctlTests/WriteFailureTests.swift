import Glibc
import TestSupport
import Testing

/// When something cannot be read or written, the message says what, and nothing is left half done.
@Suite struct WriteFailureTests {
  // MARK: Permissions

  @Test(.enabled(if: Nobody.exists, "root without setpriv: nobody is held back"))
  func whatMayNotBeReadIsSaid() throws {
    try HostileWorkspace.with { workspace in
      let specs = "\(workspace.folder)/.claude/specs"
      chmod(workspace.folder, 0o755)
      chmod("\(specs)/order-book", 0)
      defer { chmod("\(specs)/order-book", 0o755) }
      let run = try Nobody.run("validate", "--format", "concise", in: workspace.folder)
      #expect(run.status == 1)
      #expect(
        run.outputText
          == ".claude/specs/order-book: error: cannot read '.claude/specs/order-book': "
          + "permission denied [unreadable-file]\n")
      let plan = try Nobody.run("plan", in: workspace.folder)
      #expect(plan.status == 1)
      #expect(plan.talkText.contains("permission denied"))

      chmod(specs, 0)
      defer { chmod(specs, 0o755) }
      let whole = try Nobody.run("validate", "--format", "concise", in: workspace.folder)
      #expect(
        whole.outputText
          == ".claude/specs: error: cannot read '.claude/specs': permission denied "
          + "[unreadable-file]\n")
      let list = try Nobody.run("list", in: workspace.folder)
      #expect(list.talkText.contains("warning: cannot read '.claude/specs': permission denied"))
    }
  }

  @Test(.enabled(if: Nobody.exists, "root without setpriv: nobody is held back"))
  func aRegistryThatMayNotBeReadIsNotWrittenASecondTime() throws {
    try HostileWorkspace.with { workspace in
      let moved = "\(workspace.folder)/.claude/orchestrator/feature_registry.yaml"
      try TestFile.write(try TestFile.read(workspace.registry), to: moved)
      unlink(workspace.registry)
      try Nobody.own(workspace.folder)
      chmod(moved, 0)
      let before = try FolderPicture(workspace.folder)
      let run = try Nobody.run("init", "feature", "order-export", in: workspace.folder)
      #expect(run.status == 2)
      #expect(
        run.talkText == "error: cannot read '.claude/orchestrator/feature_registry.yaml': "
          + "permission denied\n")
      #expect(try FolderPicture(workspace.folder) == before)
    }
  }

  @Test(.enabled(if: Nobody.exists, "root without setpriv: nobody is held back"))
  func aWorkspaceThatMayNotBeWrittenStaysAsItIs() throws {
    try HostileWorkspace.with { workspace in
      try Nobody.own(workspace.folder)
      // Documents could be written, but the registry could not.
      chmod(workspace.registry, 0o444)
      let before = try FolderPicture(workspace.folder)
      let feature = try Nobody.run("init", "feature", "order-export", in: workspace.folder)
      #expect(feature.status == 2)
      #expect(
        feature.talkText == "error: cannot write '.claude/feature_registry.yaml': "
          + "permission denied; nothing was changed\n")
      #expect(try FolderPicture(workspace.folder) == before)

      chmod("\(workspace.folder)/.claude", 0o555)
      let locked = try FolderPicture(workspace.folder)
      let whole = try Nobody.run("init", in: workspace.folder)
      #expect(whole.status == 2)
      #expect(whole.talkText.contains("permission denied; nothing was changed"))
      #expect(try FolderPicture(workspace.folder) == locked)
      #expect(try Nobody.run("validate", in: workspace.folder).status == 0)
      chmod("\(workspace.folder)/.claude", 0o755)
    }
  }

  @Test func aDirectoryThatIsNotThereIsSaid() throws {
    try withTemporaryFolder { folder in
      for arguments in [["validate"], ["plan"], ["init"], ["init", "feature", "a"]] {
        let run = try Program.run(arguments + ["--root", "\(folder)/no/where"], in: folder)
        #expect(run.status == 2)
        let lines = run.talkText.split(separator: "\n")
        let message = "cannot read '\(folder)/no/where': there is no such file or directory"
        #expect(lines.first == "error: \(message)")
        let remedy = arguments == ["init"] ? "make it first" : "'--root' takes the folder"
        #expect(lines.last?.hasPrefix("  = help: \(remedy)") ?? false, "\(run.talkText)")
      }
      #expect(try TestFile.names(in: folder) == [])
    }
  }

  // MARK: A full disk

  @Test(
    .enabled(if: SmallDisk.exists, "no small disk can be mounted here"),
    arguments: [16, 40, 64, 88, 112, 136, 160])
  func initOnAFullDiskLeavesNothingBehind(kilobytes: Int) throws {
    try SmallDisk.with(kilobytes: kilobytes) { disk in
      let run = try Program.run("init", "--agents", "all", in: disk)
      #expect(run.status == 2)
      #expect(run.outputText == "")
      #expect(run.talkText.hasPrefix("error: cannot create '.claude/"))
      #expect(run.talkText.hasSuffix(": no space left on device; nothing was changed\n"))
      #expect(try FolderPicture(disk).lines == [])
    }
  }

  @Test(
    .enabled(if: SmallDisk.exists, "no small disk can be mounted here"),
    arguments: [0, 4, 8, 12, 16, 20, 24])
  func initFeatureOnAFullDiskLeavesNothingBehind(kilobytesLeft: Int) throws {
    try SmallDisk.with(kilobytes: 256) { disk in
      #expect(try Program.run("init", "--agents", "none", in: disk).status == 0)
      #expect(try Program.run("init", "feature", "first", in: disk).status == 0)
      try fill(disk, leaving: kilobytesLeft)
      let before = try FolderPicture(disk)
      for options in [["second", "--architecture"], ["first", "--force", "--architecture"]] {
        let run = try Program.run(["init", "feature"] + options, in: disk)
        if run.status == 0 { continue }
        #expect(run.status == 2)
        #expect(run.talkText.hasSuffix(": no space left on device; nothing was changed\n"))
        #expect(try FolderPicture(disk) == before)
      }
      if kilobytesLeft == 0 { #expect(try FolderPicture(disk) == before) }
    }
  }

  /// Takes all room of a disk but some.
  private func fill(_ disk: String, leaving kilobytes: Int) throws {
    let file = open("\(disk)/filling", O_WRONLY | O_CREAT, 0o644)
    defer { close(file) }
    let block = [UInt8](repeating: 0, count: 4096)
    var written = 0
    while write(file, block, block.count) == block.count { written += block.count }
    #expect(ftruncate(file, off_t(max(written - kilobytes * 1024, 0))) == 0)
  }

  // MARK: Somebody else writes too

  @Test func whatIsWrittenAtTheSameTimeIsNotLost() throws {
    try HostileWorkspace.with { workspace in
      // Many features at once: each is registered, or refused because the registry changed.
      let script =
        "for i in 1 2 3 4 5 6 7 8; do '\(Program.path)' init feature f$i >/dev/null 2>e$i & done; "
        + "wait"
      let run = try ProcessRun.run(["/bin/sh", "-c", script], in: workspace.folder)
      #expect(run.status == 0)
      let registry = String(decoding: try TestFile.read(workspace.registry), as: UTF8.self)
      for number in 1...8 {
        let said = String(
          decoding: try TestFile.read("\(workspace.folder)/e\(number)"), as: UTF8.self)
        let isThere = TestFile.exists("\(workspace.folder)/.claude/specs/f\(number)/tasks.md")
        let isRegistered = registry.contains("  f\(number):\n")
        #expect(isThere == isRegistered)
        #expect(isThere == said.hasPrefix("next:"), "\(said)")
        if !isThere { #expect(said.contains("changed since it was read; nothing was changed")) }
      }
      #expect(try workspace.run("validate", "--rule", "invalid-yaml").status == 0)
    }
  }
}
