import TestSupport

/// Commands that a document shows together, without what they print.
struct ShownBlock: Sendable {
  struct Command: Sendable {
    /// The line as it stands there, without the comment behind it.
    var text: String
    /// The line in the document, from 1.
    var line: Int
    /// The words of the first command; none for a script.
    var words: [String]
  }

  let document: String
  let commands: [Command]

  /// The blocks of a document that are marked `sh`, and the steps of its pipelines in YAML.
  static func all(in document: WrittenDocument) -> [ShownBlock] {
    document.codeBlocks.compactMap { block in
      if block.language == "sh", block.lines.first?.hasPrefix("#!") ?? false {
        let script = Command(script: block.lines.dropFirst(), at: block.line + 1)
        return ShownBlock(document: document.file.name, commands: [script])
      }
      let commands = block.lines.enumerated().compactMap { index, line in
        switch block.language {
        case "sh": Command(line, at: block.line + index)
        case "yaml": Command(step: line, at: block.line + index)
        default: nil
        }
      }
      guard !commands.isEmpty else { return nil }
      return ShownBlock(document: document.file.name, commands: commands)
    }
  }
}

extension ShownBlock.Command {
  /// A line of a shell; `nil` for a comment and a blank line.
  init?(_ line: String, at number: Int) {
    let shell = ShellLine(line)
    guard !shell.words.isEmpty else { return nil }
    self.init(text: String(line[..<shell.end]), line: number, words: shell.words)
  }

  /// A file that is a script, without its first line.
  init(script lines: some Collection<String>, at number: Int) {
    self.init(text: "(\(lines.joined(separator: "\n")))", line: number, words: [])
  }

  /// A line of YAML that runs specctl, as the step of a pipeline or the entry of a hook.
  init?(step line: String, at number: Int) {
    var rest = line.drop { $0 == " " }
    for word in ["- ", "run: ", "entry: "] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
    }
    guard rest.hasPrefix("specctl ") else { return nil }
    self.init(String(rest), at: number)
  }

  /// The files and folders that the command promises to write.
  var written: [String] {
    var files: [String] = []
    for (option, value) in zip(words, words.dropFirst())
    where ["--output", "--out", "-o"].contains(option) && !words.contains("--check") {
      files.append(value.split(separator: "=").last.map(String.init) ?? value)
    }
    if let arrow = text.firstRange(of: " > ") {
      files += text[arrow.upperBound...].split(separator: " ").prefix(1).map(String.init)
    }
    return files
  }

  /// Whether a word or a redirection is an absolute path, or leads above the workspace, other than to the
  /// project beside it that `import` reads.
  var leavesTheStage: Bool {
    text.split { " =<>|()'\"".contains($0) }.contains { word in
      word != "/dev/null" && (word.hasPrefix("/") || word.contains("..") && word != "../shop")
    }
  }

  /// Whether what it prints is JSON, by its options.
  var printsJSON: Bool {
    zip(words, words.dropFirst()).contains { $0 == "--format" && $1 == "json" }
      && written.isEmpty && !text.contains("|")
  }
}
