import TestSupport
import Testing

@testable import SpecRendering

@Suite struct DiagramMarkupTests {
  private static let samples = [
    (
      "flowchart",
      """
      flowchart TD
        A([Start é]) --> B{Is it\\nvalid?}
        B -->|yes 😀| C[(Orders)]
        B -- no --> D[/Report/]
        D -.-> A
        subgraph Shop [The "shop"]
          C ==> E[[Ship]]
          E --> E
        end
      """
    ),
    (
      "sequence",
      """
      sequenceDiagram
        actor U as User
        participant S as Größe
        U->>+S: ask <b>now</b>
        alt known
          S-->>U: answer
        else unknown
          S->>S: look it up
          S--xU: nothing
        end
        Note over U,S: done
        deactivate S
      """
    ),
    (
      "states",
      """
      stateDiagram-v2
        [*] --> Idle
        Idle --> Busy : start
        state Busy {
          [*] --> Work
          Work --> [*]
        }
        Busy --> Idle
        note right of Idle : waits
      """
    ),
    (
      "entities",
      """
      erDiagram
        CUSTOMER ||--o{ ORDER : places
        ORDER {
          int id PK
          string note "é"
        }
      """
    ),
    (
      "classes",
      """
      classDiagram
        class Shape {
          <<interface>>
          +area() double
        }
        Shape <|-- Circle
        Circle "1" *-- "2" Point : has
      """
    ),
  ]

  @Test(arguments: samples.map(\.0))
  func thePictureIsAsItWas(_ name: String) throws {
    let source = try #require(Self.samples.first { $0.0 == name }).1
    let svg = try #require(DiagramMarkup.svg(of: source, id: name).svg)
    FixtureFolder("golden").expect(svg, in: "diagram-\(name).svg")
    #expect(DiagramMarkup.svg(of: source, id: name).svg == svg)
    #expect(DiagramMarkup.svg(of: source.replacing("\n", with: "\r\n"), id: name).svg == svg)
  }

  @Test func theGraphsThatPlansPrintAreDrawn() throws {
    let tasks = "- [ ] 1. One \"x\" [y]\n- [ ] 2. Größe 😀\n  - _Depends: 1_\n"
    let graph = try PlanMermaid.text(pictured([("a", tasks), ("b", "- [ ] 1. (c)\n")]))
    let svg = try #require(DiagramMarkup.svg(of: graph, id: "plan").svg)
    #expect(svg.contains("Größe 😀"))
    #expect(svg.contains("One &quot;x&quot; [y]"))
  }

  @Test func everyClassOfAPictureHasAStyle() throws {
    let style = DiagramMarkup.style
    for (name, source) in Self.samples {
      let svg = try #require(DiagramMarkup.svg(of: source, id: "x").svg)
      for part in svg.split(separator: "class=\"").dropFirst() {
        for word in part.prefix(while: { $0 != "\"" }).split(separator: " ")
        where word != "node" && word != "box" {
          #expect(style.contains(".\(word) ") || style.contains(".\(word)."), "\(name): \(word)")
        }
      }
    }
  }

  private static let attacks = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='alert(1)",
    "]]><script>", "javascript:alert(1)", "</text></svg><script>", "&#60;script&#62;",
    "#lt;script#gt;", "url(https://example.org)", "<a href='https://example.org'>x</a>",
    "<style>*{}</style>", "{{x}}", "\u{202E}\u{0}",
  ]

  private static let frames = [
    "graph TD\nA[\"%\"] -->|%| B[%]\nsubgraph \"%\"\nC\nend\nclick A \"%\"\nstyle A %",
    "---\ntitle: %\n---\ngraph TD\nA(%)", "sequenceDiagram\nparticipant A as %\nA->>B: %",
    "sequenceDiagram\nloop %\nA->>B: x\nend\nNote over A: %\nlink A: % @ %",
    "stateDiagram-v2\nA --> B : %\nstate \"%\" as B\nnote right of A : %",
    "erDiagram\nA ||--|| B : \"%\"\nA {\nstring x \"%\"\n}", "classDiagram\nclass A[\"%\"]\nA : %",
  ]

  @Test(arguments: attacks)
  func nothingInASourceBecomesMarkup(_ attack: String) throws {
    for frame in Self.frames {
      // Quotes and breaks would only end what they stand in.
      let text = attack.filter { !"\"".contains($0) }
      for source in [
        frame.replacing("%", with: attack), frame.replacing("%", with: text),
      ] {
        guard let svg = DiagramMarkup.svg(of: source, id: attack).svg else { continue }
        #expect(Self.elements(svg).isSubset(of: Self.known), "\(source)")
        for name in Self.attributes(svg) {
          #expect(Self.knownAttributes.contains(name), "\(name) in \(source)")
        }
        #expect(!svg.contains("\u{0}") && !svg.contains("\u{202E}"))
      }
    }
  }

  private static let known: Set<Substring> = [
    "svg", "title", "desc", "g", "rect", "path", "circle", "ellipse", "text",
  ]
  private static let knownAttributes: Set<Substring> = [
    "class", "role", "aria-labelledby", "aria-describedby", "width", "height", "viewBox", "id", "x",
    "y", "rx", "ry", "cx", "cy", "r", "d", "transform",
  ]

  private static func elements(_ svg: String) -> Set<Substring> {
    Set(
      svg.split(separator: "<").map { part in
        part.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "!" }
      })
  }

  /// The names of all attributes: texts and values have no quotes and no angles in them.
  private static func attributes(_ svg: String) -> [Substring] {
    svg.split(separator: "<").flatMap { part -> [Substring] in
      let tag = part.prefix { $0 != ">" }
      return tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 0 && $0.element.last == "=" }
        .map { $0.element.dropLast().drop { $0 != " " }.dropFirst() }
    }
  }

  @Test func whatIsNotDrawnSaysWhy() {
    #expect(
      DiagramMarkup.svg(of: "gantt\n title x", id: "a").reason
        == "diagrams of the kind 'gantt' are not drawn")
    #expect(DiagramMarkup.svg(of: " \n%% no\n", id: "a").reason == "the diagram is empty")
    #expect(DiagramMarkup.svg(of: "graph TD\n", id: "a").reason == "the diagram is empty")
    #expect(DiagramMarkup.svg(of: "sequenceDiagram\n", id: "a").reason == "the diagram is empty")
    #expect(
      DiagramMarkup.svg(of: "graph TD\nA -> -> B", id: "a").reason
        == "line 2 of the diagram cannot be read")
  }

  @Test func whatIsTooLargeIsNotDrawn() {
    func reason(_ source: String) -> String? { DiagramMarkup.svg(of: source, id: "a").reason }
    #expect(
      reason("graph TD\n" + String(repeating: " ", count: 100_000))
        == "the diagram has more than 100 KB")
    let boxes = (0...500).map { "a\($0)\n" }.joined()
    #expect(reason("graph TD\n" + boxes) == "the diagram has more than 500 boxes")
    let lines = String(repeating: "A-->B\n", count: 2_001)
    #expect(reason("graph TD\n" + lines) == "the diagram has more than 2000 lines")
    #expect(
      reason(
        "graph TD\nA" + String(repeating: "&A", count: 50) + "-->B"
          + String(repeating: "&B", count: 50)) == "the diagram has more than 2000 lines")
    let deep = String(repeating: "subgraph x\n", count: 30)
    #expect(reason("graph TD\n" + deep) == "the subgraphs of the diagram are nested too deeply")
    let loops = String(repeating: "loop x\n", count: 30)
    #expect(
      reason("sequenceDiagram\n" + loops) == "the blocks of the diagram are nested too deeply")
  }

  /// Boxes in a chain and lines from the first to all others: each passes all layers before its end.
  @Test func linesThatPassTooMuchAreNotDrawn() {
    var source = "graph TD\n"
    for box in 1..<480 { source += "a\(box - 1)-->a\(box)\na0-->a\(box)\na1-->a\(box)\n" }
    #expect(
      DiagramMarkup.svg(of: source, id: "a").reason
        == "the lines of the diagram pass too many boxes")
  }

  @Test func timeIsBounded() {
    let clock = ContinuousClock()
    let longest = 12.0
    for source in [
      "graph TD\n" + (0..<400).map { "a\($0 % 100)-->b\($0 * 7 % 399)\n" }.joined(),
      "graph TD\nA" + String(repeating: "[", count: 90_000),
      "graph TD\n" + String(repeating: "A[((((((((] --> ", count: 1_900) + "A",
      "graph TD\nA" + String(repeating: "-. ", count: 30_000),
      "graph TD\nA[\"" + String(repeating: "word", count: 20_000) + "\"]",
      "sequenceDiagram\n" + String(repeating: "A->>B: x\n", count: 2_000),
      "sequenceDiagram\n" + String(repeating: "<", count: 90_000),
      "stateDiagram\n" + String(repeating: "A --> B : x\n", count: 2_000),
      "erDiagram\nA {\n" + String(repeating: "int x\n", count: 2_000) + "}",
      "classDiagram\n" + String(repeating: "A : ~x~y\n", count: 2_000),
      "classDiagram\nA : " + String(repeating: "~", count: 90_000),
    ] {
      let time = clock.measure { _ = DiagramMarkup.svg(of: source, id: "a") }
      #expect(time < .seconds(longest), "\(source.prefix(40)): \(time)")
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func damagedSourcesDoNoHarm(_ seed: UInt64) {
    var dice = BoxPlacementTests.Dice(state: seed)
    let marks = Array("[](){}<>|-=.~ox\"'&;:%#\n @/\\é😀".unicodeScalars)
    for (_, source) in Self.samples {
      for _ in 0..<6 {
        var scalars = Array(source.unicodeScalars)
        for _ in 0...dice.roll(8) {
          let place = dice.roll(scalars.count)
          switch dice.roll(3) {
          case 0: scalars.remove(at: place)
          case 1: scalars.insert(marks[dice.roll(marks.count)], at: place)
          default: scalars.swapAt(place, dice.roll(scalars.count))
          }
        }
        var text = String.UnicodeScalarView()
        text += scalars
        let drawing = DiagramMarkup.svg(of: String(text), id: "a")
        #expect((drawing.svg == nil) != (drawing.reason == nil))
        if let svg = drawing.svg { #expect(Self.elements(svg).isSubset(of: Self.known)) }
      }
    }
  }

  @Test func eachIDStartsWithTheGivenOne() throws {
    let svg = try #require(DiagramMarkup.svg(of: "graph TD\nA-->B", id: "page x\"/1").svg)
    let ids = svg.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(ids == ["page-x--1-title", "page-x--1-text"])
    #expect(svg.contains("aria-labelledby=\"page-x--1-title\""))
    #expect(svg.contains(">Flowchart, 2 boxes, 1 connection</title>"))
    #expect(svg.contains(">A to B.</desc>"))
  }
}
