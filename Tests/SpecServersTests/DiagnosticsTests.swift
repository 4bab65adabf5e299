import JSONSyntax
import SpecServers
import Testing

@Suite struct DiagnosticsTests {
  @Test func tellsFindingsWhenTypingPauses() async {
    var editor = await Editor.started(Sample.files)
    await editor.open(Sample.tasks, Sample.files[Sample.tasks] ?? "")
    editor.forgetMessages()
    // Behind two scalars of two units each: 1.1 becomes 9.1.
    await editor.change(Sample.tasks, version: 2, from: (3, 19), to: (3, 20), "9")
    #expect(editor.messages.isEmpty)
    await editor.pause()
    #expect(editor.rules(Sample.tasks).contains("unknown-requirement"))
    #expect(editor.diagnostics(Sample.tasks)?["version"] == .integer(2))
    let range = editor.diagnostics(Sample.tasks)?["diagnostics"].elements.first {
      $0["code"].string == "unknown-requirement"
    }?["range"]
    #expect(range?["start"]["line"] == .integer(3))

    await editor.change(Sample.tasks, version: 3, from: (3, 19), to: (3, 20), "1")
    await editor.pause()
    #expect(!editor.rules(Sample.tasks).contains("unknown-requirement"))
  }

  @Test(arguments: [("utf-16", 38), ("utf-8", 41)])
  func countsColumnsInTheUnitsOfTheEditor(encoding: String, column: Int) async {
    var editor = await Editor.started(Sample.files, encoding: encoding)
    let text = Sample.files[Sample.tasks] ?? ""
    await editor.open(Sample.tasks, text)
    // `  - _Leverage: é😀.ts_ _Requirements: 2.1_`, in which é and 😀 have 2 or 4 and 1 or 2 units.
    let start = "  - _Leverage: .ts_ _Requirements: ".count + (encoding == "utf-8" ? 6 : 3)
    #expect(start == column)
    await editor.change(Sample.tasks, version: 2, from: (6, start), to: (6, start + 1), "8")
    await editor.pause()
    let finding = editor.diagnostics(Sample.tasks)?["diagnostics"].elements.first {
      $0["code"].string == "unknown-requirement"
    }
    #expect(finding?["range"]["start"]["line"] == .integer(6))
    #expect(finding?["range"]["start"]["character"] == .integer(column))
  }

  @Test func doesNotWaitForeverWhileTypingGoesOn() async {
    var editor = await Editor.started(Sample.files)
    await editor.open(Sample.tasks, "# Tasks\n")
    await editor.pause()
    for version in 2..<30 {
      await editor.change(Sample.tasks, version: version, from: (0, 0), to: (0, 0), "é")
      editor.wait(.milliseconds(30))
    }
    let start = editor.server.deadline
    await editor.change(Sample.tasks, version: 40, from: (0, 0), to: (0, 0), "é")
    #expect(start != nil && editor.server.deadline == start)
  }

  @Test func takesTheFileBackWhenADocumentIsClosed() async {
    var editor = await Editor.started(Sample.files)
    await editor.open(Sample.tasks, "# Tasks\n\n- [ ] 1. A\n  - _Requirements: 9.9_\n")
    await editor.pause()
    #expect(editor.rules(Sample.tasks).contains("unknown-requirement"))
    await editor.tell(
      "textDocument/didClose", #"{"textDocument": {"uri": "\#(Editor.uri(Sample.tasks))"}}"#)
    await editor.pause()
    #expect(!editor.rules(Sample.tasks).contains("unknown-requirement"))
  }

  @Test func clearsWhatIsGone() async {
    var files = Sample.files
    files[Sample.tasks] = "# Tasks\n\n- [ ] 1. A\n  - _Requirements: 9.9_\n"
    var editor = await Editor.started(files)
    #expect(editor.rules(Sample.tasks).contains("unknown-requirement"))
    editor.folders[Sample.tasks] = nil
    await editor.tell(
      "workspace/didChangeWatchedFiles",
      #"{"changes": [{"uri": "\#(Editor.uri(Sample.tasks))", "type": 3}]}"#)
    await editor.pause()
    #expect(editor.diagnostics(Sample.tasks)?["diagnostics"].elements.isEmpty ?? false)
  }

  @Test func tellsOnlyWhatIsNew() async {
    var editor = await Editor.started(Sample.files)
    await editor.open(Sample.tasks, Sample.files[Sample.tasks] ?? "")
    await editor.pause()
    editor.forgetMessages()
    await editor.open(".claude/specs/shop/notes.md", "# Nothing")
    await editor.pause()
    #expect(editor.messages.isEmpty)
  }

  @Test func tellsSecondPlacesAndFixes() async {
    var files = Sample.files
    files[Sample.tasks] =
      "# Tasks\r\n\r\n- [ ] 1. Make é\r\n- [ ] 2. Make 😀\r\n- [ ] 2. Make rows\r\n"
    let editor = await Editor.started(files)
    let finding = editor.diagnostics(Sample.tasks)?["diagnostics"].elements.first {
      $0["code"].string == "duplicate-task-id"
    }
    #expect(finding?["range"]["start"]["line"] == .integer(4))
    let note = finding?["relatedInformation"].elements.first
    #expect(note?["location"]["range"]["start"]["line"] == .integer(3))
  }

  @Test func takesAWholeNewText() async {
    var editor = await Editor.started(Sample.files)
    await editor.open(Sample.tasks, "# Tasks\n")
    let text = Editor.quoted("# Tasks\n\n- [ ] 1. é\n  - _Requirements: 7.7_\n")
    await editor.tell(
      "textDocument/didChange",
      #"{"textDocument": {"uri": "\#(Editor.uri(Sample.tasks))", "version": 2}, "contentChanges": [{"text": \#(text)}]}"#
    )
    await editor.pause()
    #expect(editor.rules(Sample.tasks).contains("unknown-requirement"))
  }
}
