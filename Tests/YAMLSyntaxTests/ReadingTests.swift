import Diagnostics
import Testing
import YAMLSyntax

@Suite struct ReadingTests {
  @Test func rangesCoverExactlyWhatIsWritten() throws {
    let text = """
      # é 😀\r
      plain: two words  # c\r
      'single': 'it''s'\r
      double: "a\\n😀"\r
      literal: |  # header\r
        one\r
        two\r
      \r
      list:\r
      - é\r
      - {a: 1, b: [x]}\r
      \r
      # after\r
      map:\r
        k: &x !!str 12\r
        l: *x\r
      empty:   # none\r
      last: 1
      """
    let stream = try read(text)
    let root = try #require(stream.root)
    func written(_ key: String) -> String? { root[key].map { slice(text, $0.range) } }
    #expect(written("plain") == "two words")
    #expect(written("single") == "'it''s'")
    #expect(root["single"]?.string == "it's")
    #expect(written("double") == "\"a\\n😀\"")
    #expect(root["double"]?.string == "a\n😀")
    #expect(written("literal") == "|  # header\r\n  one\r\n  two")
    #expect(root["literal"]?.string == "one\ntwo\n")
    #expect(written("list") == "- é\r\n- {a: 1, b: [x]}")
    #expect(root["list"]?.elements.map { slice(text, $0.range) } == ["é", "{a: 1, b: [x]}"])
    #expect(written("map") == "k: &x !!str 12\r\n  l: *x")
    #expect(root["map"]?["k"]?.tag == "tag:yaml.org,2002:str")
    #expect(root["map"]?["k"]?.anchor == "x")
    #expect(root["map"]?["l"]?.isAlias == true)
    #expect(root["map"]?["l"]?.string == "12")
    #expect(root["map"]?["l"]?.int == nil)
    let empty = try #require(root["empty"])
    #expect(empty.isNull && empty.range.isEmpty)
    #expect(slice(text, Range(0, empty.range.lowerBound.utf8)).hasSuffix("empty:"))
    #expect(slice(text, root.range).hasPrefix("plain:"))
    #expect(slice(text, root.range).hasSuffix("last: 1"))
    #expect(
      stream.comments.map { slice(text, $0) } == ["# é 😀", "# c", "# header", "# after", "# none"])
  }

  @Test func offsetsAreThoseOfTheWholeArray() throws {
    let text = "\u{FEFF}---\r\nname: é\r\n---\r\n# Title: not: yaml\r\n"
    let bytes = Array(text.utf8)
    let stream = try YAMLStream(parsing: bytes, in: 0..<18)
    #expect(stream.root.map { slice(text, $0.range) } == "name: é")
    let part = try YAMLStream(parsing: bytes, in: 8..<18)
    #expect(part.root?["name"].map { slice(text, $0.range) } == "é")
  }

  @Test func hashesInsideScalarsAreNoComments() throws {
    let text = """
      a: x#y
      b: "# no"
      c: >
        # text
      d: [1, # yes
        2]
      e: &n # after anchor
        f: 'x' # end
      """
    #expect(
      try read(text).comments.map { slice(text, $0) } == ["# yes", "# after anchor", "# end"])
  }

  @Test func documentsComeOneByOne() throws {
    let stream = try read("%YAML 1.2\n--- # first\na\n...\n---\n---\n- b\n")
    #expect(stream.documents.map { $0?.string } == ["a", nil, nil])
    #expect(stream.documents.count == 3)
    #expect(stream.documents[1] == nil)
    #expect(stream.documents[2]?.elements.first?.string == "b")
    #expect(try read("").documents.isEmpty)
    #expect(try read("# only\n").comments.count == 1)
    #expect(try read("# only\n").root == nil)
  }

  @Test func duplicateKeysKeepTheFirstValue() throws {
    let text = "é: 1\nb: 2\né: 3\n"
    let stream = try read(text)
    #expect(stream.root?["é"]?.int == 1)
    #expect(stream.root?.entries.count == 2)
    #expect(stream.problems.map(\.kind) == [.duplicateKey("é", first: Range(0, 2))])
    #expect(stream.problems.map(\.range) == [Range(11, 13)])
  }

  @Test func duplicatesAreFoundInLongMappings() throws {
    let text = (0..<40).map { "k\($0 % 20): \($0)\n" }.joined()
    let stream = try read(text)
    #expect(stream.problems.count == 20)
    #expect(stream.root?.entries.map { $0.value.int } == (0..<20).map { $0 })
  }

  @Test func mergedKeysGiveWayToOwnOnes() throws {
    let stream = try read(
      """
      base: &base {a: 1, b: 2}
      more: &more {b: 3, c: 4}
      own:
        <<: [*base, *more]
        a: 0
      one:
        <<: *base
      """)
    let own = try #require(stream.root?["own"])
    #expect(own["a"]?.int == 0 && own["b"]?.int == 2 && own["c"]?.int == 4)
    #expect(own.entries.map(\.name) == ["a", "b", "c"])
    #expect(stream.root?["one"]?["a"]?.int == 1)
    #expect(stream.problems.isEmpty)
  }

  @Test func collectionsMayBeKeys() throws {
    let stream = try read("? [a, b]\n: 1\n? {c: d}\n? e\n: f\n")
    let entries = try #require(stream.root?.entries)
    #expect(entries.map(\.name) == ["", "", "e"])
    #expect(entries[0].key.elements.count == 2)
    #expect(entries[1].value.isNull)
    #expect(entries[1].value.range == Range(21, 21))
  }

  @Test func omittedValuesStandAfterTheirColon() throws {
    for (text, expected) in [
      ("a:\n\n\nb: 1", 2), ("{a: , b: 1}", 3), ("{a, b: 1}", 2), ("a :   # c\nb: 1", 3),
      ("- a:\n- b", 4),
    ] {
      let root = try #require(try read(text).root)
      let mapping = root.elements.first ?? root
      #expect(mapping["a"]?.range == Range(expected, expected), "\(text)")
    }
    #expect(try read("- x\n-\n").root?.elements[1].range == Range(5, 5))
  }

  @Test func kindsHaveNames() throws {
    let root = try read("[[], {}, t, 1, 1.5, true, ~]").root
    #expect(
      root?.elements.map(\.kindName) == [
        "a list", "a mapping", "text", "a number", "a number", "true or false", "nothing",
      ])
  }
}

@Suite struct CoreSchemaTests {
  @Test(
    arguments: [
      ("yes", .string("yes")), ("on", .string("on")), ("Off", .string("Off")),
      ("NO", .string("NO")),
      ("true", .bool(true)), ("FALSE", .bool(false)), ("tRue", .string("tRue")), ("~", .null),
      ("", .null), ("Null", .null), ("0o14", .int(12)), ("0x1F", .int(31)), ("014", .int(14)),
      ("0o8", .string("0o8")), ("0x", .string("0x")), ("0x-1", .string("0x-1")),
      ("-12", .int(-12)), ("+3", .int(3)), ("1_000", .string("1_000")), ("1.", .float(1)),
      (".5", .float(0.5)), ("-1.5e3", .float(-1500)), ("1e", .string("1e")), (".", .string(".")),
      ("-", .string("-")), (".inf", .float(.infinity)), ("-.INF", .float(-.infinity)),
      ("1.2.3", .string("1.2.3")), ("9223372036854775808", .float(9_223_372_036_854_775_808)),
      ("2024-01-01", .string("2024-01-01")),
      ("0x10000000000000000", .float(18_446_744_073_709_551_616)),
    ] as [(String, YAMLScalar.Value)])
  func plainTextResolves(text: String, value: YAMLScalar.Value) {
    #expect(YAMLScalar(text).value == value)
  }

  @Test func notANumberIsAFloat() throws {
    guard case .float(let number) = YAMLScalar(".nan").value else {
      Issue.record("'.nan' is no float")
      return
    }
    #expect(number.isNaN)
  }

  @Test func quotedTextIsText() throws {
    let root = try read("[\"1\", 'true', \"~\", !!int \"3\", ! 4]").root
    #expect(root?.elements.map(\.kindName) == ["text", "text", "text", "a number", "text"])
    #expect(root?.elements.map(\.string) == ["1", "true", "~", "3", "4"])
  }
}

@Suite struct JSONTests {
  @Test func escapesOfJSONAreRead() throws {
    let root = try read(#"{"a":"x\/y","b":"\u00e9","c":"\ud83d\ude00","d":[1,true,null]}"#).root
    #expect(root?["a"]?.string == "x/y")
    #expect(root?["b"]?.string == "é")
    #expect(root?["c"]?.string == "😀")
    #expect(root?["d"]?.elements.map(\.kindName) == ["a number", "true or false", "nothing"])
  }

  @Test func pairsChangeNeitherPlacesNorOtherText() throws {
    let text = """
      é: "\\uD83D\\uDE00 é \\ud83d\\udcA9"
      plain: \\ud83d\\ude00
      single: '\\ud83d\\ude00'
      escaped: "\\\\ud83d"
      after: x # c
      """
    let stream = try read(text)
    let root = try #require(stream.root)
    #expect(root["é"]?.string == "😀 é 💩")
    #expect(root["plain"]?.string == "\\ud83d\\ude00")
    #expect(root["single"]?.string == "\\ud83d\\ude00")
    #expect(root["escaped"]?.string == "\\ud83d")
    #expect(root["after"].map { slice(text, $0.range) } == "x")
    #expect(root["single"].map { slice(text, $0.range) } == "'\\ud83d\\ude00'")
    #expect(stream.comments.map { slice(text, $0) } == ["# c"])
  }
}
