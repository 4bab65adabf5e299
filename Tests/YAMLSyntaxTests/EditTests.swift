import Diagnostics
import Testing
import YAMLSyntax

/// The text after edits that an editor of it plans.
private func edited(
  _ text: String, _ plan: (YAMLEditor, YAMLNode) -> [TextEdit]?
) throws -> String? {
  let editor = try YAMLEditor(parsing: Array(text.utf8))
  let root = try #require(editor.stream.root)
  return plan(editor, root)?.applied(to: editor.bytes).map { String(decoding: $0, as: UTF8.self) }
}

@Suite struct EditTests {
  @Test func newEntriesLookLikeTheirNeighbours() throws {
    let text =
      "features:\r\n    é:\r\n        pages:\r\n        - 'a'\r\n\r\n    b: {}  # 😀\r\n# end\r\n"
    let result = try edited(text) { editor, root in
      root["features"].flatMap {
        editor.inserting(["pages": ["yes"], "owner": ["name": "x"]], for: "new", into: $0)
      }
    }
    #expect(
      result == """
        features:\r
            é:\r
                pages:\r
                - 'a'\r
        \r
            b: {}  # 😀\r
        \r
            new:\r
                pages:\r
                - 'yes'\r
                owner:\r
                    name: x\r
        # end\r

        """)
  }

  @Test func anEmptyMappingBecomesABlock() throws {
    for text in [
      "features: {}  # none\nx: 1", "features:  # none\nx: 1", "features: ~  # none\nx: 1",
    ] {
      let result = try edited(text) { editor, root in
        root["features"].flatMap { editor.inserting(1, for: "a", into: $0) }
      }
      #expect(result == "features:  # none\n  a: 1\nx: 1")
    }
  }

  @Test func textInsideAFileKeepsItsOffsets() throws {
    let text = "\u{FEFF}---\nname: é\ntools: [Read]\n---\n# body: x\n"
    let bytes = Array(text.utf8)
    let editor = try YAMLEditor(parsing: bytes, in: 7..<30)
    let root = try #require(editor.stream.root)
    let tools = try #require(root["tools"])
    let edits =
      try #require(editor.appending("Write", to: tools))
      + #require(editor.appending("opus", forTopLevelKey: "model"))
    let result = try #require(edits.applied(to: bytes))
    #expect(
      String(decoding: result, as: UTF8.self)
        == "\u{FEFF}---\nname: é\ntools: [Read, Write]\nmodel: opus\n---\n# body: x\n")
  }

  @Test func jsonStaysJSON() throws {
    let text = "{\n  \"a\": 1,\n  \"b\": {\"c\": [true]}\n}\n"
    let result = try edited(text) { editor, root in
      editor.inserting(["x": ["y", nil]], for: "d", into: root)
    }
    #expect(
      result
        == "{\n  \"a\": 1,\n  \"b\": {\"c\": [true]},\n  \"d\": {\"x\": [\"y\", null]}\n}\n")
  }

  @Test func aNewKeyOfAnEmptyFileIsItsFirst() throws {
    for (text, expected) in [
      ("", "a: 1\n"), ("# c", "# c\na: 1"), ("---\n", "---\na: 1\n"),
      ("\u{FEFF}", "\u{FEFF}a: 1\n"),
    ] {
      let editor = try YAMLEditor(parsing: Array(text.utf8))
      let edits = try #require(editor.appending(1, forTopLevelKey: "a"))
      let result = try #require(edits.applied(to: editor.bytes))
      #expect(String(decoding: result, as: UTF8.self) == expected)
      #expect(try YAMLStream(parsing: result).root?["a"]?.int == 1)
    }
  }

  @Test func whatCannotBeDoneInPlaceIsRefused() throws {
    let text = "a: &x {b: 1}\nc: *x\nd: &y !!str z\n"
    let editor = try YAMLEditor(parsing: Array(text.utf8))
    let root = try #require(editor.stream.root)
    let alias = try #require(root["c"])
    #expect(editor.inserting(1, for: "e", into: alias) == nil)
    #expect(editor.inserting(1, for: "a", into: root) == nil)
    #expect(editor.inserting(1, for: "e", into: root, after: "nobody") == nil)
    #expect(editor.appending(1, to: root) == nil)
    #expect(try editor.replacing(#require(root["d"]), with: 1) == nil)
    #expect(editor.replacing(alias, with: 1)?.count == 1)
    let foreign = YAMLNode(.sequence([]), at: Range(2, 90))
    #expect(editor.appending(1, to: foreign) == nil)
  }

  @Test func replacedTextKeepsItsQuotesAndAnchor() throws {
    #expect(
      try edited("a: 'x'  # é\n") { editor, root in
        root["a"].flatMap { editor.replacing($0, with: "it's") }
      } == "a: 'it''s'  # é\n")
    #expect(
      try edited("a: &n \"x\"\nb: *n\n") { editor, root in
        root["a"].flatMap { editor.replacing($0, with: "y") }
      } == "a: &n \"y\"\nb: *n\n")
  }

  @Test(arguments: [
    ("plain words", "plain words"), ("yes", "\"yes\""), ("1.1", "\"1.1\""), ("a: b", "\"a: b\""),
    ("a:b", "a:b"), ("a #b", "\"a #b\""), ("a#b", "a#b"), ("-x", "-x"), ("- x", "\"- x\""),
    ("é 😀", "é 😀"), ("", "\"\""), ("null", "\"null\""), ("2024-01-01", "\"2024-01-01\""),
    ("@x", "\"@x\""), ("it's", "it's"), ("x,y", "x,y"), ("---", "\"---\""),
    ("12 files", "12 files"),
  ])
  func textIsQuotedOnlyWhereNeeded(text: String, rendered: String) {
    #expect(YAMLValue.string(text).rendered() == rendered)
  }
}
