package import Diagnostics
import YAMLSyntax

extension AgentFile {
  /// The keys that Claude Code reads.
  package static let knownKeys = table.keys.map(\.name)

  /// The front matter of an agent.
  package static let section = SettingSection(table.keys, required: [["name"], ["description"]])

  private static let table = SettingsTable<AgentFile>([
    .text("name", \.name, "what the agent goes by: lower-case words with hyphens")
      .such(as: "backend-engineer"),
    .text("description", \.summary, "when the agent is to be used")
      .such(as: "\"Use for services: their boundaries, contracts and storage.\""),
    .key(
      "tools", .either(.texts, .text),
      "the tools that the agent may use, as a list or with commas; all of them without it"
    ) { $0.tools = tools($1, with: &$2) }.such(as: "Read, Edit, Grep, Glob, Bash"),
    .forOthers(
      "disallowedTools", "the tools that the agent may not use", .either(.texts, .open)),
    .text(
      "model", \.model, "the model that does the agent's work",
      .word(["inherit", "sonnet", "opus", "haiku"])
    ).standard("inherit"),
    .forOthers("color", "the colour in which the agent is shown", .either(.word(colors), .open)),
    .forOthers(
      "permissionMode", "what the agent may do without asking",
      .either(.word(permissionModes), .open)),
    .forOthers("mcpServers", "the servers that the agent has"),
    .forOthers("hooks", "commands that run when the agent does something"),
    .forOthers("maxTurns", "how many turns the agent may take"),
    .forOthers("skills", "the skills that are given to the agent at its start"),
    .forOthers(
      "memory", "where the agent keeps what it learnt",
      .either(.word(["user", "project", "local"]), .open)),
    .forOthers("background", "whether the agent runs in the background"),
    .forOthers("isolation", "where the agent works", .either(.word(["worktree"]), .open)),
    .forOthers("effort", "how hard the agent is to think"),
    .forOthers("initialPrompt", "what is said first where the agent is the whole session"),
  ])

  private static let colors = [
    "red", "blue", "green", "yellow", "purple", "orange", "pink", "cyan",
  ]
  private static let permissionModes = [
    "default", "acceptEdits", "auto", "dontAsk", "bypassPermissions", "plan",
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
    Self.table.read(
      stream.root?.entries ?? [], in: "", into: &self, with: &reader)
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
