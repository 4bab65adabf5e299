import SpecModel

/// The kinds of work that rules for models speak of.
enum ModelTaskType: String, CaseIterable {
  case documentation, testing, architecture, review, code

  /// What rules call each kind.
  private static let names: [String: ModelTaskType] = [
    "documentation": .documentation, "docs": .documentation, "doc": .documentation,
    "testing": .testing, "test": .testing, "tests": .testing, "test_generation": .testing,
    "qa": .testing,
    "architecture_design": .architecture, "architecture": .architecture, "design": .architecture,
    "planning": .architecture, "research": .architecture,
    "review": .review, "code_review": .review, "validation": .review, "analysis": .review,
    "code_generation": .code, "code": .code, "coding": .code, "implementation": .code,
    "implement": .code, "development": .code,
  ]

  /// The kind of a `task_type`; `nil` for another word.
  init?(named name: String) {
    let key = String(name.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
    guard let type = Self.names[key] else { return nil }
    self = type
  }

  /// The kind of a step that is no task.
  init?(_ kind: StepKind) {
    switch kind {
    case .task: return nil
    case .gate, .review, .completion: self = .review
    case .verification: self = .testing
    case .documentation: self = .documentation
    }
  }

  /// What a task is by its files, else by its title; writing code when nothing speaks for another.
  init(_ task: TaskItem) {
    let paths = task.files.map { $0.path.lowercased() }
    if !paths.isEmpty, paths.allSatisfy(Self.isDocument) {
      self = .documentation
      return
    }
    if !paths.isEmpty, paths.allSatisfy(Self.isTest) {
      self = .testing
      return
    }
    var words: [UInt64] = []
    WordScanner.append(task.title, to: &words)
    let isFileless = paths.isEmpty
    self =
      Self.signs.first { type, signs in
        (isFileless || type == .architecture) && words.prefix(3).contains(where: signs.contains)
      }?.0 ?? .code
  }

  private static func isDocument(_ path: String) -> Bool {
    path.hasSuffix(".md") || path.hasSuffix(".rst") || path.hasSuffix(".adoc")
      || path.hasSuffix(".mdx") || path.hasSuffix(".txt")
  }

  private static func isTest(_ path: String) -> Bool {
    path.split(whereSeparator: { "/._-".contains($0) })
      .contains { ["test", "tests", "spec", "e2e", "testing", "__tests__"].contains($0) }
      || path.hasSuffix("tests.swift") || path.hasSuffix("test.java")
  }

  /// Words at the start of titles, the kinds in the order in which they are tried.
  private static let signs: [(ModelTaskType, Set<UInt64>)] = [
    (.documentation, hashes("document documentation readme changelog docs")),
    (.testing, hashes("test tests testing checkpoint verify")),
    (.architecture, hashes("design architecture research")),
    (.review, hashes("review audit analyze analyse validate")),
  ]

  private static func hashes(_ text: String) -> Set<UInt64> { Set(WordScanner.words(text)) }
}
