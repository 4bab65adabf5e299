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
  package var name: Located<String>?
  package var summary: Located<String>?
  /// In the order written; `nil` when the key is absent, which means all tools.
  package var tools: [Located<String>]?
  package var model: Located<String>?
  /// Keys that Claude Code does not read.
  package var unknownKeys: [UnknownKey]
  package var problems: [DocumentProblem]
  /// What follows the front matter.
  package var body: Range<Offset>

  /// The file's name without `.md`.
  package var baseName: String
  /// What the agent goes by: its declared name, else the file's.
  package var identity: String { name?.value ?? baseName }
}
