import Testing

@testable import SpecRendering

@Suite struct SequenceReaderTests {
  private func read(_ source: String) throws -> SequenceDiagram {
    try SequenceReader.read(DiagramSource(source))
  }

  private func messages(_ diagram: SequenceDiagram) -> [SequenceDiagram.Message] {
    diagram.events.compactMap { if case .message(let message) = $0 { message } else { nil } }
  }

  @Test func participantsHaveAnOrderAndLabels() throws {
    let diagram = try read(
      """
      sequenceDiagram
        title Größe 😀
        participant B as The Bank<br/>of Money
        actor A as "Anna"
        box Aqua Inner part
          participant C
        end
        A->>B: hello
        D->>A: more
      """)
    #expect(diagram.title == "Größe 😀")
    #expect(
      diagram.participants.map(\.label) == [["The Bank", "of Money"], ["Anna"], ["C"], ["D"]])
    #expect(diagram.participants.map(\.isPerson) == [false, true, false, false])
    #expect(diagram.participants.map(\.group) == [nil, nil, 0, nil])
    #expect(diagram.groups == [["Inner part"]])
  }

  @Test(arguments: [
    ("->", false, LineTip.none, LineTip.none), ("-->", true, .none, .none),
    ("->>", false, .none, .arrow), ("-->>", true, .none, .arrow), ("-x", false, .none, .cross),
    ("--x", true, .none, .cross), ("-)", false, .none, .open), ("--)", true, .none, .open),
    ("<<->>", false, .arrow, .arrow), ("<<-->>", true, .arrow, .arrow),
  ])
  func everyArrowIsRead(
    _ arrow: String, _ isDotted: Bool, _ start: LineTip, _ end: LineTip
  ) throws {
    let diagram = try read("sequenceDiagram\nWeb-App\(arrow)API é: x->y: z\n")
    let message = try #require(messages(diagram).first)
    #expect(diagram.participants.map(\.label) == [["Web-App"], ["API é"]])
    #expect(message.isDotted == isDotted)
    #expect(message.start == start)
    #expect(message.end == end)
    #expect(message.text == ["x->y: z"])
  }

  @Test func blocksNotesAndActivationsAreEvents() throws {
    let diagram = try read(
      """
      sequenceDiagram
        autonumber 5 5
        A->>+B: ask
        Note over A,B: both<br>of them
        note right of B: one
        alt is good
          B-->>-A: yes
        else
          loop each
            B-xA: no
          end
        end
        rect rgb(1, 2, 3)
          activate A
          deactivate A
        end
      """)
    let kinds = diagram.events.map { event in
      switch event {
      case .message(let message): message.text.joined()
      case .note(let note): note.text.joined(separator: "/")
      case .open(let kind, let text): "\(kind) \(text)"
      case .part: "part"
      case .close: "close"
      case .activate(let participant): "+\(participant)"
      case .deactivate(let participant): "-\(participant)"
      }
    }
    #expect(
      kinds == [
        "5. ask", "+1", "both/of them", "one", "alt [\"is good\"]", "10. yes", "-1", "part",
        "loop [\"each\"]", "15. no", "close", "close", "rect []", "+0", "-0", "close",
      ])
  }

  @Test func messagesWithoutANumberAreCountedAsWell() throws {
    let diagram = try read(
      """
      sequenceDiagram
        autonumber 10 5
        A->>B: one
        autonumber off
        A->>B: two
        autonumber
        A->>B: three #59;
      """)
    #expect(messages(diagram).map(\.text) == [["10. one"], ["two"], ["20. three ;"]])
  }

  @Test func notesMayBeWrittenInCapitals() throws {
    let diagram = try read("sequenceDiagram\r\nNOTE Over A,é: 😀\r\nNote Right Of A: x\r\n")
    #expect(diagram.participants.map(\.label) == [["A"], ["é"]])
    #expect(diagram.events.count == 2)
  }

  @Test(arguments: [
    ("loop x\nA->>B: é 😀", "loop"), ("alt x\nelse y\nA->>B: z", "alt"),
    ("box x\nparticipant A", "box"),
  ])
  func aBlockWithoutAnEndIsNamed(_ lines: String, _ kind: String) {
    let fault = #expect(throws: DiagramFault.self) { try read("sequenceDiagram\n\n\(lines)\n") }
    #expect(fault?.reason == "the \(kind) in line 3 of the diagram has no 'end'")
  }

  @Test(arguments: ["A", "Note A: x", "else", "A->>: x"])
  func aLineThatCannotBeReadIsNamed(_ line: String) throws {
    let fault = #expect(throws: DiagramFault.self) { try read("sequenceDiagram\n\(line)\n") }
    #expect(fault?.reason == "line 2 of the diagram cannot be read")
  }
}
