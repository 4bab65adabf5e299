import Diagnostics
import Testing
import YAMLSyntax

/// Reads a text tolerantly.
private func tolerate(_ text: String) throws(YAMLError) -> YAMLStream {
  try YAMLStream(parsing: Array(text.utf8), mode: .tolerant)
}

@Suite struct TolerantTests {
  @Test func aColonInAValueIsRead() throws {
    let text = "name: é\r\ndescription: Use it: 😀 \\n \"now\" \\ C:\\x\r\ntools: [Read, Write]\r\n"
    let stream = try tolerate(text)
    #expect(stream.usedTolerance)
    #expect(stream.root?["name"]?.string == "é")
    #expect(stream.root?["description"]?.string == "Use it: 😀 \\n \"now\" \\ C:\\x")
    #expect(stream.root?["tools"]?.elements.count == 2)
    #expect(stream.problems.map(\.kind) == [.unquotedColon(key: "description")])
    let problem = try #require(stream.problems.first)
    #expect(slice(text, problem.range).hasPrefix("Use it"))
    #expect(problem.fix?.safety == .safe)
  }

  @Test func validTextIsReadStrictly() throws {
    #expect(try tolerate("name: x\n").usedTolerance == false)
  }

  @Test(arguments: [
    "a: *bold* text", "a: @home is", "a: `code` first", "a: [file] [options]", "a: % done",
    "a: Use: this", "a: one: two\n  three\n\n  four: five", "a: first: x\nmore words\nb: 1",
    "a: \"x\" and: \"y\"", "a: 'it' is: 'so'", "a: \"say \"hi\" now\"", "a: - b",
    "a: b: c # d", "a: x:", "a: {x} y", "a: ? b: c", "b: [1, 2]\na: é: 😀\r\nc: |\r\n  x\r\n",
    "a: x: \"\\n\\\\\"", "a: x: 'y'\n# note\nb: 1", "a: , b", "a: \"C:\\dir\"", "a: - [ ] task: x",
    "a: x: y\na: z", "a: one: \u{2028}two",
  ])
  func fixedTextHasTheSameValue(text: String) throws {
    let stream = try tolerate(text)
    let edits = stream.problems.flatMap { $0.fix?.edits ?? [] }
    let fixed = try #require(edits.applied(to: Array(text.utf8)))
    let strict = try YAMLStream(parsing: fixed)
    let root = try #require(stream.root)
    #expect(stream.usedTolerance)
    #expect(strict.root?.hasSameValue(as: root) == true)
    #expect(root["a"]?.string?.isEmpty == false)
  }

  @Test func manyMixedTextsSurviveTheirFix() throws {
    let pieces = [
      "use", ": ", "\\n", "\"", "'", "é", "😀", " #", "*", "`x`", "[y]", "\\", "{", "-", "\n  ",
      "<example>", "%", "&", "!", "\r\n  more", "|", " ", "@", ":",
    ]
    var random = SeededRandom(state: 7)
    var tolerated = 0
    for _ in 0..<2_000 {
      let value = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        pieces[Int.random(in: pieces.indices, using: &random)]
      }.joined()
      let text = "name: x\na: \(value)\ntools: Read\n"
      guard let stream = try? tolerate(text), stream.usedTolerance else { continue }
      tolerated += 1
      let edits = stream.problems.flatMap { $0.fix?.edits ?? [] }
      let fixed = try #require(edits.applied(to: Array(text.utf8)))
      let strict = try YAMLStream(parsing: fixed)
      let root = try #require(stream.root)
      #expect(strict.root?.hasSameValue(as: root) == true, "\(text)")
      #expect(root["tools"]?.string == "Read")
    }
    #expect(tolerated > 300)
  }

  @Test func linesOfExamplesAreNoKeys() throws {
    let stream = try tolerate(
      """
      name: x
      description: Use it: often.

      <example>
      user: "one"
      assistant: two
      </example>
      <example>
      user: three
      </example>
      color: red
      """)
    #expect(stream.root?.entries.map(\.name) == ["name", "description", "color"])
    #expect(
      stream.root?["description"]?.string?.contains("<example> user: \"one\" assistant:") == true)
    #expect(stream.problems.count == 1)
  }

  @Test(arguments: [
    "a: [x, y\nb: 1", "a: \"never closed: x\nb: 1", "a:\n  b: c: d\n", "just text\na: b: c",
    "a: | x: y\n",
  ])
  func faultsOfAnotherKindStayErrors(text: String) {
    #expect(throws: YAMLError.self) { try tolerate(text) }
  }

  @Test func offsetsAreThoseOfTheWholeFile() throws {
    let text = "---\ne: 1\na: b: c\n---\nbody\n"
    let stream = try YAMLStream(parsing: Array(text.utf8), in: 4..<17, mode: .tolerant)
    #expect(stream.root?["a"].map { slice(text, $0.range) } == "b: c")
  }
}

/// A small generator whose numbers depend on its seed alone.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
