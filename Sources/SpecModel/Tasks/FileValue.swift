import Diagnostics

/// What the whole value of a `File:` line says when it says it in words.
enum FileValue {
  /// The task touches no file: `N/A`, `none`.
  case nothing
  /// The task touches every file: `All files`, `*`.
  case everything

  /// Values are compared without the remark behind them, backticks and the stop at their end.
  static func named(_ bytes: ByteView, _ range: Range<Offset>) -> (FileValue, Range<Offset>)? {
    var cursor = Cursor(bytes, range.indices)
    while !cursor.isAtEnd, isAround(cursor.current) { cursor.position += 1 }
    let start = cursor.position
    let longest = min(cursor.end, start + words.longest + 1)
    var end = start
    while end < longest, !startsRemark(bytes, end, cursor.end) { end += 1 }
    while end > start, isAround(bytes[end - 1]) { end -= 1 }
    if let value = words.value(bytes, start..<end) { return (value, Range(start, end)) }
    // The stop at the end of a sentence, but not that of `.`.
    guard end > start + 1, bytes[end - 1] == UInt8(ascii: ".") else { return nil }
    return words.value(bytes, start..<end - 1).map { ($0, Range(start, end - 1)) }
  }

  private static func isAround(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
  }

  /// A remark stands in parentheses, narrow or wide.
  private static func startsRemark(_ bytes: ByteView, _ position: Int, _ end: Int) -> Bool {
    bytes[position] == UInt8(ascii: "(")
      || bytes[position] == 0xEF && position + 2 < end && bytes[position + 1] == 0xBC
        && bytes[position + 2] == 0x88
  }

  private static let words = KeywordTable<FileValue>(
    nothings.map { ($0, .nothing) } + everythings.map { ($0, .everything) })

  private static let nothings = [
    "n/a", "na", "n.a.", "none", "no files", "no file", "nothing", "nil", "null", "tbd", "tba",
    "-", "--", "—", "–", "/", "无", "無", "なし", "該当なし", "ninguno", "ninguna", "nenhum", "нет",
    "keine", "aucun",
  ]

  private static let everythings = [
    "*", "**", "**/*", "*.*", "**/*.*", ".", "./", "./*", "./**", "./**/*", "/*", "/**",
    "all", "all files", "all the files", "all source files", "all code", "all the code",
    "all project files", "all code files", "all repository files", "all files in repository",
    "all files in the repository", "all files in repo", "all files in the repo",
    "all files in project", "all files in the project", "all files in codebase",
    "all files in the codebase", "every file", "everything", "any file", "entire codebase",
    "the entire codebase", "entire code base", "entire repository", "entire repo",
    "entire project", "the entire project", "the entire repository", "whole codebase",
    "the whole codebase", "whole repository", "whole repo", "whole project", "the whole project",
    "codebase", "repository", "repo-wide", "codebase-wide", "project-wide",
    "全部", "全部文件", "所有文件", "整个代码库", "整个项目", "全部代码", "所有代码", "全ファイル",
    "すべてのファイル", "全てのファイル", "コードベース全体", "プロジェクト全体", "全体", "모든 파일", "전체 파일",
    "todos los archivos", "todo el código", "todo el proyecto", "todo el repositorio",
    "toda la base de código", "todos os arquivos", "todo o código", "todo o projeto",
    "alle dateien", "gesamte codebasis", "gesamter code", "tous les fichiers", "tout le code",
    "tout le projet", "все файлы", "весь код", "весь проект", "весь репозиторий",
  ]
}

extension FileMention {
  /// The path of a mention that stands for every file.
  package static let everything = "**"

  /// Whether the mention says that every file of the workspace is touched.
  package var isEverything: Bool { path == Self.everything }
}
