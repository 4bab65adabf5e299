package import Diagnostics
import YAMLSyntax

extension AgentFile {
  /// The keys that Claude Code reads.
  package static let knownKeys = [
    "name", "description", "tools", "disallowedTools", "model", "color", "permissionMode",
    "mcpServers", "hooks", "maxTurns", "skills", "memory", "background", "isolation", "effort",
    "initialPrompt",
  ]

  /// Reads an agent, also one whose front matter is no valid YAML.
  ///
  /// Never fails: what cannot be read is a problem. Linear in the bytes.
  package init(reading file: SourceFile) {
    self.init(file: file)
    if let front = FrontMatter.find(in: file.bytes) {
      body = Range(front.end, file.bytes.count)
      read(front)
    } else if let opening = UnclosedFrontMatter.find(in: file.bytes) {
      frontMatter = .unreadable
      problems = [
        DocumentProblem(
          .unreadable, "the front matter has no end", at: opening,
          help: "close it with a line that is '---'")
      ]
    } else if let late = LateFrontMatter.find(in: file.bytes) {
      read(late)
      body = Range(late.end, file.bytes.count)
      frontMatter = .late
    }
  }

  private mutating func read(_ front: FrontMatter) {
    let stream: YAMLStream
    do throws(YAMLError) {
      stream = try YAMLStream(parsing: file.bytes, in: front.content.indices, mode: .tolerant)
    } catch {
      frontMatter = .unreadable
      problems = [DocumentProblem(error)]
      return
    }
    frontMatter = stream.usedTolerance ? .tolerant : .strict
    var reader = FieldReader(file)
    reader.problems = stream.problems.map { DocumentProblem($0) }
    for entry in stream.root?.entries ?? [] {
      switch entry.name {
      case "name": name = reader.text(entry)
      case "description": summary = reader.text(entry)
      case "model": model = reader.text(entry)
      case "tools": tools = Self.tools(entry, with: &reader)
      default:
        if entry.key.string == nil || !Self.knownKeys.contains(entry.name) {
          reader.unknown(entry, in: "", known: Self.knownKeys)
        }
      }
    }
    unknownKeys = reader.unknownKeys
    problems = reader.problems.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func tools(
    _ entry: YAMLEntry, with reader: inout FieldReader
  ) -> [Located<String>]? {
    switch entry.value.content {
    case .scalar: return CommaSeparated.names(in: entry.value, of: reader.file)
    case .sequence: return reader.texts(entry)
    case .mapping:
      reader.wrong(entry, wanted: "a list of tools")
      return nil
    }
  }
}
