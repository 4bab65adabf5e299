import Diagnostics
import JSONSyntax
import SpecModel
import SpecRules
import SpecServers
import SpecWorkspace
import Testing

@Suite struct CodeActionTests {
  private struct Offer {
    var title: String
    var kind: String
    var isPreferred: Bool
    /// The document after the action.
    var text: String
  }

  private func offers(
    _ path: String, _ text: String, line: Int, only: String = "[]"
  ) async -> [Offer] {
    var editor = await Editor.started(
      Sample.files, encoding: "utf-8",
      capabilities: #""workspace": {"workspaceEdit": {"documentChanges": true}}"#)
    await editor.open(path, text)
    let place = Editor.place(line, 0)
    let actions = await editor.ask(
      "textDocument/codeAction",
      #"{"textDocument": {"uri": "\#(Editor.uri(path))"}, "range": {"start": \#(place), "end": \#(place)}, "context": {"diagnostics": [], "only": \#(only)}}"#
    )["result"]
    return actions.elements.map { action in
      Offer(
        title: action["title"].string ?? "", kind: action["kind"].string ?? "",
        isPreferred: action["isPreferred"].bool ?? false,
        text: applied(action["edit"]["documentChanges"].elements.first ?? .null, to: text))
    }
  }

  /// What an editor makes of edits.
  private func applied(_ document: JSONValue, to text: String) -> String {
    let map = PositionMap(Array(text.utf8), .utf8)
    func offset(_ value: JSONValue) -> Offset {
      map.offset(
        of: EditorPosition(
          line: value["line"].integer ?? 0, character: value["character"].integer ?? 0))
    }
    let edits = document["edits"].elements.map {
      TextEdit(
        replacing: offset($0["range"]["start"])..<offset($0["range"]["end"]),
        with: $0["newText"].string ?? "")
    }
    return String(decoding: edits.applied(to: map.bytes) ?? [], as: UTF8.self)
  }

  private let misspelled = "# Tasks\r\n\r\n- [ ] 1. Café 😀\r\n  - _Agent: writr_\r\n"

  @Test func offersTheFixOfAFinding() async {
    let text = "# é😀\nagents:\n  builders:\n    - name: writer\nqa:\n  enabled: yes\n"
    let found = await offers(Sample.configuration, text, line: 5)
    let fix = found.first { $0.text == text.replacing("yes", with: "true") }
    #expect(fix?.kind == "quickfix")
    #expect(fix?.isPreferred ?? false)
    let all = await offers(Sample.configuration, text, line: 0, only: #"["source.fixAll"]"#)
    #expect(all.map(\.title) == ["make the safe fix"])
    #expect(all.first?.text == fix?.text)
  }

  @Test func offersToAllowAFindingWhereThatWorks() async {
    let found = await offers(Sample.tasks, misspelled, line: 3)
    let allow = found.first { $0.title == "allow 'unknown-task-agent' here" }
    #expect(
      allow?.text
        == "# Tasks\r\n\r\n- [ ] 1. Café 😀\r\n  <!-- specctl: allow unknown-task-agent: the reason -->\r\n  - _Agent: writr_\r\n"
    )
  }

  @Test func offersNothingWhereNothingIsWrong() async {
    let found = await offers(
      Sample.tasks, misspelled.replacing("\r\n", with: "\n"), line: 0)
    #expect(found.isEmpty, "\(found)")
  }

  @Test func offersOnlyTheKindsThatAreWanted() async {
    let found = await offers(Sample.tasks, misspelled, line: 3, only: #"["source.fixAll"]"#)
    #expect(found.allSatisfy { $0.kind == "source.fixAll.specctl" })
    let fixes = await offers(Sample.tasks, misspelled, line: 3, only: #"["quickfix"]"#)
    #expect(!fixes.isEmpty && fixes.allSatisfy { $0.kind == "quickfix" })
  }

  /// Every finding of the catalogue's failing examples can be allowed where it stands, or nothing is
  /// offered: what is offered always takes that finding away and brings no new one.
  @Test func allowsWhatItSays() async {
    var offered = 0
    var checked = 0
    for rule in Rule.catalogue {
      guard let example = rule.failing.first else { continue }
      let files = Dictionary(
        example.files.map { ($0.path, $0.text.replacing("→", with: "")) }
      ) { first, _ in first }
      var editor = await Editor.started(files, encoding: "utf-8")
      guard
        let (path, finding) = files.keys.sorted().lazy.compactMap({ path in
          editor.diagnostics(path)?["diagnostics"].elements
            .first { $0["code"].string == rule.id }.map { (path, $0) }
        }).first, let text = files[path]
      else { continue }
      checked += 1
      let start = finding["range"]["start"]
      let place = Editor.place(start["line"].integer ?? 0, start["character"].integer ?? 0)
      let actions = await editor.ask(
        "textDocument/codeAction",
        #"{"textDocument": {"uri": "\#(Editor.uri(path))"}, "range": {"start": \#(place), "end": \#(place)}, "context": {"diagnostics": []}}"#
      )["result"]
      let allow = actions.elements.first { $0["title"].string == "allow '\(rule.id)' here" }
      guard let edits = allow?["edit"]["changes"][Editor.uri(path)] else { continue }
      offered += 1
      let after = applied(.object(["edits": edits]), to: text)
      #expect(after.contains("specctl: allow \(rule.id): the reason"))
      let before = editor.rules(path).count
      await editor.open(path, after)
      await editor.pause()
      #expect(editor.rules(path).count < before, "\(rule.id): \(after)")
    }
    #expect(offered * 10 >= checked * 8, "\(offered) of \(checked)")
  }
}
