/// The words that stand for something in a list of references, in the languages found in real documents.
enum ReferenceWords {
  static let all = KeywordTable<Bool>(
    [
      "all", "todas", "todos", "todo", "全部", "所有", "すべて", "全て", "全タスク", "все", "tous", "alle", "전체",
      "every",
    ].map { ($0, true) })

  static let none = KeywordTable<Bool>(
    [
      "none", "n/a", "na", "nil", "nothing", "-", "–", "—", "なし", "無し", "无", "無", "没有", "ninguna",
      "ninguno", "nenhuma", "nenhum", "нет", "aucune", "aucun", "keine", "없음", "[]", "n.a.",
      "not applicable",
    ].map { ($0, true) })

  /// Words in front of an id, each with what it is called here.
  static let nouns = WordList<String>([
    ("requirements", "requirement"), ("requirement", "requirement"), ("reqs", "requirement"),
    ("requisitos", "requirement"), ("requisito", "requirement"), ("требования", "requirement"),
    ("требование", "requirement"), ("req", "requirement"), ("需求", "requirement"),
    ("要件", "requirement"), ("要求", "requirement"), ("user stories", "story"),
    ("user story", "story"), ("story", "story"), ("criteria", "criterion"),
    ("criterion", "criterion"), ("tasks", "task"), ("task", "task"), ("tareas", "task"),
    ("tarea", "task"), ("任务", "task"), ("任務", "task"), ("タスク", "task"), ("задачи", "task"),
    ("задача", "task"), ("phases", "phase"), ("phase", "phase"), ("fase", "phase"),
    ("阶段", "phase"), ("フェーズ", "phase"), ("milestone", "phase"), ("stage", "phase"),
    ("section", "section"), ("group", "phase"), ("epic", "phase"), ("property", "property"),
    ("properties", "property"),
  ])

  /// What joins the ends of a range, besides the dashes.
  static let rangeWords = WordList<Bool>(
    ["through", "thru", "to", "until", "至", "到", "から", "a"].map { ($0, true) })

  /// What separates elements, besides punctuation; each stands between blanks.
  static let separators = WordList<Bool>(
    ["and", "y", "e", "и", "und", "plus"].map { ($0, true) })
}
