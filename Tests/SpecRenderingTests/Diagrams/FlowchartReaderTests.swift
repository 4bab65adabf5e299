import Testing

@testable import SpecRendering

@Suite struct FlowchartReaderTests {
  private func read(_ source: String) throws -> BoxDiagram {
    try FlowchartReader.read(DiagramSource(source))
  }

  private func label(_ box: BoxDiagram.Box) -> [String] {
    if case .label(let lines) = box.content { lines } else { [] }
  }

  @Test(arguments: [
    ("A", BoxShape.rectangle, ["A"]), ("A[Some text]", .rectangle, ["Some text"]),
    ("A(Round)", .rounded, ["Round"]), ("A([Stadium])", .stadium, ["Stadium"]),
    ("A[[Sub]]", .subroutine, ["Sub"]), ("A[(Store)]", .cylinder, ["Store"]),
    ("A((Circle))", .circle, ["Circle"]), ("A(((Twice)))", .doubleCircle, ["Twice"]),
    ("A{Is it?}", .rhombus, ["Is it?"]), ("A{{Hex}}", .hexagon, ["Hex"]),
    ("A[/Right/]", .leanRight, ["Right"]), ("A[\\Left\\]", .leanLeft, ["Left"]),
    ("A[/Wide below\\]", .trapezoid, ["Wide below"]),
    ("A[\\Wide above/]", .invertedTrapezoid, ["Wide above"]), ("A>Flag]", .flag, ["Flag"]),
    ("A[/api/users]", .rectangle, ["/api/users"]),
    ("A[\"With ] and (\"]", .rectangle, ["With ] and ("]),
    ("A[call(x[0])]", .rectangle, ["call(x[0])"]), ("A(get(id))", .rounded, ["get(id)"]),
    ("A[one<br/>two<br>three]", .rectangle, ["one", "two", "three"]),
    ("A[\"é 😀 #quot;x#quot; #35; &amp; &lt;b&gt;\"]", .rectangle, ["é 😀 \"x\" # & <b>"]),
    ("A[\"`**Bold** text`\"]", .rectangle, ["Bold text"]),
    ("A[fa:fa-user Someone]", .rectangle, ["Someone"]),
    ("A@{ shape: cyl, label: \"Rows\" }", .cylinder, ["Rows"]),
    ("A:::red", .rectangle, ["A"]), ("größe-1[x]:::red", .rectangle, ["x"]),
  ])
  func everyShapeIsRead(_ source: String, _ shape: BoxShape, _ lines: [String]) throws {
    let diagram = try read("flowchart TD\n  \(source)\n")
    #expect(diagram.boxes.map(\.shape) == [shape])
    #expect(diagram.boxes.map(label) == [lines])
  }

  private struct Link: Hashable {
    var stroke = BoxDiagram.Stroke.solid
    var start = LineTip.none
    var end = LineTip.none
    var label: [String] = []
    var length = 1
  }

  private static let links: [(String, Link)] = [
    ("-->", Link(end: .arrow)), ("---", Link()), ("-.->", Link(stroke: .dotted, end: .arrow)),
    ("-.-", Link(stroke: .dotted)), ("==>", Link(stroke: .thick, end: .arrow)),
    ("===", Link(stroke: .thick)), ("--o", Link(end: .circle)), ("--x", Link(end: .cross)),
    ("<-->", Link(start: .arrow, end: .arrow)), ("x--x", Link(start: .cross, end: .cross)),
    ("o--o", Link(start: .circle, end: .circle)), ("~~~", Link(stroke: .unseen)),
    ("---->", Link(end: .arrow, length: 3)),
    ("-..->", Link(stroke: .dotted, end: .arrow, length: 2)),
    ("-->|yes|", Link(end: .arrow, label: ["yes"])), ("---|yes|", Link(label: ["yes"])),
    ("-- yes -->", Link(end: .arrow, label: ["yes"])), ("-- yes ---", Link(label: ["yes"])),
    ("-. maybe .->", Link(stroke: .dotted, end: .arrow, label: ["maybe"])),
    ("== must ==>", Link(stroke: .thick, end: .arrow, label: ["must"])),
    ("-->|\"a | b\"|", Link(end: .arrow, label: ["a | b"])),
    ("-- POST /a-b/c -->", Link(end: .arrow, label: ["POST /a-b/c"])),
  ]

  @Test(arguments: links.indices)
  func everyLinkIsRead(_ index: Int) throws {
    let (source, link) = Self.links[index]
    for blanks in ["", " "] {
      // A letter behind a name would be part of it.
      if blanks.isEmpty, "ox".contains(source.first ?? " ") || "ox".contains(source.last ?? " ") {
        continue
      }
      let line = try #require(read("graph LR\nA\(blanks)\(source)\(blanks)B").lines.first)
      #expect(
        Link(
          stroke: line.stroke, start: line.start, end: line.end, label: line.label,
          length: line.length) == link, "\(source)")
      #expect(line.from == .box(0) && line.to == .box(1))
    }
  }

  @Test func chainsAndSetsOfNodesAreJoinedInOrder() throws {
    let diagram = try read("graph TD; A --> B & C --> D; E & F --- A\n")
    #expect(diagram.boxes.map(label) == [["A"], ["B"], ["C"], ["D"], ["E"], ["F"]])
    let ends = diagram.lines.map { [$0.from, $0.to] }
    #expect(
      ends == [[0, 1], [0, 2], [1, 3], [2, 3], [4, 0], [5, 0]].map { $0.map { .box($0) } })
  }

  @Test func groupsHoldTheNodesThatAreNamedInThem() throws {
    let diagram = try read(
      """
      flowchart LR
        A --> B
        subgraph one [First "group"]
          direction TB
          B --> C
          subgraph "Inner é"
            D
          end
        end
        subgraph two
          C --> E
        end
        subgraph empty
        end
        A --> two
        one --> empty
      """)
    #expect(diagram.groups.map(\.title) == [["First \"group\""], ["Inner é"], ["two"]])
    #expect(diagram.groups.map(\.parent) == [nil, 0, nil])
    #expect(diagram.groups.first?.direction == .down)
    #expect(diagram.boxes.map(\.group) == [nil, 0, 0, 1, 2, nil])
    #expect(diagram.lines.last?.from == .group(0))
    #expect(diagram.lines.last?.to == .box(5))
  }

  @Test func whatOnlyConcernsLooksIsPassedOver() throws {
    let diagram = try read(
      """
      ---
      title: Orders
      ---
      %%{init: {
        "theme": "dark" } }%%
      graph TD
        %% A --> Hidden
        A --> B
        style A fill:#f00,stroke:#333
        classDef red fill:#f00;
        class A,B red;
        linkStyle 0 stroke:red
        click A "javascript:alert(1)" _blank
        click B href "https://example.org"
      """)
    #expect(diagram.title == "Orders")
    #expect(diagram.boxes.count == 2)
    #expect(diagram.lines.count == 1)
  }

  @Test func linesEndAsTheyDoOnOtherSystems() throws {
    let diagram = try read("graph TD\r\n  é[Größe 😀] --> B\r\n  B --> C\r\n")
    #expect(diagram.boxes.map(label) == [["Größe 😀"], ["B"], ["C"]])
  }

  @Test func severalLinesFromANodeToItselfAreOne() throws {
    let diagram = try read("graph TD\nA -->|x| A\nA -->|y| A")
    #expect(diagram.lines.map(\.label) == [["x", "y"]])
  }

  @Test func wordsOfMarkdownLoseTheirMarks() throws {
    let diagram = try read("graph TD\nA[\"`**é** *b* _c_ d_e 2*3 😀`\"] --> B[_x_]")
    #expect(diagram.boxes.map(label) == [["é b c d_e 2*3 😀"], ["_x_"]])
  }

  @Test(arguments: [
    (
      "graph TD\n\nsubgraph é\nA\nsubgraph b\nend",
      "the subgraph in line 3 of the diagram has no 'end'"
    ),
    ("graph TX\nA --> B", "'TX' is no direction of a flowchart"),
  ])
  func whatHasNoEndOrNoMeaningIsNamed(_ source: String, _ reason: String) {
    let fault = #expect(throws: DiagramFault.self) { try read(source) }
    #expect(fault?.reason == reason)
  }

  @Test(arguments: [
    ("graph TD\nA --> B\nA --> ]", 3), ("graph TD\nA[open", 2), ("graph TD\n\nA B", 3),
    ("graph TD\nA -- text", 2), ("graph TD\nA -. text", 2), ("graph TD\nA --> |x", 2),
  ])
  func aLineThatCannotBeReadIsNamed(_ source: String, _ line: Int) throws {
    let fault = #expect(throws: DiagramFault.self) { try read(source) }
    #expect(fault?.reason == "line \(line) of the diagram cannot be read")
  }
}
