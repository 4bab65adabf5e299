import JSONSyntax
import SpecServers
import Testing

@Suite struct LifecycleTests {
  @Test func refusesRequestsBeforeInitialize() async {
    var editor = Editor(Sample.files)
    let answer = await editor.ask("textDocument/hover", "{}")
    #expect(answer["error"]["code"] == .integer(-32002))
    await editor.tell("textDocument/didOpen", "{}")
    #expect(editor.messages.count == 1)
  }

  @Test func saysWhatItCanDo() async {
    var editor = Editor(Sample.files)
    let answer = await editor.ask("initialize", #"{"rootUri": null, "capabilities": {}}"#)["result"]
    #expect(answer["capabilities"]["positionEncoding"].string == "utf-16")
    #expect(answer["capabilities"]["textDocumentSync"]["change"].integer == 2)
    #expect(answer["capabilities"]["hoverProvider"] == .bool(true))
    #expect(answer["serverInfo"]["name"].string == "specctl")
  }

  @Test func takesTheEncodingThatIsOffered() async {
    var editor = Editor(Sample.files)
    let answer = await editor.ask(
      "initialize", #"{"capabilities": {"general": {"positionEncodings": ["utf-16", "utf-8"]}}}"#)
    #expect(answer["result"]["capabilities"]["positionEncoding"].string == "utf-8")
  }

  @Test func refusesUnknownMethodsAndSecondInitialize() async {
    var editor = await Editor.started(Sample.files)
    #expect(await editor.ask("textDocument/moniker", "{}")["error"]["code"] == .integer(-32601))
    #expect(await editor.ask("initialize", "{}")["error"]["code"] == .integer(-32600))
  }

  @Test func endsWithZeroOnlyAfterShutdown() async {
    var editor = await Editor.started(Sample.files)
    #expect(await editor.ask("shutdown", "null")["result"].isNull)
    #expect(await editor.ask("textDocument/hover", "{}")["error"]["code"] == .integer(-32600))
    await editor.tell("exit", "null")
    #expect(editor.server.exitStatus == 0)

    var hasty = await Editor.started(Sample.files)
    await hasty.tell("exit", "null")
    #expect(hasty.server.exitStatus == 1)
  }

  @Test func answersCancelledRequestsWithAnError() async {
    var editor = await Editor.started(Sample.files)
    let answer = await editor.ask("textDocument/hover", "{}", cancelled: true)
    #expect(answer["error"]["code"] == .integer(-32800))
  }

  @Test(arguments: [
    ("{", -32700), ("[]", -32600), ("{}", -32600), ("{\"id\": 1}", -32600),
    ("{\"id\": 1.5, \"method\": \"a\"}", -32600),
    ("{\"id\": \"a\", \"method\": \"textDocument/hover\"}", -32602),
  ])
  func saysWhatIsWrongWithAMessage(text: String, code: Int) async {
    var editor = await Editor.started(Sample.files)
    await editor.send(text)
    #expect(editor.messages.last?["error"]["code"] == .integer(code))
  }

  @Test func asksForChangesOnDisk() async {
    let editor = await Editor.started(
      Sample.files,
      capabilities: #""workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}}"#)
    let request = editor.messages.first { $0["method"].string == "client/registerCapability" }
    #expect(request?["params"]["registrations"].elements.count == 1)
  }

  @Test func saysThatAFolderCannotBeRead() async {
    var editor = Editor(Sample.files)
    _ = await editor.ask("initialize", #"{"rootUri": "file:///missing", "capabilities": {}}"#)
    #expect(editor.messages.contains { $0["method"].string == "window/showMessage" })
  }

  @Test func servesSeveralFolders() async {
    var editor = Editor(Sample.files)
    _ = await editor.ask(
      "initialize",
      #"{"workspaceFolders": [{"uri": "file:///a", "name": "a"}], "capabilities": {}}"#)
    await editor.tell(
      "workspace/didChangeWorkspaceFolders",
      #"{"event": {"added": [{"uri": "file:///b", "name": "b"}], "removed": []}}"#)
    let hover = await editor.ask(
      "textDocument/hover",
      #"{"textDocument": {"uri": "file:///b/.claude/specs/shop/tasks.md"}, "position": {"line": 3, "character": 20}}"#
    )
    #expect(hover["result"]["contents"]["value"].string?.contains("1.1") ?? false)
  }
}
