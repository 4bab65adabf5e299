import Diagnostics
import Testing
import YAMLSyntax

@Suite struct MutationTests {
  static let seeds = [
    "é: &a 1\r\nb:\n  - [x, {y: *a}]\n  - |\n    😀\n\nc: \"\\ud83d\\ude00\" # d\n? [k]\n: 'v'\n",
    "name: x\ndescription: use: it\ntools: [A, B]\n<<: {m: 1}\n---\n- >-\n  t\n- !!str 1\n...\n",
    "{\"a\": [1, 2.5, null], \"b\": {\"c\": \"\\u00e9\"}}\n",
  ]

  /// Pieces that change the structure when they land in a text.
  static let pieces =
    [
      "\t", "\0", "\u{85}", "\u{FEFF}", "- ", ": ", "#", "[", "]", "{", "}", "\"", "'", "&a ", "*a",
      "|", ">+", "!", "%", "\r", "\n", "\r\n", "  ", "é", "😀", "\\ud83d", "? ", "---\n", ",",
      "<<: ",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xF0, 0x9F]]

  @Test(arguments: 0..<3)
  func mutatedTextsAreReadOrRefusedWithPlacesInside(seed: Int) {
    var random = SeededRandom(state: UInt64(seed) + 1)
    var readable = 0
    for _ in 0..<2_000 {
      var bytes = Array(Self.seeds[seed].utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let start = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 0...3, using: &random))
        let piece = Self.pieces[Int.random(in: Self.pieces.indices, using: &random)]
        bytes.replaceSubrange(start..<end, with: Bool.random(using: &random) ? piece : [])
      }
      let mode: YAMLStream.Mode = Bool.random(using: &random) ? .strict : .tolerant
      do {
        let stream = try YAMLStream(parsing: bytes, mode: mode)
        readable += 1
        for case let root? in stream.documents {
          #expect(isNested(root, in: Range(0, bytes.count)), "\(bytes)")
        }
        for comment in stream.comments {
          #expect(bytes[comment.indices].first == UInt8(ascii: "#"))
        }
        if Int.random(in: 0..<4, using: &random) == 0 { edit(stream, bytes) }
      } catch {
        #expect(error.range.lowerBound.utf8 >= 0 && error.range.upperBound.utf8 <= bytes.count)
        #expect(!error.message.isEmpty)
      }
    }
    #expect(readable > 100)
  }

  /// Whether the places of a tree lie inside each other and in order.
  private func isNested(_ node: YAMLNode, in range: Range<Offset>) -> Bool {
    guard node.range.lowerBound >= range.lowerBound, node.range.upperBound <= range.upperBound
    else { return false }
    guard !node.isAlias else { return true }
    var children: [YAMLNode] = []
    switch node.content {
    case .scalar: return true
    case .sequence(let elements): children = elements
    case .mapping(let entries): children = entries.flatMap { [$0.key, $0.value] }
    }
    var end = node.range.lowerBound
    for child in children {
      guard child.range.lowerBound >= end, isNested(child, in: node.range) else { return false }
      end = child.range.upperBound
    }
    return true
  }

  /// Plans edits, after which the text must still be readable.
  private func edit(_ stream: YAMLStream, _ bytes: [UInt8]) {
    guard !stream.usedTolerance, let root = stream.root else { return }
    let editor = YAMLEditor(bytes, stream: stream)
    var plans = [editor.appending("é", forTopLevelKey: "new"), editor.replacing(root, with: ["x"])]
    for child in root.elements + root.entries.map(\.value) {
      plans += [
        editor.inserting(1, for: "new", into: child), editor.appending(1, to: child),
        editor.replacing(child, with: ["k": "v"]), editor.replacing(child, with: "s"),
      ]
    }
    for case let plan? in plans {
      let result = plan.applied(to: bytes)
      #expect(throws: Never.self, "\(bytes)") { try YAMLStream(parsing: result ?? [0]) }
      #expect(!plan.isEmpty)
    }
  }
}
