/// The words by which requirements, stories and criteria are named in the languages of real documents.
enum RequirementWords {
  /// Words in front of a number that make it an id, in lower case; longer ones before their beginnings.
  static let nouns: [(word: String, family: RequirementFamily)] = [
    ("functional requirement", .noun), ("non-functional requirement", nonFunctional),
    ("nonfunctional requirement", nonFunctional), ("requirement", .noun), ("requisito", .noun),
    ("requerimiento", .noun), ("requerimento", .noun), ("требование", .noun), ("Требование", .noun),
    ("ТРЕБОВАНИЕ", .noun),
    ("anforderung", .noun), ("exigence", .noun), ("功能需求", .noun), ("非功能需求", nonFunctional),
    ("非機能要件", nonFunctional), ("機能要件", .noun), ("需求", .noun), ("要件", .noun), ("要求", .noun),
    ("요구사항", .noun), ("yêu cầu", .noun), ("user story", story), ("story", story),
    ("用户故事", story), ("ユーザーストーリー", story), ("historia de usuario", story),
    ("história de usuário", story), ("feature", feature), ("acceptance criterion", criterion),
    ("acceptance criteria", criterion),
  ]

  private static let nonFunctional = RequirementFamily(name: "NFR", role: .quality)
  private static let story = RequirementFamily(name: "US", role: .story)
  private static let feature = RequirementFamily(name: "FEATURE", role: .unknown)
  private static let criterion = RequirementFamily(name: "AC", role: .criterion)

  /// What a line or heading says of the lines below it.
  enum Label {
    case criteria, story, identifier
    /// Something else that is known to be no criterion, such as `**Priority:** High`.
    case other
  }

  private static let labels: [(word: String, label: Label)] = [
    ("acceptance criteria", .criteria), ("acceptance criterion", .criteria),
    ("acceptance", .criteria), ("success criteria", .criteria),
    ("criterios de aceptación", .criteria), ("criterios de aceptacion", .criteria),
    ("criterio de aceptación", .criteria), ("critérios de aceit", .criteria),
    ("critères d'acceptation", .criteria), ("akzeptanzkriterien", .criteria), ("ears", .criteria),
    ("критерии при", .criteria), ("Критерии при", .criteria), ("tiêu chí chấp nhận", .criteria),
    ("验收标准", .criteria),
    ("验收条件", .criteria), ("驗收標準", .criteria), ("驗收條件", .criteria), ("接受标准", .criteria),
    ("受け入れ基準", .criteria), ("受入基準", .criteria), ("受入れ基準", .criteria),
    ("受け入れ条件", .criteria), ("受入条件", .criteria), ("受入れ条件", .criteria),
    ("完了条件", .criteria), ("수용 기준", .criteria), ("인수 조건", .criteria), ("인수 기준", .criteria),
    ("user story", .story), ("story", .story), ("用户故事", .story), ("使用者故事", .story),
    ("ユーザーストーリー", .story), ("historia de usuario", .story), ("história de usuário", .story),
    ("пользовательская история", .story), ("Пользовательская история", .story),
    ("Критерий при", .criteria), ("사용자 스토리", .story), ("user stories", .story),
    ("id", .identifier), ("requirement id", .identifier), ("编号", .identifier),
    ("priority", .other), ("note", .other), ("technical", .other), ("dependenc", .other),
    ("rationale", .other), ("implementation", .other), ("source", .other), ("file", .other),
    ("effort", .other), ("example", .other), ("description", .other), ("status", .other),
    ("risk", .other), ("traceability", .other), ("covered by", .other),
    ("current coverage", .other),
    ("proposed", .other), ("reference", .other), ("related", .other), ("assumption", .other),
    ("constraint", .other), ("out of scope", .other), ("metrics", .other), ("优先级", .other),
    ("备注", .other), ("依赖", .other), ("備考", .other), ("validación", .other),
    ("dependencias", .other), ("notas", .other), ("business rules", .other),
    ("deliverable", .other),
    ("how to test", .other), ("mitigation", .other), ("details", .other), ("open question", .other),
  ]

  private static let labelWords = WordList(labels.map { ($0.word, $0.label) }, order: .asGiven)
  private static let nounWords = WordList(nouns.map { ($0.word, $0.family) }, order: .asGiven)

  /// Skips a word of the list; the position does not move when there is none.
  static func skipNoun(_ cursor: inout Cursor) -> RequirementFamily? {
    nounWords.skip(&cursor)
  }

  /// The label at the position, which moves behind its words.
  static func skipLabel(_ cursor: inout Cursor) -> Label? {
    labelWords.skip(&cursor)
  }

  /// Whether a heading opens a part whose ids are no requirements: tests, risks, what is left out.
  static func isSecondarySection(_ bytes: ByteView, _ heading: Range<Int>) -> Bool {
    contains(bytes, heading, anyOf: secondarySections)
  }

  /// Whether a heading of a bug report opens the clauses that say what is wrong.
  static func isDefect(_ bytes: ByteView, _ heading: Range<Int>) -> Bool {
    contains(bytes, heading, anyOf: defects)
  }

  private static let defects = WordList(
    ["current behavi", "defect", "当前行为", "現在の", "actual"].map { ($0, true) })

  private static let secondarySections = WordList(
    [
      "risk", "out of scope", "out-of-scope", "assumption", "test", "gap", "dependenc",
      "constraint",
      "open question", "edge case", "success metric", "timeline", "milestone", "traceability",
      "change log", "revision", "roadmap", "phases", "coverage", "glossary", "clarification",
      "limitation", "decision", "风险", "假设", "范围外", "不在范围", "约束", "术语", "测试", "依赖",
      "リスク", "スコープ外", "対象外", "前提", "制約", "用語", "riesgo", "supuesto", "fuera de alcance",
      "restriccion", "риск", "допущен", "ограничен",
    ].map { ($0, true) })

  /// Whether one of the words stands in the span; they are in lower case.
  ///
  /// Words in Latin letters are looked for at the starts of words only. Linear in the span, of
  /// which the first 120 bytes are looked at.
  private static func contains(
    _ bytes: ByteView, _ range: Range<Int>, anyOf words: WordList<Bool>
  ) -> Bool {
    var cursor = Cursor(bytes, range.lowerBound..<min(range.upperBound, range.lowerBound + 120))
    var before: UInt8 = 0
    while !cursor.isAtEnd {
      let here = cursor.position
      let byte = cursor.current
      if !before.isLetter || !byte.isLetter, words.skip(&cursor) != nil { return true }
      before = byte
      cursor.position = here + 1
    }
    return false
  }
}
