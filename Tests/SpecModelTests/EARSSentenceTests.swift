import Diagnostics
import Testing

@testable import SpecModel

/// A criterion and what its sentence is made of; `nil` for a part that is not there.
struct SentenceCase: Sendable, CustomTestStringConvertible {
  var text: String
  var pattern: EARSSentence.Pattern?
  /// The conditions, each as `keyword: text`.
  var clauses: [String] = []
  var system: String?
  var modal: String?
  var response: String?

  var testDescription: String { text }

  init(
    _ text: String, _ pattern: EARSSentence.Pattern?, _ clauses: [String] = [],
    _ system: String? = nil, _ modal: String? = nil, _ response: String? = nil
  ) {
    self.text = text
    self.pattern = pattern
    self.clauses = clauses
    self.system = system
    self.modal = modal
    self.response = response
  }
}

@Suite struct EARSSentenceTests {
  private func read(_ text: String) -> (EARSSentence, SpecText) {
    let file = SourceFile(path: "requirements.md", bytes: Array(text.utf8))
    let whole = SpecText(file)
    return (EARSSentence(reading: Range(0, file.bytes.count), of: whole), whole)
  }

  private func check(_ wanted: SentenceCase) {
    let (sentence, text) = read(wanted.text)
    #expect(sentence.pattern == wanted.pattern)
    #expect(
      sentence.clauses.map { "\($0.keyword.rawValue): \(text.text($0.textRange))" }
        == wanted.clauses)
    #expect(sentence.system.map { text.text($0) } == wanted.system)
    #expect(sentence.modal.map { text.text($0) } == wanted.modal)
    #expect(sentence.response.map { text.text($0) } == wanted.response)
  }

  @Test(arguments: [
    SentenceCase("THE system SHALL greet", .ubiquitous, [], "THE system", "SHALL", "greet"),
    SentenceCase("The system shall greet.", .ubiquitous, [], "The system", "shall", "greet"),
    SentenceCase(
      "WHEN a user logs in THEN the system SHALL greet", .event, ["when: a user logs in"],
      "the system", "SHALL", "greet"),
    SentenceCase(
      "When a user logs in, the system shall greet", .event, ["when: a user logs in"],
      "the system", "shall", "greet"),
    SentenceCase(
      "WHEN a, b or c happens, the journal SHALL note it", .event, ["when: a, b or c happens"],
      "the journal", "SHALL", "note it"),
    SentenceCase(
      "WHEN a user clicks the button the system SHALL stop", .event,
      ["when: a user clicks the button"], "the system", "SHALL", "stop"),
    SentenceCase(
      "WHILE the door is open the lamp SHALL be lit", .state, ["while: the door is open"],
      "the lamp", "SHALL", "be lit"),
    SentenceCase(
      "IF the disk is full THEN the journal SHALL stop", .unwanted, ["if: the disk is full"],
      "the journal", "SHALL", "stop"),
    SentenceCase(
      "IF the disk is full, the journal MUST stop", .unwanted, ["if: the disk is full"],
      "the journal", "MUST", "stop"),
    SentenceCase(
      "WHERE a printer is fitted, the desk SHALL print", .optional, ["where: a printer is fitted"],
      "the desk", "SHALL", "print"),
    SentenceCase(
      "WHERE a is fitted, WHILE b holds, WHEN c happens, the system SHALL d", .complex,
      ["where: a is fitted", "while: b holds", "when: c happens"], "the system", "SHALL", "d"),
    SentenceCase(
      "WHILE a WHEN b THEN the system SHALL c", .complex, ["while: a", "when: b"], "the system",
      "SHALL", "c"),
    SentenceCase(
      "WHEN a AND WHEN b THEN it SHALL c", .event, ["when: a AND", "when: b"], "it", "SHALL", "c"),
    SentenceCase(
      "GIVEN a cart WHEN it is paid THEN the order is placed", .scenario,
      ["given: a cart", "when: it is paid"], nil, nil, "the order is placed"),
    SentenceCase(
      "**Given** a cart, **When** it is paid, **Then** the shop SHALL ship", .scenario,
      ["given: a cart", "when: it is paid"], "the shop", "SHALL", "ship"),
    SentenceCase(
      "WHEN it is paid THEN the order is placed", .scenario, ["when: it is paid"], nil, nil,
      "the order is placed"),
    SentenceCase("The order is placed", nil),
    SentenceCase("IF it is paid THEN it ships", nil, ["if: it is paid"], nil, nil, "it ships"),
    SentenceCase("", nil),
  ])
  func readsThePatterns(_ wanted: SentenceCase) { check(wanted) }

  @Test(arguments: [
    SentenceCase(
      "**WHEN** é 😀 **THEN** the system **SHALL** greet", .event, ["when: é 😀"], "the system",
      "SHALL", "greet"),
    SentenceCase(
      "`WHEN` a _THEN_ the system `SHALL` b", .event, ["when: a"], "the system", "SHALL", "b"),
    SentenceCase(
      "**when** a, **then** the `Desk` **shall** b", .event, ["when: a"], "the `Desk`", "shall",
      "b"),
    SentenceCase(
      "**[IMPLEMENTED]** WHEN a THEN the system SHALL b", .event, ["when: a"], "the system",
      "SHALL", "b"),
    SentenceCase(
      "✅ [P1] The desk SHALL print", .ubiquitous, [], "The desk", "SHALL", "print"),
    SentenceCase(
      "**Speed**: Each page SHALL load", .ubiquitous, [], "Each page", "SHALL", "load"),
    SentenceCase(
      "**AC-1.2:** When a happens, the desk shall print", .event, ["when: a happens"], "the desk",
      "shall", "print"),
    SentenceCase(
      "WHEN a user\n   logs in THEN the\n   system SHALL\n   greet", .event,
      ["when: a user\n   logs in"], "the\n   system", "SHALL", "greet"),
    SentenceCase(
      "WHEN é 😀\r\n   logs in\r\n   THEN the system SHALL greet", .event,
      ["when: é 😀\r\n   logs in"], "the system", "SHALL", "greet"),
    SentenceCase(
      "WHEN a THEN the system SHALL:\n   - greet\n   - leave", .event, ["when: a"], "the system",
      "SHALL", "- greet\n   - leave"),
    SentenceCase(
      "**Title**\n   - WHEN a THEN the system SHALL b\n   - WHEN c THEN the system SHALL d",
      .event, ["when: a"], "the system", "SHALL", "b\n   - WHEN c THEN the system SHALL d"),
    SentenceCase(
      "WHEN (IF needed) a `THEN` is read THEN the system SHALL b", .event,
      ["when: (IF needed) a"], "is read THEN the system", "SHALL", "b"),
    SentenceCase(
      "WHEN a reader types \"THEN it SHALL\" THEN the desk SHALL b", .event,
      ["when: a reader types \"THEN it SHALL\""], "the desk", "SHALL", "b"),
    SentenceCase(
      "When a user must log in, the desk must print", .event, ["when: a user must log in"],
      "the desk", "must", "print"),
    SentenceCase(
      "THE desk SHALL stop IF the paper is out", .unwanted, ["if: the paper is out"], "THE desk",
      "SHALL", "stop"),
    SentenceCase(
      "WHEN a THEN the desk SHALL b. WHEN c THEN the desk SHALL d", .event, ["when: a"],
      "the desk", "SHALL", "b. WHEN c THEN the desk SHALL d"),
    SentenceCase(
      "The list, if any, shall be sorted", .ubiquitous, [], "The list, if any", "shall",
      "be sorted"),
    SentenceCase("WHEN , the system SHALL a", .event, ["when: "], "the system", "SHALL", "a"),
    SentenceCase("WHEN THEN the system SHALL.", .event, ["when: "], "the system", "SHALL", ""),
    SentenceCase("WHEN a THEN SHALL b", .event, ["when: a"], "", "SHALL", "b"),
    SentenceCase("SHALL b", .ubiquitous, [], "", "SHALL", "b"),
  ])
  func readsWhatPeopleMakeOfThem(_ wanted: SentenceCase) { check(wanted) }

  @Test(arguments: [
    SentenceCase(
      "WHEN 用户登录 THEN 系统 SHALL 显示首页", .event, ["when: 用户登录"], "系统", "SHALL", "显示首页"),
    SentenceCase(
      "WHEN（当）用户登录 THEN（那么）系统 SHALL（应）显示", .event, ["when: 用户登录"], "系统", "SHALL",
      "（应）显示"),
    SentenceCase("当用户登录时，系统应显示首页", .event, ["when: 用户登录时"], "系统", "应", "显示首页"),
    SentenceCase("当用户登录时系统应该显示首页", .event, ["when: 用户登录时"], "系统", "应该", "显示首页"),
    SentenceCase("如果磁盘已满，那么系统必须停止", .unwanted, ["if: 磁盘已满"], "系统", "必须", "停止"),
    SentenceCase("当前用户的应用响应很快", nil),
    SentenceCase("應用程式應顯示首頁", .ubiquitous, [], "應用程式", "應", "顯示首頁"),
    SentenceCase(
      "WHEN ユーザーが開く THEN システムは一覧を表示する SHALL", .event, ["when: ユーザーが開く"], "システム",
      "SHALL", "一覧を表示する"),
    SentenceCase(
      "ユーザーが開いたとき、システムは一覧を表示すること。", .event, ["when: ユーザーが開いた"], "システム", "すること",
      "一覧を表示"),
    SentenceCase(
      "もしディスクが満杯ならば、システムは停止しなければならない", .unwanted, ["if: ディスクが満杯"], "システム",
      "しなければ", "停止"),
    SentenceCase(
      "CUANDO el usuario entra ENTONCES el sistema DEBE saludar", .event,
      ["when: el usuario entra"], "el sistema", "DEBE", "saludar"),
    SentenceCase(
      "SI el disco está lleno, el sistema DEBERÁ parar", .unwanted, ["if: el disco está lleno"],
      "el sistema", "DEBERÁ", "parar"),
    SentenceCase(
      "QUANDO o usuário entra ENTÃO o sistema DEVE saudar", .event, ["when: o usuário entra"],
      "o sistema", "DEVE", "saudar"),
    SentenceCase(
      "SE o disco enche, o sistema deve parar", .unwanted, ["if: o disco enche"],
      "o sistema", "deve", "parar"),
    SentenceCase("Se debe mostrar la lista", .ubiquitous, [], "Se", "debe", "mostrar la lista"),
    SentenceCase(
      "КОГДА диск полон, система ДОЛЖНА остановиться", .event, ["when: диск полон"], "система",
      "ДОЛЖНА", "остановиться"),
    SentenceCase(
      "WENN die Tür offen ist, DANN MUSS das System warnen", .event, ["when: die Tür offen ist"],
      "", "MUSS", "das System warnen"),
    SentenceCase(
      "QUAND la porte est ouverte, ALORS le système DOIT avertir", .event,
      ["when: la porte est ouverte"], "le système", "DOIT", "avertir"),
  ])
  func readsOtherLanguages(_ wanted: SentenceCase) { check(wanted) }

  @Test func countsModalsOutsideCodeAndQuotations() {
    #expect(read("The desk SHALL a, SHALL b and say \"SHALL\" or `it SHALL`").0.shallCount == 2)
    let (doubled, text) = read("The é 😀 **SHALL** must print")
    #expect(doubled.doubledModal.map { text.text($0) } == "SHALL** must")
    #expect(doubled.response.map { text.text($0) } == "print")
    #expect(read("The desk SHALL (must) print").0.doubledModal == nil)
    #expect(read("The must-have SHALL be").0.doubledModal == nil)
  }
}

@Suite struct EARSPropertyTests {
  private static let pieces = [
    "WHEN", "when ", "IF", "THEN ", "SHALL", " shall ", "the ", "GIVEN ", "**", "`", "```", "\"",
    "(", ")", "[", "]", ", ", "，", "、", ": ", ". ", "\n", "\r\n", "- ", "é", "😀", "当", "とき", "時、",
    "系统", "应", "こと", "システム", "は", " ", "_", "\u{0}", "должна", "1. ",
  ].map { Array($0.utf8) }

  /// Texts of fragments that mean something, and every third of arbitrary bytes.
  private func text(_ number: Int, _ random: inout Numbers) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      if number % 3 == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      } else {
        bytes += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      }
    }
    return bytes
  }

  private struct Numbers: RandomNumberGenerator {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  @Test func everyPartLiesInTheTextAndInOrder() {
    var random = Numbers()
    for number in 0..<8_000 {
      let bytes = text(number, &random)
      let low = Int.random(in: 0...bytes.count, using: &random)
      let range = Range<Offset>(low, Int.random(in: low...bytes.count, using: &random))
      let whole = SpecText(SourceFile(path: "requirements.md", bytes: bytes))
      let sentence = EARSSentence(reading: range, of: whole)
      let parts =
        sentence.clauses.flatMap { [$0.keywordRange, $0.textRange] }
        + [sentence.then, sentence.system, sentence.modal, sentence.response].compactMap { $0 }
      #expect(parts.allSatisfy { range.contains($0) || $0.isEmpty }, "\(bytes)")
      let keywords = sentence.clauses.map(\.keywordRange.lowerBound)
      #expect(keywords == keywords.sorted(), "\(bytes)")
      if let modal = sentence.modal, let system = sentence.system {
        #expect(system.upperBound <= modal.lowerBound, "\(bytes)")
      }
      if let modal = sentence.modal {
        #expect(
          sentence.clauses.allSatisfy {
            ($0.keywordRange.lowerBound > modal.lowerBound) == $0.isTrailing
          },
          "\(bytes)")
      }
      _ = VagueWords(adding: ["é"]).ranges(in: whole, range)
    }
  }

  @Test(arguments: [
    "`", "\"", "(", "WHEN ", "WHEN a THEN ", "[", "SHALL ", "```", "\n- ", "、", "時、",
  ])
  func takesTimeLinearInTheText(_ piece: String) {
    let bytes = Array(String(repeating: piece, count: 60_000).utf8)
    let whole = SpecText(SourceFile(path: "requirements.md", bytes: bytes))
    let clock = ContinuousClock()
    let time = clock.measure {
      let sentence = EARSSentence(reading: Range(0, bytes.count), of: whole)
      #expect(sentence.clauses.count <= 40)
    }
    #expect(time < .seconds(5))
  }
}
