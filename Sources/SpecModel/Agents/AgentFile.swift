package import Diagnostics

/// A worker's definition: `.claude/agents/**/<name>.md`.
package struct AgentFile: Sendable {
  /// How the front matter could be read.
  package enum FrontMatterState: Sendable, Hashable {
    case missing
    /// Front matter stands further down, where no tool reads it.
    case late
    case strict
    /// Readable only by guessing at an unquoted value.
    case tolerant
    case unreadable
  }

  package let file: SourceFile
  package var frontMatter: FrontMatterState
  /// `nil` where the front matter has none; ``identity`` is there all the same.
  package var name: Located<String>?
  /// `description:`: when the agent is to be used.
  package var summary: Located<String>?
  /// In the order written; `nil` when the key is absent, which means all tools;
  /// empty when nothing stands behind it.
  package var tools: [Located<String>]?
  /// `nil` stands for `inherit`.
  package var model: Located<String>?
  /// Keys that Claude Code does not read.
  package var unknownKeys: [UnknownKey]
  /// In the order of their places.
  package var problems: [DocumentProblem]
  /// What follows the front matter; the whole file without one.
  package var body: Range<Offset>

  /// The file's name without `.md`.
  package var baseName: String { Self.baseName(of: file.path) }

  /// The name of the file at a path, without `.md`.
  static func baseName(of path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) } ?? ""
    return String(name.hasSuffix(".md") ? name.dropLast(3) : name)
  }

  /// What the agent goes by: its declared name, else the file's.
  package var identity: String { name?.value ?? baseName }

  package init(
    file: SourceFile, frontMatter: FrontMatterState = .missing, name: Located<String>? = nil,
    summary: Located<String>? = nil, tools: [Located<String>]? = nil,
    model: Located<String>? = nil, unknownKeys: [UnknownKey] = [],
    problems: [DocumentProblem] = [], body: Range<Offset>? = nil
  ) {
    self.file = file
    self.frontMatter = frontMatter
    self.name = name
    self.summary = summary
    self.tools = tools
    self.model = model
    self.unknownKeys = unknownKeys
    self.problems = problems
    self.body = body ?? file.range
  }
}
