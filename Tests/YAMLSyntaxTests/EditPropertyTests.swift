import Diagnostics
import Testing
import YAMLSyntax

/// What a YAML text says, without places and styles.
private indirect enum Meaning: Equatable {
  case scalar(YAMLScalar.Value)
  case list([Meaning])
  case mapping([String], [Meaning])

  init(_ node: YAMLNode?) {
    switch node?.content {
    case nil: self = .scalar(.null)
    case .scalar: self = .scalar(node?.value ?? .null)
    case .sequence(let elements): self = .list(elements.map { Meaning($0) })
    case .mapping(let entries):
      self = .mapping(entries.map(\.name), entries.map { Meaning($0.value) })
    }
  }

  init(_ value: YAMLValue) {
    switch value {
    case .null: self = .scalar(.null)
    case .bool(let bool): self = .scalar(.bool(bool))
    case .int(let number): self = .scalar(.int(number))
    case .string(let text): self = .scalar(.string(text))
    case .list(let values): self = .list(values.map { Meaning($0) })
    case .mapping(let pairs): self = .mapping(pairs.map(\.key), pairs.map { Meaning($0.value) })
    }
  }

  /// This meaning with the one at a path of indices changed.
  func changed(at path: ArraySlice<Int>, _ change: (Meaning) -> Meaning) -> Meaning {
    guard let index = path.first else { return change(self) }
    switch self {
    case .scalar: return self
    case .list(var items):
      items[index] = items[index].changed(at: path.dropFirst(), change)
      return .list(items)
    case .mapping(let names, var values):
      values[index] = values[index].changed(at: path.dropFirst(), change)
      return .mapping(names, values)
    }
  }
}

/// All nodes of a tree with their paths.
private func nodes(_ node: YAMLNode, _ path: [Int] = []) -> [(YAMLNode, [Int])] {
  var result = [(node, path)]
  let children: [YAMLNode] =
    switch node.content {
    case .scalar: []
    case .sequence(let elements): elements
    case .mapping(let entries): entries.map(\.value)
    }
  guard !node.isAlias else { return result }
  for (index, child) in children.enumerated() { result += nodes(child, path + [index]) }
  return result
}

@Suite struct EditPropertyTests {
  static let texts: [String] = {
    let bases = [
      "a: 1\nb:\n  c: é\n  d: [x, 'y']\ne:\n  - f\n  - g: 1\n    h: 2\n",
      "a: 1\n\nb: 2\n\nc:\n    d: 1\n\n    e: 2\n# end\n",
      "list:\n- a\n- b\nother: x  # 😀\n",
      "features: {}\n", "features: {}  # none\nx: 1\n", "features:\nx: 1\n",
      "features:   # none\nx: 1\n", "features: ~\n", "tools: []\nx: [ ]\n",
      "- a\n-\n- {}\n- b: 1\n  c:\n- - x\n  - y\n- # empty\n- z\n",
      "{a: 1, b: {c: 2}, d: [], e: {}, f: [1, 2,], g: , h}\n",
      "{\n  \"a\": 1,\n  \"b\": [\n    \"x\", # one\n    \"y\" # two\n  ],\n  \"c\": {}\n}\n",
      "{\"a\":1,\"b\":[1,2],\"c\":{\"d\":null}}", "[]", "{}",
      "a: \"x\"# c\nb: [x: ]\nd: {e: }\nf: []# g\n", "a:\u{2028}  b\nc: 1\n", "[{a: 1}, b: 2]\n",
      "~\n", "text\n",
      "text: |\n  one\n\n  two\n\nb: >-\n  folded\n  text\n",
      "a: |\n  only", "a: |+\n  kept\n\n\n", "a: |+\n  kept\n\n\nb: 1\n", "- |2\n   x\n- y",
      "a: one\n  two\n  three  # c\nb: \"x\n  y\"\nc: 'z'\n",
      "? k\n: v\n? [x]\n: - 1\n  - 2\n", "---\na: 1\n...\n",
      "# top\n---\n# inner\na:\n  # deep\n  b: 1\n  # tail\n",
      "a:\n  # about b\n  b: 1\nc:\n    # about list\n    - 1\n", "a: 1\na: 2\nb: {x: 1, x: 2}\n",
      "a:\n  b:\n    c:\n", "url: http://x:80/#y\nq: \"a: b\"\n", "k: !!str 12\nl: !t {a: 1}\n",
      "\u{FEFF}a: 1\nb:\n  - 2\n", "a: x\n   # deep comment\nb: 1\n",
      "a:\n  'x'\nb:\n  [1,\n   2]\n",
    ]
    return bases.flatMap { text in
      var variants = [
        text,
        text.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: "\r\n"),
      ]
      if text.hasSuffix("\n") { variants.append(String(text.dropLast())) }
      return variants
    }
  }()

  static let values: [YAMLValue] = [
    1, "x", "yes", "a: b", "é 😀\t\"q\" 'r' \\n", nil, true, [], [:], ["p", ["q", 2], [:]],
    ["m": 1, "n": ["o": [], "p": ["x", "y: z"]]], "two\nlines", "ends\n\nwell\n", " pad ", "",
    [["a": 1, "b": "2"], ["a": "two\nlines\n"]], "# no", "- x", "- [ ] y", "1.1", "2024-01-01",
    "trail\n\n", "\n", "x,y]", "\u{7}\u{2028}",
  ]

  @Test(arguments: texts)
  func anInsertedKeyIsTheOnlyChange(text: String) throws {
    let editor = try YAMLEditor(parsing: Array(text.utf8))
    for (node, path) in editor.stream.root.map({ nodes($0) }) ?? [] {
      guard case .mapping(let names, _) = Meaning(node) else { continue }
      for other in [nil] + names.map(Optional.init) where other != "" {
        // After a named key a few kinds of values are enough.
        for value in other == nil ? Self.values : Array(Self.values[9...11]) {
          let edits = editor.inserting(value, for: "new key", into: node, after: other)
          guard let edits else {
            #expect(
              text.contains("[{a: 1}, b: 2]") || text.contains("[x: ]"),
              "\(text.debugDescription) at \(path) is refused")
            continue
          }
          try expect(editor, edits, path) { meaning in
            guard case .mapping(var names, var values) = meaning else { return meaning }
            let place = other.flatMap { names.firstIndex(of: $0) }.map { $0 + 1 } ?? names.count
            names.insert("new key", at: place)
            values.insert(Meaning(value), at: place)
            return .mapping(names, values)
          }
        }
      }
    }
  }

  @Test(arguments: texts)
  func anAppendedItemIsTheOnlyChange(text: String) throws {
    let editor = try YAMLEditor(parsing: Array(text.utf8))
    for (node, path) in editor.stream.root.map({ nodes($0) }) ?? [] where node.isSequence {
      for value in Self.values {
        let edits = try #require(editor.appending(value, to: node))
        try expect(editor, edits, path) { meaning in
          guard case .list(let items) = meaning else { return meaning }
          return .list(items + [Meaning(value)])
        }
      }
    }
  }

  @Test(arguments: texts)
  func aReplacedValueIsTheOnlyChange(text: String) throws {
    let editor = try YAMLEditor(parsing: Array(text.utf8))
    for (node, path) in editor.stream.root.map({ nodes($0) }) ?? [] {
      for value in Self.values {
        guard let edits = editor.replacing(node, with: value) else {
          Issue.record("'\(text)' at \(path) with \(value) is refused")
          continue
        }
        try expect(editor, edits, path) { _ in Meaning(value) }
      }
    }
  }

  @Test(arguments: texts)
  func aFilledNullIsTheOnlyChange(text: String) throws {
    let editor = try YAMLEditor(parsing: Array(text.utf8))
    for (node, path) in editor.stream.root.map({ nodes($0) }) ?? [] where node.isNull {
      for value in Self.values {
        let entry = try #require(editor.inserting(value, for: "k", into: node))
        try expect(editor, entry, path) { _ in .mapping(["k"], [Meaning(value)]) }
        let item = try #require(editor.appending(value, to: node))
        try expect(editor, item, path) { _ in .list([Meaning(value)]) }
      }
    }
  }

  @Test(arguments: values)
  func aRenderedValueIsReadBack(value: YAMLValue) throws {
    for style in [
      YAMLStyle(), YAMLStyle(indent: 4, listIndent: 0, lineEnd: "\r\n", prefersSingleQuotes: true),
    ] {
      let text = value.rendered(style: style) + style.lineEnd
      #expect(Meaning(try read(text).root) == Meaning(value), "\(text)")
      let nested = "k:\n  - " + value.rendered(indent: 4, style: style) + style.lineEnd
      #expect(Meaning(try read(nested).root?["k"]?.elements.first) == Meaning(value), "\(nested)")
      let line = value.renderedInline(style: style)
      #expect(Meaning(try read("[\(line)]").root) == .list([Meaning(value)]), "\(line)")
      let json = value.renderedInline(asJSON: true)
      #expect(Meaning(try read("{\"a\":\(json)}").root?["a"]) == Meaning(value), "\(json)")
    }
  }

  private func expect(
    _ editor: YAMLEditor, _ edits: [TextEdit], _ path: [Int], _ change: (Meaning) -> Meaning
  ) throws {
    let before = String(decoding: editor.bytes, as: UTF8.self)
    guard let edited = edits.applied(to: editor.bytes) else {
      Issue.record("edits of '\(before)' overlap: \(edits)")
      return
    }
    let after = String(decoding: edited, as: UTF8.self)
    let expected = Meaning(editor.stream.root).changed(at: path[...], change)
    do {
      let stream = try YAMLStream(parsing: edited)
      if Meaning(stream.root) != expected || stream.documents.count != editor.stream.documents.count
      {
        Issue.record("\(before.debugDescription) became \(after.debugDescription)")
      }
      // Comments survive every insertion.
      if edits.allSatisfy({ $0.range.isEmpty }) {
        #expect(stream.comments.count == editor.stream.comments.count, "\(after)")
      }
    } catch {
      Issue.record("\(before.debugDescription) became \(after.debugDescription): \(error.message)")
    }
  }
}
