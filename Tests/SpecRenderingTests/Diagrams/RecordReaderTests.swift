import Testing

@testable import SpecRendering

@Suite struct RecordReaderTests {
  private func record(_ box: BoxDiagram.Box) -> BoxContent.Record {
    if case .record(let record) = box.content { record } else { .init(name: []) }
  }

  @Test func entitiesHaveRowsOfCells() throws {
    let diagram = try EntityReader.read(
      DiagramSource(
        """
        erDiagram
          CUSTOMER ||--o{ ORDER : "places é"
          CUSTOMER {
            string name PK "of the firm"
            int age
          }
          "Line item" }|..|| ORDER : in
          ORDER |o--o| p[Person]
        """))
    #expect(diagram.boxes.map(\.content.name) == ["CUSTOMER", "ORDER", "Line item", "Person"])
    #expect(
      diagram.boxes.first.map(record)?.parts
        == [[["string", "name", "PK", "of the firm"], ["int", "age", "", ""]]])
    #expect(diagram.lines.map(\.start) == [.one, .many, .zeroOrOne])
    #expect(diagram.lines.map(\.end) == [.zeroOrMany, .one, .zeroOrOne])
    #expect(diagram.lines.map(\.label) == [["places é"], ["in"], []])
    #expect(diagram.lines.map(\.stroke) == [.solid, .dotted, .solid])
  }

  @Test func classesHaveFieldsAndMethods() throws {
    let diagram = try ClassReader.read(
      DiagramSource(
        """
        classDiagram
          class Shape~T~ {
            <<interface>>
            +List~T~ parts
            +limits: (1, 2)
            +area() double
          }
          Shape : +name: String
          Shape <|-- Circle
          Circle "1" *-- "0..*" Point : has é
          Circle ..> Log
          class Point["A point"]
          note for Point "x and y"
        """))
    #expect(
      diagram.boxes.map(\.content.name) == ["Shape<T>", "Circle", "A point", "Log", "x and y"])
    let shape = try #require(diagram.boxes.first.map(record))
    #expect(shape.stereotype == "«interface»")
    #expect(
      shape.parts
        == [[["+List<T> parts"], ["+limits: (1, 2)"], ["+name: String"]], [["+area() : double"]]])
    #expect(diagram.lines.map(\.start) == [.triangle, .filledDiamond, .none, .none])
    #expect(diagram.lines.map(\.end) == [.none, .none, .arrow, .none])
    #expect(diagram.lines.map(\.endNote) == ["", "0..*", "", ""])
    #expect(diagram.lines.map(\.stroke) == [.solid, .solid, .dotted, .dotted])
  }

  @Test func cardinalitiesMayBeWords() throws {
    let diagram = try EntityReader.read(
      DiagramSource(
        """
        erDiagram
          Größe one to zero or more "Two words 😀" : has
          A many(1) optionally to only one B : in
          A zero or one to 1+ B : of
        """))
    #expect(diagram.boxes.map(\.content.name) == ["Größe", "Two words 😀", "A", "B"])
    #expect(diagram.lines.map(\.start) == [.one, .many, .zeroOrOne])
    #expect(diagram.lines.map(\.end) == [.zeroOrMany, .one, .many])
    #expect(diagram.lines.map(\.stroke) == [.solid, .dotted, .solid])
  }

  @Test(arguments: [
    "A {\n  string é", "A u--o{ B : x", "A ||--o{ : x", "A seven to one B : x", "A to B : x",
  ])
  func entitiesThatCannotBeReadAreNamed(_ lines: String) {
    let fault = #expect(throws: DiagramFault.self) {
      try EntityReader.read(DiagramSource("erDiagram\n\(lines)\n"))
    }
    #expect(fault?.reason.contains("line 2 of the diagram") == true)
  }

  @Test(arguments: [
    "class A {\n  +é", "namespace A {\n  class B", "class", "class {", "A ==> B : x", "A -- : x",
  ])
  func classesThatCannotBeReadAreNamed(_ lines: String) {
    let fault = #expect(throws: DiagramFault.self) {
      try ClassReader.read(DiagramSource("classDiagram\n\(lines)\n"))
    }
    #expect(fault?.reason.contains("line 2 of the diagram") == true)
  }

  @Test func classesMayHaveNamesOfSeveralWords() throws {
    let diagram = try ClassReader.read(
      DiagramSource("classDiagram\n`Größe é` --> `B 😀` : x\nclass `B 😀` {\n  +y\n}"))
    #expect(diagram.boxes.map(\.content.name) == ["Größe é", "B 😀"])
    #expect(diagram.lines.map(\.label) == [["x"]])
  }

  @Test func whatIsSaidInPlaceOfATitleIsNotDrawn() throws {
    for kind in ["graph TD", "stateDiagram", "classDiagram", "erDiagram", "sequenceDiagram"] {
      let body =
        kind == "erDiagram" ? "A ||--|| B : x" : kind == "sequenceDiagram" ? "A->>B: x" : "A --> B"
      let svg = try #require(
        DiagramMarkup.svg(of: "\(kind)\naccTitle: Größe 😀\n\(body)\n", id: "a").svg)
      #expect(svg.contains("“Größe 😀”"), "\(kind)")
      #expect(!svg.contains(">Größe 😀</text>"), "\(kind)")
    }
  }

  @Test func namespacesAreGroups() throws {
    let diagram = try ClassReader.read(
      DiagramSource("classDiagram\nnamespace Core {\n  class A\n  class B { +x }\n}\nA --> C"))
    #expect(diagram.groups.map(\.title) == [["Core"]])
    #expect(diagram.boxes.map(\.group) == [0, 0, nil])
  }
}
