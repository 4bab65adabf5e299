import Testing

@testable import SpecRendering

@Suite struct StateReaderTests {
  private func read(_ source: String) throws -> BoxDiagram {
    try StateReader.read(DiagramSource(source))
  }

  @Test func statesTransitionsAndTheirEndsAreRead() throws {
    let diagram = try read(
      """
      stateDiagram-v2
        direction LR
        [*] --> Idle
        Idle --> Running : start é
        state "Is running" as Running
        Running --> Choice
        state Choice <<choice>>
        Choice --> [*]
        Idle : waits
        Idle : and waits
      """)
    #expect(diagram.direction == .right)
    #expect(diagram.boxes.map(\.shape) == [.start, .rounded, .rounded, .rhombus, .stop])
    #expect(diagram.boxes.map(\.content.name) == ["", "waits and waits", "Is running", "", ""])
    #expect(diagram.lines.map(\.label) == [[], ["start é"], [], []])
    #expect(diagram.lines.map(\.to) == [1, 2, 3, 4].map { .box($0) })
  }

  @Test func compositeStatesAreGroupsWithEndsOfTheirOwn() throws {
    let diagram = try read(
      """
      stateDiagram-v2
        [*] --> Active
        state Active {
          [*] --> One
          One --> [*]
          --
          [*] --> Two
        }
        Active --> Off
      """)
    #expect(diagram.groups.map(\.title) == [["Active"]])
    #expect(diagram.boxes.map(\.group) == [nil, 0, 0, 0, 0, 0, nil])
    #expect(diagram.lines.first?.to == .group(0))
    #expect(diagram.lines.last?.from == .group(0))
  }

  @Test func notesStandBesideTheirStates() throws {
    let diagram = try read(
      """
      stateDiagram-v2
        A --> B
        note right of A
          first
          second
        end note
        note left of B : short
      """)
    #expect(diagram.boxes.map(\.shape) == [.rounded, .rounded, .note, .note])
    #expect(diagram.boxes.map(\.content.name) == ["A", "B", "first second", "short"])
    #expect(diagram.lines.map(\.stroke) == [.solid, .dotted, .dotted])
  }

  @Test(arguments: [
    (
      "stateDiagram\nA --> B\nstate C {\n  A --> B", "the state in line 3 of the diagram has no '}'"
    ),
    ("stateDiagram\nnote right of é\n😀", "the note in line 2 of the diagram has no 'end note'"),
  ])
  func whatHasNoEndIsNamed(_ source: String, _ reason: String) {
    let fault = #expect(throws: DiagramFault.self) { try read(source) }
    #expect(fault?.reason == reason)
  }

  @Test(arguments: [
    "stateDiagram\nA -->", "stateDiagram\nnote over", "stateDiagram\nsome words",
    "stateDiagram\nA --> B --> C",
  ])
  func aLineThatCannotBeReadIsNamed(_ source: String) throws {
    let fault = #expect(throws: DiagramFault.self) { try read(source) }
    #expect(fault?.reason == "line 2 of the diagram cannot be read")
  }
}
