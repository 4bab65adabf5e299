import TestSupport
import Testing

@Suite struct ManualTests {
  @Test func printsThePageOfACommand() throws {
    try withTemporaryFolder { folder in
      let page = try Program.run("man", "init", "feature", "--date", "2026-11-21", in: folder)
      #expect(page.status == 0, "\(page.talkText)")
      #expect(page.outputText.contains(".TH \"SPECCTL\\-INIT\\-FEATURE\" \"1\" \"2026-11-21\""))
      let same = try Program.run(
        "man", "specctl", "init", "feature", "--date", "2026-11-21", in: folder)
      #expect(same.output == page.output)
    }
  }

  @Test func writesAPageForEveryCommand() throws {
    try withTemporaryFolder { folder in
      let run = try Program.run("man", "--out", folder, in: folder)
      #expect(run.status == 0, "\(run.talkText)")
      let names = try TestFile.names(in: folder)
      for command in ["init", "init-feature", "validate", "plan", "man", "completions"] {
        #expect(names.contains("specctl-\(command).1"))
      }
      #expect(names.contains("specctl.1"))
    }
  }

  @Test(arguments: [
    (["man", "plann"], 64, "there is no command 'plann'", "did you mean 'plan'?"),
    (["man", "--date", "21.11.2026"], 64, "'21.11.2026' is no day", "2026-11-21"),
    (["man", "--date", "2026-13-01"], 64, "'2026-13-01' is no day", "2026-11-21"),
    (["man", "--out", "x", "plan"], 64, "'--out' writes the pages of all commands", "name none"),
    (["man", "--out", "missing"], 2, "cannot write 'missing/specctl.1'", ""),
  ])
  func saysWhatIsWrong(_ arguments: [String], status: Int32, message: String, help: String) throws {
    try withTemporaryFolder { folder in
      let run = try Program.run(arguments, in: folder)
      #expect(run.status == status)
      #expect(run.talkText.contains(message) && run.talkText.contains(help), "\(run.talkText)")
      #expect(run.outputText == "")
    }
  }
}
