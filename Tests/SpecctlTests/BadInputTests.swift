import Glibc
import TestSupport
import Testing

/// Bad input gets a clear message with a place and changes nothing.
@Suite struct BadInputTests {
  /// Checks that `validate` finds exactly one error, that `plan` repeats it if it keeps a plan from
  /// being made, and that nothing was changed.
  private func expect(
    _ finding: String, planFails: Bool, in workspace: HostileWorkspace,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try FolderPicture(workspace.folder)
    let validation = try workspace.run("validate", "--format", "concise")
    #expect(validation.status == 1, sourceLocation: sourceLocation)
    let errors = validation.outputText.split(separator: "\n").filter { $0.contains(" error: ") }
    #expect(errors.map(String.init) == [finding], sourceLocation: sourceLocation)
    #expect(validation.talkText == "", sourceLocation: sourceLocation)
    #expect(validation.seconds < 10, sourceLocation: sourceLocation)

    let plan = try workspace.run("plan")
    #expect(plan.status == (planFails ? 1 : 0), sourceLocation: sourceLocation)
    if planFails {
      #expect(plan.outputText == "", sourceLocation: sourceLocation)
      #expect(plan.talkText.contains("error["), sourceLocation: sourceLocation)
    }
    for command in ["list", "status", "agents"] {
      #expect(try workspace.run(command).status == 0, sourceLocation: sourceLocation)
    }
    #expect(try FolderPicture(workspace.folder) == before, sourceLocation: sourceLocation)
  }

  private let tasks = ".claude/specs/order-book/tasks.md"

  @Test func anEmptyTaskList() throws {
    try HostileWorkspace.with { workspace in
      try TestFile.write("", to: workspace.tasks)
      try expect(
        "\(tasks):1:1: error: there is no task in this file [no-tasks]", planFails: false,
        in: workspace)
    }
  }

  @Test func aProgramInPlaceOfATaskList() throws {
    try HostileWorkspace.with { workspace in
      try TestFile.write(Array(try TestFile.read("/bin/true")), to: workspace.tasks)
      try expect(
        "\(tasks):1:1: error: the file is binary, not text [not-text]", planFails: true,
        in: workspace)
    }
  }

  @Test func aPipeInPlaceOfATaskList() throws {
    try HostileWorkspace.with { workspace in
      unlink(workspace.tasks)
      #expect(mkfifo(workspace.tasks, 0o644) == 0)
      try expect(
        "\(tasks): error: cannot read '\(tasks)': is a device, a pipe or a socket "
          + "[unreadable-file]", planFails: true, in: workspace)
    }
  }

  @Test func linksInACircle() throws {
    try HostileWorkspace.with { workspace in
      unlink(workspace.tasks)
      #expect(symlink("tasks.md", workspace.tasks) == 0)
      try expect(
        "\(tasks): error: cannot read '\(tasks)': too many levels of symbolic links "
          + "[unreadable-file]", planFails: true, in: workspace)
    }
  }

  @Test func aLinkThatLeadsOutOfTheWorkspace() throws {
    try HostileWorkspace.with { workspace in
      unlink(workspace.tasks)
      #expect(symlink("/etc/passwd", workspace.tasks) == 0)
      try expect(
        "\(tasks): error: cannot read '\(tasks)': leads out of the workspace [unreadable-file]",
        planFails: true, in: workspace)
    }
  }

  @Test func aLinkBackToTheSpecsIsReadOnce() throws {
    try HostileWorkspace.with { workspace in
      #expect(symlink("../specs", "\(workspace.folder)/.claude/specs/again") == 0)
      let list = try workspace.run("list", "--names")
      #expect(list.outputText == "order-book\n")
    }
  }

  @Test func aLineOfAHundredMegabytes() throws {
    try HostileWorkspace.with { workspace in
      let file = open(workspace.tasks, O_WRONLY | O_TRUNC)
      let chunk = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
      for _ in 0..<100 { #expect(write(file, chunk, chunk.count) == chunk.count) }
      close(file)
      try expect(
        "\(tasks): error: cannot read '\(tasks)': larger than 32 MiB [unreadable-file]",
        planFails: true, in: workspace)
      let run = try workspace.run("validate")
      #expect(run.seconds < 5)
      #expect(run.memory < 100 << 20)
    }
  }

  @Test(arguments: ["- ", "* ", "> ", "1. ", "- > "])
  func tenThousandLevelsInATaskList(marker: String) throws {
    try HostileWorkspace.with { workspace in
      let nested = String(repeating: marker, count: 10_000) + "[ ] 9. Deep\n"
      try TestFile.write(
        "- [ ] 1. Record\n  - _Requirements: 1.1_\n\n" + nested, to: workspace.tasks)
      let run = try workspace.run("validate", "--format", "json")
      #expect(run.status == 0)
      #expect(run.seconds < 10)
      let plan = try workspace.run("plan")
      #expect(plan.status == 0)
      #expect(plan.outputText.contains("order-book/1"))
    }
  }

  @Test(arguments: [("[", "]"), ("{a: ", "}"), ("- ", "")])
  func tenThousandLevelsInTheRegistry(open: String, close: String) throws {
    try HostileWorkspace.with { workspace in
      let nested =
        String(repeating: open, count: 10_000) + "1" + String(repeating: close, count: 10_000)
      try TestFile.write(
        (open == "- " ? "" : "features: ") + nested + "\n", to: workspace.registry)
      let column = open == "- " ? 257 : 11 + 128 * open.utf8.count - (open == "[" ? 1 : 0)
      let run = try workspace.run("validate", "--format", "concise")
      #expect(run.status == 1)
      #expect(
        run.outputText.contains("nested more than 128 deep [invalid-yaml]"),
        "\(run.outputText) \(column)")
      #expect(run.outputText.hasPrefix(".claude/feature_registry.yaml:1:"))
      let before = try FolderPicture(workspace.folder)
      let added = try workspace.run("init", "feature", "order-export")
      #expect(added.status == 2)
      #expect(added.talkText.contains(".claude/feature_registry.yaml:1'"))
      #expect(try FolderPicture(workspace.folder) == before)
    }
  }

  @Test(arguments: [
    ("- a\n- b\n", "it is a list of bare names"), ("features: [\n", "it is no valid YAML"),
    ("features: 3\n", "in a form that cannot be added to"),
    ("a: &a [*a]\n", "it is no"),
  ])
  func aRegistryThatIsNone(text: String, reason: String) throws {
    try HostileWorkspace.with { workspace in
      try TestFile.write(text, to: workspace.registry)
      let before = try FolderPicture(workspace.folder)
      let run = try workspace.run("init", "feature", "order-export")
      #expect(run.status == 2)
      #expect(run.outputText == "")
      #expect(
        run.talkText.hasPrefix("error: cannot add a feature to '.claude/feature_registry.yaml"))
      #expect(run.talkText.contains(reason), "\(run.talkText)")
      #expect(try FolderPicture(workspace.folder) == before)
    }
  }

  @Test func aBillionLaughs() throws {
    try HostileWorkspace.with { workspace in
      var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
      for level in 1...12 {
        let inner = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
        text += "a\(level): &a\(level) [\(inner)]\n"
      }
      try TestFile.write(text + "features: {}\n", to: workspace.registry)
      let run = try workspace.run("validate")
      #expect(run.status == 1)
      #expect(run.outputText.contains("error[invalid-yaml]"), "\(run.outputText)")
      #expect(run.memory < 200 << 20)
    }
  }

  @Test(arguments: ["../x", "My Feature", "/etc", "a/b", "..", ""])
  func aNameThatIsNoName(name: String) throws {
    try HostileWorkspace.with { workspace in
      let before = try FolderPicture(workspace.folder)
      let run = try workspace.run("init", "feature", name)
      #expect(run.status == 64)
      #expect(run.talkText.hasPrefix("error: "))
      #expect(run.talkText.contains("\n  = help: "))
      #expect(try FolderPicture(workspace.folder) == before)
    }
  }
}
